"""Entry passes through the real window: both kinds by keyboard, loss, extension, confiscation (F08, F09)."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.core import people, premises
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM, Role
from desk_app.core.renovations import RenovationPermit
from desk_app.documents import pages
from desk_app.kit import printing
from desk_app.kit.preview import PreviewDialog
from desk_app.registers.entry_passes import holding, paper, service
from desk_app.shell import finding
from tests.registers.pass_desk import CARD, PERMIT, PIXEL
from tests.shell.hands import click, dialogs, focus_name, told


@pytest.fixture
def passes(front, tmp_path):
    """The form of the entry passes; one renovation permit in force, a manager on the staff."""
    with front.db.write(SYSTEM) as session:
        room = premises.room_by_text(session, "15-08")
        people.add_staff(session, name="何经理", code="030", roles=[Role.JL])
        session.add(
            RenovationPermit(
                no=PERMIT, record_uid="renovation-1", state="valid", room_id=room.id, place="15-08 恒泰贸易",
                customer="恒泰贸易", org="鸿图装饰", foreman="梁工", phone="13600001111",
                starts=date(2026, 11, 1), ends=date(2027, 1, 31), hours="18:00–08:00",
            )
        )  # fmt: skip
    front.photo = tmp_path / "photo.png"
    front.photo.write_bytes(PIXEL)
    front.window.open_register("entry_passes")
    assert focus_name() == "kind"
    return front


def staff(front, name):
    with front.desk.read() as session:
        return next(one for one in people.on_staff(session) if one.name == name).id


def renders(front):
    return {form: printing.renderer(front.desk, form) for form in paper.FORMS}


def issue_long(front, **changes):
    """Issue a long pass through the service."""
    values = {
        "kind": "long", "name": "张伟", "sex": "male", "id_kind": "resident_card", "id_no": CARD,
        "phone": "13912345678", "room": "15-08", "org": "鸿图装饰", "trade": "carpenter", "permit_no": PERMIT,
        "guarantor": "梁工", "photo": [str(front.photo)], "paper_permit": True, "paper_id": True,
    } | changes  # fmt: skip

    def work(session):
        uid = service.apply(session, values, front.desk.archive).uid
        service.approve(session, uid, staff(front, "陈主管"))
        service.pay(session, uid, receipt="SJ-1", taken_by=staff(front, "李敏"))
        return service.issue(session, uid, front.desk.archive, renders(front))

    return front.write(work)


def issue_temporary(front, **changes):
    """Issue a temporary pass through the service."""
    values = {
        "kind": "temporary", "name": "欧阳修远", "id_kind": "resident_card", "id_no": CARD, "room": "15-08",
        "reason": "送货",
    } | changes  # fmt: skip
    return front.write(lambda s: service.issue_temporary(s, values, front.desk.archive, renders(front)))


def look(seen):
    """Return a step that looks at the preview and closes it."""

    def step(dialog):
        assert isinstance(dialog, PreviewDialog), told(dialog)
        seen.append("".join(pages.text(dialog.pdf).split()))
        dialog.reject()

    return step


def answer(front, **values):
    """Return a step that fills a dialog's form and saves it."""

    def step(dialog):
        dialog.form.set_values(values)
        front.hands.key("Ctrl+S")
        assert dialog.form.errors() == {}, dialog.form.errors()

    return step


def ref(front, name):
    return Ref(staff(front, name), name)


def test_a_temporary_pass_is_issued_by_keyboard_alone_in_one_go(passes):
    hands = passes.hands
    hands.key("Enter")
    hands.fill("欧阳修远", "")
    assert focus_name() == "id_no"
    hands.fill(CARD, "")
    assert focus_name() == "room"
    hands.type("htmy")
    hands.key("Enter", "Enter")
    assert focus_name() == "org"
    hands.fill("宜家家居", "", "")
    assert focus_name() == "reason"
    hands.type("送货搬运")
    seen = []
    with dialogs(look(seen)):
        hands.key("Ctrl+S")
    assert passes.form.errors() == {}
    for said in (
        "临时出入证",
        "LS-20261123-001",
        "2026-11-25",
        "欧阳修远",
        "15-08恒泰贸易",
        "尾号002X",
        "送货搬运",
    ):
        assert said in seen[0], said
    assert CARD not in seen[0]
    passes.chip("issued")
    assert [(row["no"], row["ends"]) for row in passes.rows()] == [("LS-20261123-001", date(2026, 11, 25))]
    assert passes.notice.startswith("✓ LS-20261123-001") and focus_name() == "kind"


