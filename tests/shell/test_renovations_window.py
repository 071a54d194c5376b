"""Renovations through the real window: application, checklist, approvals, permit, suspension with its list, end."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from desk_app.core import clock, holidays, links, people, renovations
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM, Role
from desk_app.documents import pages
from desk_app.kit import printing, theme
from desk_app.kit.preview import PreviewDialog
from desk_app.registers.renovation_permits import checklist, permits, rules, service, terms, under
from desk_app.registers.renovation_permits.checklist_dialog import ChecklistDialog
from desk_app.registers.renovation_permits.register import REGISTER
from desk_app.registers.renovation_permits.under import Follower, Holding
from tests.shell.hands import Hands, click, dialogs, focus_name, told

LONG = date(2027, 12, 31)
MATTERS = [rules.asked_key(matter.key) for matter in terms.MATTERS]


@pytest.fixture
def site(front):
    """The renovations' tab; engineer, security lead and manager on the staff list."""
    with front.db.write(SYSTEM) as session:
        for name, code, role in (
            ("曾工", "040", Role.GC),
            ("郭队", "050", Role.AB),
            ("何经理", "030", Role.JL),
        ):
            people.add_staff(session, name=name, code=code, roles=[role])
        holidays.seed(session)
    front.panel("renovation_permits")
    front.hands.key("F2")
    assert focus_name() == "room"
    return front


