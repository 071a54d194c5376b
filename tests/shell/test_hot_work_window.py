"""A hot-work permit through the real window: application to taken back, the clock moved on (domain.md F10, §9-7/8)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.core import people
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM, Role
from desk_app.documents import pages
from desk_app.kit import theme
from desk_app.kit.preview import PreviewDialog
from desk_app.registers.hot_work_permits import service, terms, views
from desk_app.registers.hot_work_permits.checklist_dialog import ChecklistDialog
from tests.shell.hands import Hands, click, dialogs, focus_name, told

KEY = "hot_work_permits"


@pytest.fixture
def works(front):
    """The tab of the hot-work permits, its form empty; an engineer, a security lead, a manager on the staff."""
    with front.db.write(SYSTEM) as session:
        for name, code, role in (
            ("郑工", "101", Role.GC),
            ("孙队", "102", Role.AB),
            ("何经理", "103", Role.JL),
        ):
            people.add_staff(session, name=name, code=code, roles=[role])
    front.panel(KEY)
    front.form.focus_first()
    return front


def close(dialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def save(dialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def typing(*texts: str):
    """Return a step that fills the fields of a dialog in their order and saves."""

    def step(dialog) -> None:
        hands = Hands()
        hands.fill(*texts)
        save(dialog)

    return step


def fill(front, **more) -> None:
    """Fill the first page by keyboard, the groups by their boxes."""
    hands = front.hands
    assert focus_name() == "basis"
    hands.fill("", "顺达装饰", "单雨桐", "13912345678")
    hands.type("htmy")
    hands.key("Enter", "Enter")
    assert focus_name() == "spot"
    hands.fill("茶水间北墙管井", "空调水管支架焊接")
    hands.type("dh")
    hands.key("Down", "Enter")
    assert front.form.boxes["methods"].value() == "电焊"
    hands.key("Enter")
    hands.fill("", "", "王强", "13800138001")
    click(front.form, "open.动火人证件")
    assert focus_name() == "welder"
    hands.fill("曾文涛")
    assert focus_name() == "cert_kind"
    hands.key("Esc")
    click(front.form, "open.物业监督")
    hands.type("zg")
    hands.key("Enter", "Esc")
    assert front.form.boxes["supervisor"].value().text == "郑工"
    values = {
        "cert_kind": "special", "cert_no": "T440301198001010012", "cert_until": date(2028, 5, 31),
        "cert_found": "valid", "cert_checked_on": date(2026, 11, 23), "ext_kind": "powder", "ext_count": 2,
        "ext_until": date(2027, 6, 30), "notice": True,
    } | more  # fmt: skip
    for key, value in values.items():
        front.form.boxes[key].set_value(value)


def row_state(front) -> object:
    front.chip("all")
    return front.rows()[0]["state"]


def act(front, key: str, *steps) -> None:
    front.chip("all")
    front.pick(id=front.rows()[0]["id"])
    with dialogs(*steps):
        front.do(key)


def issued(front):
    """Take an application to 待开工 through the service."""
    values = {
        "room": Ref(None, "15-08"), "spot": "茶水间", "org": "顺达装饰", "site_lead": "单雨桐", "phone": "13912345678",
        "work": "焊接", "methods": "电焊", "welder": "曾文涛", "cert_kind": "special", "cert_no": "T44",
        "cert_until": date(2028, 5, 31), "cert_found": "valid", "cert_checked_on": date(2026, 11, 23), "watch": "王强",
        "watch_phone": "13800138001", "ext_kind": "powder", "ext_count": 2, "ext_until": date(2027, 6, 30), "notice": True,
    }  # fmt: skip
    from desk_app.kit import printing

    render = printing.renderer(front.desk, "hot_work_permit")

    def verb(session):
        staff = {one.name: one.id for one in people.on_staff(session)}
        values["supervisor"] = Ref(staff["郑工"], "郑工")
        uid = service.apply(session, values).uid
        service.review(session, uid, staff["郑工"])
        service.answer(session, uid, {one.key: ("yes", "") for one in terms.MEASURES})
        service.inspect(session, uid, staff["孙队"])
        service.approve(session, uid, staff["何经理"])
        return service.issue(session, uid, front.desk.archive, render)

    permit = front.write(verb)
    front.panel(KEY)
    return permit


def test_a_permit_from_application_to_taken_back(works, now):
    fill(works)
    works.hands.key("Ctrl+S")
    assert works.form.errors() == {}
    assert row_state(works) == "received"

    act(works, "review", typing())
    assert row_state(works) == "reviewed"

    def answer(dialog) -> None:
        assert isinstance(dialog, ChecklistDialog)
        hands = Hands()
        hands.key("Enter", "Enter", "1", "1", "1", "1", "3")
        assert focus_name() == "note"
        hands.fill("没有气瓶")
        hands.key("Alt+A")
        save(dialog)

    act(works, "inspect", answer, typing("", "可燃物已清"))
    assert row_state(works) == "inspected"
    act(works, "approve", typing())
    seen = []

    def look(dialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        seen.append(dialog.pdf)
        close(dialog)

    act(works, "issue", look)
    assert works.rows()[0]["no"] == "DH-20261123-001"
    words = "".join(pages.text(seen[0]).split())
    assert pages.page_count(seen[0]) == 3
    for said in (
        "现场联", "安保联", "存根", "DH-20261123-001", "过期作废", "2026-11-2309:40至17:30", "曾文涛", "王强", "13800138001",
        "没有气瓶", "郑工", "孙队", "何经理", "***************0012",
    ):  # fmt: skip
        assert said in words, said

    act(works, "start", typing("王强"))
    assert row_state(works) == "running"
    assert works.rows()[0]["left"] == "剩余 7 小时 50 分"
    now.go(minutes=70)
    works.minute()
    assert works.rows()[0]["left"] == "剩余 6 小时 40 分"
    act(works, "patrol", typing("孙队"))

    def embers(dialog) -> None:
        save(dialog)
        assert "余火" in told(dialog)
        dialog.form.boxes["embers"].set_value(True)
        save(dialog)

    act(works, "finish", embers)
    assert row_state(works) == "finished"

    def refused(dialog) -> None:
        assert "30 分钟的复查,不能收证;11:20 起" in told(dialog)
        close(dialog)

    act(works, "collect", refused)

    def early(dialog) -> None:
        Hands().fill("孙队")
        save(dialog)
        assert "最早 11:20" in told(dialog)
        close(dialog)

    act(works, "recheck", early)
    now.go(minutes=30)
    act(works, "recheck", typing("孙队"))
    act(works, "take_back")
    assert row_state(works) == "closed"


def test_scenario_8_the_form_says_why_it_cannot_be_issued(works):
    fill(works, cert_until=date(2026, 11, 22), ext_count=None)
    works.form.boxes["watch"].set_value("曾文涛")
    works.hands.key("Ctrl+S")
    wrong = works.form.errors()
    assert "2026-11-22 到期,不能签发" in wrong["cert_until"]
    assert "看火人须是另一个人" in wrong["watch"]
    assert "没有灭火器" in wrong["ext_count"]
    assert works.rows() == []


def test_scenario_7_at_its_end_the_foot_turns_red_and_an_extension_is_refused(works, now):
    permit = issued(works)
    act(works, "start", typing("王强"))
    works.minute()
    now.go(hours=7, minutes=55)
    works.minute()
    assert "超期 5 分,立即停工" in works.notice
    assert "通知安保主管、经理" in works.notice
    works.chip("overdue")
    assert works.rows()[0]["left"] == "超期 5 分"

    def refused(dialog) -> None:
        assert "严禁延期" in told(dialog)
        assert "不能沿用原号" in told(dialog)
        close(dialog)

    act(works, "extend", refused)
    act(works, "copy")
    assert works.form.boxes["welder"].value() == "曾文涛"
    assert works.form.boxes["starts"].value() is None
    with works.desk.read() as session:
        assert views.counts(session)["overdue"] == 1
        assert service.find(session, permit.uid).no == "DH-20261123-001"


def test_a_draft_is_kept_and_taken_up_again(works):
    works.hands.key("Enter")
    works.hands.fill("顺达装饰")
    works.form.boxes["room"].set_value(Ref(None, "B1 水泵房"))
    works.form.pressed.emit("save_draft")
    assert works.form.errors() == {}
    row = works.pick(state="draft")
    works.do("edit")
    assert works.form.boxes["org"].value() == "顺达装饰"
    assert str(row["no"]).startswith("草稿")


def test_the_hint_says_until_when_and_who_approves(works):
    from desk_app.core import clock

    works.form.boxes["starts"].set_value(clock.at(date(2026, 11, 23), 19))
    works.form.boxes["starts"].edited.emit()
    assert "夜间升一级" in works.form._hint.text()
    assert "由经理批准" in works.form._hint.text()
    assert "11-23 24:00" in works.form._hint.text()


def test_the_checklist_saves_what_is_answered_and_names_the_rest(works):
    issued_uid = issued(works).uid
    assert issued_uid

    def part(dialog) -> None:
        assert dialog.grid.currentRow() == 0
        Hands().key("1", "2")
        assert focus_name() == "note"
        dialog.grid.cellClicked.emit(4, 1)
        assert "已答 3 / 14,否 1" in told(dialog)
        click(dialog, "save")

    fill_draft = {"room": Ref(None, "B1")}
    works.write(lambda session: service.save(session, fill_draft))
    works.chip("open")
    works.pick(state="draft")
    with dialogs(part):
        works.do("checklist")
    with works.desk.read() as session:
        uid = str(works.rows()[0]["uid"])
        assert views.answers(session, uid) == {
            "ahead": ("yes", ""),
            "clear": ("no", ""),
            "extinguish": ("yes", ""),
        }


def test_at_150_percent_the_checklist_is_no_higher_than_the_screen(works, qapp):
    theme.apply(qapp, "light", 1.5)
    works.write(lambda session: service.save(session, {"room": Ref(None, "B1")}))
    works.chip("open")
    works.pick(state="draft")
    heights = []

    def look(dialog) -> None:
        heights.append((dialog.height(), dialog.screen().availableGeometry().height()))
        close(dialog)

    with dialogs(look):
        works.do("checklist")
    assert heights[0][0] <= heights[0][1] - 32  # its frame


def test_a_voided_permit_prints_its_mark_and_is_done_again(works):
    issued(works)

    def void(dialog) -> None:
        dialog.form.boxes["reason"].set_value("misprint")
        with works.desk.read() as session:
            lead = views.suggest_lead(session, "wbz", {})[0].value
        dialog.form.boxes["approver"].set_value(lead)
        save(dialog)

    def again(dialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    act(works, "void", void, again)
    assert works.form.boxes["welder"].value() == "曾文涛"
    works.pick(state="void")

    def look(dialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        assert "作废" in pages.text(dialog.pdf)
        close(dialog)

    with dialogs(look):
        works.do("print")


def test_a_contractors_hot_work_opens_the_form_and_links_both(works):
    from desk_app.core import links
    from desk_app.registers.contractors import service as contractors

    stay = works.write(
        lambda session: contractors.enter(
            session,
            {
                "name": "陈师傅", "org": "恒信机电", "party_size": 1, "phone": "13911112222", "id_kind": "work_card", "hot_work": True,
                "host_room": Ref(None, "15-08 恒泰贸易"), "host_name": "周颖", "service": "空调维修", "confirm": "phone",
                "confirmed_by": "周颖",
            },
        )
    )  # fmt: skip
    works.panel("contractors")
    works.pick(uid=stay.uid)
    works.do("hot_work")
    form = works.panel(KEY).work.widget.form
    assert form.boxes["org"].value() == "恒信机电"
    assert form.boxes["room"].value().text == "15-08 恒泰贸易"
    form.pressed.emit("save_draft")
    with works.desk.read() as session:
        assert [(link.kind, link.to_entity) for link in links.of(session, stay.uid)] == [
            ("followed", "hot_work_permit")
        ]


def test_a_scanned_number_opens_the_permit(works):
    permit = issued(works)
    works.window.open_tab("today")
    works.hands.scan("DH-20261123-001")
    assert works.window._current == "permits"
    row = works.table.current_row()
    assert row is not None
    assert row["uid"] == permit.uid