def test_a_long_pass_goes_over_approval_and_fee_to_issue(passes):
    hands, form = passes.hands, passes.form
    hands.type("1")
    assert form.main_button.text().startswith("提交审批")
    hands.key("Enter")
    hands.fill("张伟", "", CARD)
    assert focus_name() == "permit_no"
    hands.type("htzs")
    hands.key("Down", "Enter")
    known = form.known()
    assert (known["permit_no"], known["org"], known["guarantor"]) == (PERMIT, "鸿图装饰", "梁工")
    assert known["room"].text.startswith("15-08") and not known.get("phone")
    assert "有效期至 2027-01-31" in form._hint.text()
    hands.key("Ctrl+S")
    assert {"trade", "phone", "photo", "paper_permit", "paper_id"} <= set(form.errors())
    form.set_values(
        {"trade": "carpenter", "phone": "13912345678", "photo": [str(passes.photo)], "paper_permit": True,
         "paper_id": True}
    )  # fmt: skip
    hands.key("Ctrl+S")
    assert form.errors() == {} and [row["state"] for row in passes.rows()] == ["awaiting_approval"]
    passes.pick(name="张伟")
    titles = []

    def approve(dialog):
        titles.append(dialog.windowTitle())
        answer(passes, approver=ref(passes, "陈主管"))(dialog)

    with dialogs(approve):
        passes.do("approve")
    assert "前台初审 李敏" in titles[0]
    passes.pick(name="张伟")
    seen = []

    def pay(dialog):
        titles.append(dialog.windowTitle())
        hands.key("Ctrl+S")
        assert set(dialog.form.errors()) == {"receipt"}
        answer(passes, receipt="SJ-0001")(dialog)

    with dialogs(pay, look(seen)):
        passes.do("pay")
    assert titles[1] == "工本费 5.00 元,押金 50.00 元,合计 55.00 元"
    assert "CR-20261123-001" in seen[0] and "2027-01-31" in seen[0]
    passes.chip("issued")
    assert [row["deposit"] for row in passes.rows()] == [5000]


def test_a_welder_without_a_valid_certificate_is_refused_beside_the_field(passes):
    passes.form.set_values(
        {
            "kind": "long",
            "name": "焊工",
            "room": Ref(None, "15-08"),
            "trade": "welder",
            "special_no": "T1",
            "special_until": date(2026, 11, 22),
        }
    )
    passes.hands.key("Ctrl+S")
    errors = passes.form.errors()
    assert "请填写查询焊工操作证" in errors["special_checked"] and "过期 1 天" in errors["special_until"]


def test_a_pass_is_extended_with_a_supervisors_name(passes):
    one = issue_long(passes, wanted_to=date(2026, 12, 1))
    passes.chip("issued")
    passes.pick(no=one.no)
    seen, titles = [], []

    def extend(dialog):
        titles.append(dialog.windowTitle())
        assert dialog.form.boxes["new_end"].value() == date(2027, 1, 31)
        dialog.form.set_values(
            {"receipt": "SJ-2", "taken_by": ref(passes, "李敏"), "approver": ref(passes, "王班长")}
        )
        passes.hands.key("Ctrl+S")
        assert "不能审批" in dialog.form.errors()["approver"]
        answer(passes, approver=ref(passes, "陈主管"))(dialog)

    with dialogs(extend, look(seen)):
        passes.do("extend")
    assert "最晚至 2027-01-31" in titles[0] and "第1次延期" in seen[0]
    assert passes.rows()[0]["ends"] == date(2027, 1, 31)


def test_a_lost_pass_is_replaced_at_once(passes):
    one = issue_long(passes)
    passes.chip("issued")
    passes.pick(no=one.no)
    seen = []
    with dialogs(
        answer(passes, note="本人报失,地铁上遗失"),
        lambda _dialog: passes.hands.key("Enter"),
        answer(passes, receipt="SJ-3"),
        look(seen),
    ):
        passes.do("report_lost")
    assert "CR-20261123-002" in seen[0]
    passes.chip("all")
    assert {row["no"]: row["state"] for row in passes.rows()} == {
        "CR-20261123-001": "replaced", "CR-20261123-002": "issued",
    }  # fmt: skip