def close(dialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def fill(front) -> None:
    """Fill the form by keyboard: the main page, then each group from its button."""
    hands = front.hands
    hands.type("htmy")
    hands.key("Enter", "Enter")
    assert focus_name() == "kind"
    hands.type("1")
    hands.key("Enter")
    hands.type("zwt")
    hands.key("Down", "Enter", "Enter")
    assert focus_name() == "phone"
    hands.fill("", "鼎盛装饰", "", "龚志刚", "13800138111", "2026-12-01", "2027-01-31")
    click(front.form, "open.业主与委托")
    assert front.form.boxes["relation"].value() == "tenant"
    assert front.form.boxes["owner"].value() == "蓝湾置业有限公司"
    hands.key("Esc")
    click(front.form, "open.施工单位资料")
    hands.fill(
        "9144030071526726xg",
        "D244012345",
        "二级",
        "2027-12-31",
        "雷鸣",
        "13800138112",
        "8",
        "230.5",
        "860000",
    )
    assert focus_name() == "open.施工单位资料"
    click(front.form, "open.装修项目")
    hands.fill("大开间", "隔墙", "石膏板")
    hands.type("1")
    hands.fill("", "电", "")
    click(front.form, "open.自查事项")
    for key in MATTERS:
        assert focus_name() == key
        hands.type("1")
        hands.key("Enter")


def tick_all(dialog) -> None:
    """Tick every paper with the space bar, give dates where they are asked, and accept with Ctrl+Enter."""
    assert isinstance(dialog, ChecklistDialog)
    keyboard = Hands()
    for line in dialog.lines:
        assert focus_name() == f"handed.{line.paper.item.key}"
        keyboard.key("Space")
        if line.until.placeholderText() == "必填" and not line.until.text():
            line.until.setFocus()
            keyboard.type("20271231")
        keyboard.key("Enter")
    assert focus_name() == "accept"
    keyboard.key("Ctrl+Return")


def approver(code: str, decision: str = "yes", note: str = ""):
    """Return a step that fills the approval's dialog."""

    def step(dialog) -> None:
        keyboard = Hands()
        keyboard.type(code)
        keyboard.key("Enter", "Enter")
        if decision == "no":
            keyboard.type("2")
        keyboard.key("Enter")
        if note:
            keyboard.type(note)
        keyboard.key("Ctrl+S")

    return step


def apply(front) -> None:
    fill(front)
    with dialogs(tick_all):
        front.hands.key("Ctrl+S")
    assert front.form.errors() == {}


def agree(front, *initials: str) -> None:
    for one in initials:
        front.pick(state="reviewing")
        with dialogs(approver(one)):
            front.do("approve")


def pay(dialog) -> None:
    keyboard = Hands()
    keyboard.fill("", "0012345", "", "0012346", "500", "0012347")
    keyboard.key("Ctrl+S")


def accepted(front, works: str = "") -> str:
    """Bring one application into its review through the services; returns its uid."""
    line = {"part": "走道", "content": "刷漆", "touches": works}

    def act(session) -> str:
        one = service.save_and_submit(session, _form(front) | {"works": [line]})
        lines = [
            {
                "item": item.key,
                "handed": True,
                "good_until": LONG if item.expiry is checklist.Expiry.ALWAYS else None,
            }
            for item in checklist.ITEMS
        ]
        service.check_papers(session, one.uid, lines)
        return service.accept(session, one.uid).uid

    return front.write(act)


def granted(front) -> str:
    """Bring one renovation to its permit through the services; the list shows it. Returns its uid."""
    uid = accepted(front)
    names = {"QT": "赵倩", "GC": "曾工", "AB": "郭队", "KZ": "陈主管", "JL": "何经理"}
    fees = {"owner_deposit": 1000_00, "contractor_deposit": 3000_00, "rubbish": 500_00}
    draw = printing.renderer(front.desk, "renovation_permit")

    def act(session) -> None:
        staff = {person.name: person.id for person in people.on_staff(session)}
        for stage in rules.CHAIN:
            service.approve(session, uid, staff_id=staff[names[stage.key]])
        service.note_fees(session, uid, fees | {f"{key}_receipt": "1" for key in fees})
        permits.issue(session, uid, front.desk.archive, draw)

    front.write(act)
    front.chip("in_force")
    return uid


def test_an_application_goes_to_its_permit_through_the_window(site):
    apply(site)
    agree(site, "zq", "zg", "gd", "czg", "hjl")
    site.pick(state="approved")
    with dialogs(pay):
        site.do("note_fees")
    seen = []

    def look(dialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        seen.append("".join(pages.text(dialog.pdf).split()))
        close(dialog)

    site.pick(state="approved")
    with dialogs(lambda dialog: Hands().key("Ctrl+S"), look):
        site.do("issue")
    paper = seen[0]
    for said in (
        "装修许可证",
        "XK-20261123-001",
        "15-08",
        "2026-12-01",
        "2027-01-31",
        "鼎盛装饰",
        "龚志刚",
        "138****8111",
    ):
        assert said in paper, said
    site.chip("in_force")
    (row,) = site.rows()
    assert (row["no"], row["permit_no"], row["state"]) == ("ZX-20261123-001", "XK-20261123-001", "valid")
    assert (row["used"], row["deposit"]) == (0, 4000_00)


def test_scenario_9_the_list_shows_the_last_day_and_a_pause_puts_it_off(site, now):
    now.at = clock.at(date(2026, 11, 20), 15)
    accepted(site)
    row = site.pick(state="reviewing")
    assert row["due"] == date(2026, 11, 25)
    now.at = clock.at(date(2026, 11, 23), 9)

    def reason(dialog) -> None:
        keyboard = Hands()
        keyboard.type("缺负荷计算")
        keyboard.key("Enter")

    with dialogs(reason):
        site.do("send_back")
    assert site.pick(state="returned")["due"] is None
    now.at = clock.at(date(2026, 11, 25), 9)
    site.do("take_again")
    assert site.pick(state="reviewing")["due"] == date(2026, 11, 27)
    with site.desk.read() as session:
        (due,) = REGISTER.source.due(session)
    assert "退补 11-23–11-24 不计" in due.detail


def test_missing_papers_are_named_in_the_dialog_which_stays_open(site):
    site.form.set_values(_form(site) | {"relation": "tenant", "tenant": "恒泰贸易"})

    def incomplete(dialog) -> None:
        Hands().key("Space", "Ctrl+Return")
        assert "资料还缺" in dialog.wrong.text()
        assert "业主书面同意书" in dialog.wrong.text()
        Hands().key("Ctrl+S")

    with dialogs(incomplete):
        site.hands.key("Ctrl+S")
    row = site.pick(state="checking")
    assert row["waits"] == "待资料"

    def again(dialog) -> None:
        ticked = [box.objectName() for box in dialog.findChildren(QCheckBox) if box.isChecked()]
        assert ticked == ["handed.form"]
        close(dialog)

    with dialogs(again):
        site.do("check_papers")


def test_at_150_percent_the_checklist_is_no_higher_than_the_screen(site, qapp):
    theme.apply(qapp, "light", 1.5)
    works = [{"part": "全层", "content": "装修", "touches": "水电消防空调"}]
    long = {"kind": "first", "relation": "tenant", "tenant": "恒泰贸易", "by_agent": True, "works": works}
    site.form.set_values(_form(site) | long)
    heights = []

    def look(dialog) -> None:
        assert len(dialog.lines) > 12
        heights.append((dialog.height(), dialog.screen().availableGeometry().height()))
        close(dialog)

    with dialogs(look):
        site.hands.key("Ctrl+S")
    assert heights[0][0] <= heights[0][1] - 32  # its frame


def test_an_expired_paper_is_refused_with_its_name_and_day(site):
    site.form.set_values(_form(site))

    def expired(dialog) -> None:
        for line in dialog.lines:
            line.handed.setChecked(True)
            if line.until.isEnabled():
                line.until.setText("2026-11-20")
        Hands().key("Ctrl+Return")
        assert "「施工资质证书」有效期至 2026-11-20,已过期" in dialog.wrong.text()
        close(dialog)

    with dialogs(expired):
        site.hands.key("Ctrl+S")
    assert site.pick(state="checking")["complete_at"] is None


def test_the_engineer_cannot_agree_before_the_water_test(site):
    accepted(site, "水")
    agree(site, "zq")
    site.pick(state="reviewing")

    def refused(dialog) -> None:
        approver("zg")(dialog)
        assert "闭水试验" in told(dialog)
        close(dialog)

    with dialogs(refused):
        site.do("approve")
    assert site.pick(state="reviewing")["waits"] == "闭水打压"

    def water(dialog) -> None:
        keyboard = Hands()
        keyboard.type("茶水间")
        keyboard.key("Enter")
        keyboard.type("1")
        keyboard.fill("", "11-21 09:00", "11-22 09:00", "15", "刘海", "单雨桐")
        keyboard.key("Ctrl+S")
        assert "20 毫米" in told(dialog)
        dialog.form.boxes["depth"].set_value(25)
        keyboard.key("Ctrl+S")

    def pressure(dialog) -> None:
        keyboard = Hands()
        keyboard.type("1")
        keyboard.key("Ctrl+S")

    with dialogs(water):
        site.do("water")
    with dialogs(pressure):
        site.do("pressure")
    agree(site, "zg")
    assert site.pick(state="reviewing")["waits"] == "消防审核"


def test_a_refusal_goes_back_to_the_applicant(site):
    accepted(site)
    site.pick(state="reviewing")
    with dialogs(approver("zq", "no", "图纸与现场不符")):
        site.do("approve")
    site.pick(state="rejected")
    site.do("edit")
    assert site.form.boxes["org"].value() == "鼎盛装饰"


def test_a_suspension_prints_what_is_to_be_collected_and_the_deposit_goes_back_at_the_end(site, monkeypatch):
    holdings = [
        Holding("long", "CR-20261201-001", "黎师傅", "鼎盛装饰", "138****8000"),
        Holding("hot_work", "DH-20261201-001", "苗师傅", "鼎盛装饰", "138****8001"),
    ]
    calls = []
    follower = Follower(lambda *a: calls.append(a[1:]), lambda *a: calls.append(a[1:]), lambda *_a: holdings)
    monkeypatch.setattr(under, "FOLLOWERS", (follower,))
    granted(site)
    seen = []

    def reason(dialog) -> None:
        keyboard = Hands()
        keyboard.type("擅自改动喷淋")
        keyboard.key("Enter")

    def look(dialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        seen.append("".join(pages.text(dialog.pdf).split()))
        close(dialog)

    site.pick(state="valid")
    with dialogs(reason, look):
        site.do("suspend")
    for said in (
        "收缴清单",
        "CR-20261201-001",
        "DH-20261201-001",
        "黎师傅",
        "138****8001",
        "擅自改动喷淋",
        "共2张",
    ):
        assert said in seen[0], said
    assert calls[0][1:] == ("擅自改动喷淋", False)
    row = site.pick(state="suspended")
    with site.desk.read() as session:
        assert "擅自改动喷淋" in renovations.refusal(session, str(row["permit_no"]), date(2026, 12, 5))
    with dialogs(reason):
        site.do("lift")
    site.pick(state="valid")
    with dialogs(lambda dialog: Hands().key("Enter"), look):
        site.do("finish")
    assert [call[-1] for call in calls if len(call) == 3] == [False, True]
    site.chip("ended")
    assert [row["state"] for row in site.rows()] == ["finished"]
    shown = []

    def refund(dialog) -> None:
        manager = Ref(next(one.id for one in staff if one.name == "何经理"), "何经理")
        assert dialog.form.known()["kind"] == "owner_deposit"
        dialog.form.set_values({"payee": "单雨桐", "checked_by": "曾工", "approver": manager})
        site.hands.key("Ctrl+S")
        assert dialog.form.errors() == {}

    def slip(dialog) -> None:
        shown.append("".join(pages.text(dialog.pdf).split()))
        close(dialog)

    with site.desk.read() as session:
        staff = people.on_staff(session)
    site.pick(state="finished")
    with dialogs(refund, slip):
        site.do("refund")
    assert "业主押金" in shown[0] and "人民币壹仟元整" in shown[0]


def test_an_extension_is_printed_with_its_new_end(site):
    granted(site)
    seen = []

    def later(dialog) -> None:
        keyboard = Hands()
        keyboard.type("2027-02-28")
        keyboard.key("Enter")
        keyboard.type("czg")
        keyboard.key("Enter", "Enter")
        keyboard.type("材料晚到")
        keyboard.key("Ctrl+S")

    def look(dialog) -> None:
        seen.append("".join(pages.text(dialog.pdf).split()))
        close(dialog)

    site.pick(state="valid")
    with dialogs(later, look):
        site.do("extend")
    assert "第1次延期" in seen[0] and "2027-02-28" in seen[0]
    assert site.pick(state="valid")["ends"] == date(2027, 2, 28)


def test_a_scanned_number_of_either_kind_opens_the_record(site):
    granted(site)
    site.hands.key("Alt+1")
    for code in ("ZX-20261123-001", "XK-20261123-001"):
        site.window.open_tab("today")
        site.hands.scan(code)
        row = site.table.current_row()
        assert (row["no"], row["permit_no"]) == ("ZX-20261123-001", "XK-20261123-001")


def test_a_pass_and_hot_work_follow_from_the_permit_and_say_where_they_come_from(site):
    uid = granted(site)
    row = site.pick(state="valid")
    site.do("entry_pass")
    boxes = site.form.boxes
    assert (boxes["kind"].value(), boxes["permit_no"].value()) == ("long", row["permit_no"])
    assert (boxes["room"].value().text, boxes["org"].value()) == ("15-08", "鼎盛装饰")
    assert (boxes["guarantor"].value(), boxes["hours"].value()[:6]) == ("龚志刚", "无噪音无异味")
    assert boxes["guarantor"].isVisible() and "提交审批" in site.form.main_button.text()
    boxes["name"].set_value("黎师傅")
    click(site.form, "save_draft")
    site.panel("renovation_permits")
    site.pick(state="valid")
    site.do("hot_work")
    boxes = site.form.boxes
    assert (boxes["basis"].value(), boxes["room"].value().text) == (row["permit_no"], "15-08")
    assert (boxes["site_lead"].value(), boxes["phone"].value()) == ("龚志刚", "13800138111")
    click(site.form, "save_draft")
    with site.desk.read() as session:
        followed = [(link.kind, link.to_entity) for link in links.of(session, uid)]
    assert followed == [("followed", "entry_pass"), ("followed", "hot_work_permit")]


def test_a_void_permit_prints_as_void(site):
    granted(site)
    row = site.pick(state="valid")
    uid = str(row["uid"])
    with site.desk.read() as session:
        manager = next(p.id for p in people.on_staff(session) if p.name == "何经理")
    site.write(lambda s: permits.void(s, uid, reason="misprint", approver_id=manager))
    seen = []

    def look(dialog) -> None:
        seen.append(pages.text(dialog.pdf))
        close(dialog)

    site.chip("ended")
    site.pick(state="void")
    with dialogs(look):
        site.hands.key("Ctrl+P")
    assert "作废" in seen[0]


def test_a_draft_is_kept_and_taken_up_again(site):
    site.hands.type("htmy")
    site.hands.key("Enter")
    click(site.form, "save_draft")
    row = site.pick(state="draft")
    assert str(row["no"]).startswith("草稿-")
    site.do("edit")
    assert site.form.boxes["room"].value().text.startswith("15-08")


def test_what_was_ticked_survives_a_crash(site):
    one = site.write(lambda s: service.save_and_submit(s, _form(site)))
    site.panel("renovation_permits").show_record(one.uid)

    def crash(dialog) -> None:
        Hands().key("Space")
        dialog.blockSignals(True)  # nobody is told that it was closed
        dialog.done(0)

    def again(dialog) -> None:
        assert dialog.lines[0].handed.isChecked()
        close(dialog)

    site.pick(state="checking")
    with dialogs(crash):
        site.do("check_papers")
    with dialogs(again):
        site.do("check_papers")
    with dialogs(lambda dialog: (_unticked(dialog), close(dialog))):
        site.do("check_papers")


def _unticked(dialog) -> None:
    assert not any(line.handed.isChecked() for line in dialog.lines)


def _form(front) -> dict[str, object]:
    return {
        "room": Ref(None, "15-08"), "kind": "repair", "relation": "owner", "owner": "蓝湾置业", "applicant": "何业",
        "phone": "13900010001", "org": "鼎盛装饰", "credit_code": "9144030071526726XG", "foreman": "龚志刚",
        "foreman_phone": "13800138111", "fire_lead": "雷鸣", "fire_phone": "13800138112", "hours": "quiet",
        "starts": date(2026, 12, 1), "ends": date(2026, 12, 31), "works": [{"part": "走道", "content": "刷漆"}],
        **dict.fromkeys(MATTERS, "no"),
    }  # fmt: skip