def test_a_confiscated_card_leaves_the_deposit_alone(passes):
    one = issue_long(passes)
    passes.chip("issued")
    passes.pick(no=one.no)
    said = []

    def words(dialog):
        said.append(told(dialog))
        passes.hands.key("Enter")

    with dialogs(answer(passes, kind="lent", note="转借给李四使用"), words):
        passes.do("confiscate")
    assert "押金不自动没收" in said[0] and "经理审批" in said[0]
    passes.chip("all")
    assert passes.rows()[0]["state"] == "confiscated" and passes.rows()[0]["reason"] == "转借:转借给李四使用"


def test_a_deposit_goes_back_from_the_list_and_its_slip_shows(passes):
    one, seen = issue_long(passes), []
    passes.write(
        lambda s: holding.give_back(s, one.uid, condition="good", on=date(2026, 11, 23), by="张伟", note="")
    )

    def refused_then_done(dialog):
        form = dialog.form
        assert form.known()["payee"] == "张伟" and form.known()["paid_by"].text == "李敏"
        form.set_values({"deduction": 1000, "approver": ref(passes, "陈主管")})
        passes.hands.key("Ctrl+S")
        assert {"why", "told", "approver"} <= set(form.errors())
        form.set_values({"why": "证件损坏", "told": "当面告知", "approver": ref(passes, "何经理")})
        passes.hands.key("Ctrl+S")
        assert form.errors() == {}

    passes.chip("refundable")
    passes.pick(no=one.no)
    with dialogs(refused_then_done, look(seen)):
        passes.do("refund")
    assert "人民币肆拾元整" in seen[0] and "TK-20261123-001" in seen[0] and "第三联财务联" in seen[0]
    passes.chip("refundable")
    assert passes.rows() == []

    def void(dialog):
        passes.hands.key("Ctrl+S")
        assert {"reason", "approver"} <= set(dialog.form.errors())
        dialog.form.set_values({"reason": "duplicate", "approver": ref(passes, "陈主管"), "money_back": True})
        passes.hands.key("Ctrl+S")

    passes.chip("all")
    passes.pick(no=one.no)
    assert "退押金…" not in offered(passes) and "作废退款…" in offered(passes)
    with dialogs(void):
        passes.do("void_refund")
    passes.chip("refundable")
    passes.pick(no=one.no)
    assert "退押金…" in offered(passes) and "作废退款…" not in offered(passes)
    with dialogs(look(seen)):
        passes.do("print_refund")
    assert "TK-20261123-001" in seen[1] and "作废" in seen[1]
    with passes.desk.read() as session:
        assert [item.value.uid for item in finding.suggestions(session, "tk-20261123-001")] == [one.uid]
        assert finding.by_code(session, "TK-20261123-001") == finding.Target("entry_passes", one.uid)


def test_a_deposit_that_went_back_on_paper_is_entered_from_the_list_by_a_supervisor(passes):
    one = issue_long(passes)
    passes.write(
        lambda s: holding.give_back(s, one.uid, condition="good", on=date(2026, 11, 23), by="张伟", note="")
    )
    supervisor = ref(passes, "陈主管")
    with passes.desk.read() as session:
        passes.desk.set_actor(people.as_actor(session.get(people.Staff, supervisor.id), "desk-1"))

    def fill(dialog):
        form = dialog.form
        assert "现在不付款" in " ".join(told(dialog).split())
        passes.hands.key("Ctrl+S")
        assert {"day", "paper_no", "said_by"} <= set(form.errors())
        form.set_values(
            {"day": date(2026, 11, 23), "paper_no": "0077", "said_by": "财务周会计", "payee": "张伟"}
        )
        passes.hands.key("Ctrl+S")
        assert form.errors() == {}

    passes.chip("refundable")
    passes.pick(no=one.no)
    with dialogs(fill):
        passes.do("note_refunded")
    passes.chip("refundable")
    assert passes.rows() == []
    passes.chip("all")
    passes.pick(no=one.no)
    assert "打印退款单" not in offered(passes) and "作废退款…" in offered(passes)


def offered(front):
    """Return the row's buttons and menu as they are read."""
    return [text.partition("\t")[0] for text, _act in front.table.menu_items(front.table.current_row())]


def test_a_card_comes_back_by_one_key(passes):
    one = issue_temporary(passes)
    passes.chip("issued")
    passes.pick(no=one.no)
    with dialogs(answer(passes, by="本人")):
        passes.hands.key("Ctrl+R")
    passes.chip("all")
    assert passes.rows()[0]["state"] == "returned"


def test_the_second_print_is_marked_and_a_void_pass_prints_void(passes):
    """Scenario 15 of domain.md §9, for a pass."""
    from desk_app.core import attachments

    one, seen = issue_temporary(passes), []
    with passes.desk.write() as session:
        attachments.printed(session, attachments.paper_of(session, one.uid, "temporary_pass_a6").id)
    passes.chip("issued")
    passes.pick(no=one.no)
    with dialogs(look(seen)):
        passes.hands.key("Ctrl+P")
    assert "补打第1次" in seen[0]
    with dialogs(
        answer(passes, reason="misprint", approver=ref(passes, "王班长")), lambda dialog: dialog.reject()
    ):
        passes.do("void")
    passes.chip("all")
    passes.pick(no=one.no)
    with dialogs(look(seen)):
        passes.do("print")
    assert "作废" in seen[1] and "LS-20261123-001" in seen[1]


def test_several_cards_come_on_one_sheet(passes):
    first = issue_long(passes)
    issue_temporary(passes)
    seen = []

    def choose(dialog):
        assert dialog.objectName() == "cards_dialog" and len(dialog.chosen()) == 2
        passes.hands.key("Space")
        assert "已选 1 张" in dialog.words.text()
        passes.hands.key("Space")
        click(dialog, "preview")

    def sheet(dialog):
        assert pages.page_count(dialog.pdf) == 1
        look(seen)(dialog)
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        QTimer.singleShot(50, lambda: QApplication.activeModalWidget().reject())

    with dialogs(choose, sheet):
        click(passes.work.widget, "sheet")
    assert first.no in seen[0] and "LS-20261123-001" in seen[0] and "出入证" in seen[0]


def test_a_scanned_number_opens_its_pass(passes):
    one = issue_temporary(passes)
    passes.hands.key("Ctrl+1")
    passes.hands.scan(one.no)
    assert passes.work.register.key == "entry_passes" and passes.table.current_row()["no"] == one.no


def test_a_rejected_application_comes_back_into_the_form_with_its_photo(passes):
    def work(session):
        values = {
            "kind": "long", "name": "张伟", "sex": "male", "id_kind": "resident_card", "id_no": CARD,
            "phone": "13912345678", "room": "15-08", "org": "鸿图装饰", "trade": "carpenter",
            "permit_no": PERMIT, "guarantor": "梁工", "photo": [str(passes.photo)], "paper_permit": True,
            "paper_id": True,
        }  # fmt: skip
        uid = service.apply(session, values, passes.desk.archive).uid
        return service.approve(session, uid, staff(passes, "陈主管"), agreed=False, note="照片不清")

    one = passes.write(work)
    passes.pick(name="张伟")
    passes.do("edit")
    assert "陈主管:照片不清" in passes.form.head.state.text()
    assert passes.form.boxes["photo"].value()
    passes.hands.key("Ctrl+S")
    assert passes.form.errors() == {}
    with passes.desk.read() as session:
        again = service.find(session, one.uid)
    assert (again.state, again.id_tail) == ("awaiting_approval", "002X")


def test_today_shows_what_runs_out_and_what_is_overdue(passes, now):
    issue_temporary(passes)
    now.go(days=2)
    passes.minute()
    passes.hands.key("Ctrl+1")
    shown = [passes.window._today.table.record(0)]
    assert shown[0]["room"] == "entry_passes" and "今日到期" in str(shown[0])
    now.go(days=9)
    with passes.db.write(SYSTEM) as session:
        from desk_app.registers.entry_passes import holding

        holding.expire_due(session)
    passes.minute()
    passes.window.open_register("entry_passes")
    passes.chip("overdue")
    assert [row["state"] for row in passes.rows()] == ["overdue"]
