"""Lending keys through the real window: a plant-room refusal, partial return, scans, loss, reprint (domain.md F07)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desk_app.core import access, attachments, audit, clock, links, people, premises
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM, Role
from desk_app.kit import record_words
from desk_app.registers.key_loans import returning, service
from desk_app.registers.key_loans.register import REGISTER
from desk_app.registers.keys import service as keys
from tests.registers.papers import renderer
from tests.shell.hands import click, dialogs, focus_name, told

KEYS = (
    ("A-01-01", "vacant", "15-09", 3),
    ("A-01-02", "common", "天台门", 1),
    ("A-02-01", "plant", "B1-01", 2),
)


def shown(front, name):
    """Return a label of the form as it is once the form had a turn to think."""
    QApplication.processEvents()
    return front.form.findChild(QLabel, name)


@pytest.fixture
def cabinet(front):
    """The key desk: three keys, a chief engineer; the loans' form in front."""
    with front.db.write(SYSTEM) as session:
        people.add_staff(session, name="郑工", code="030", roles=[Role.GC])
        for code, kind, place, pieces in KEYS:
            room = premises.room_by_text(session, place)
            values = {
                "code": code, "kind": kind, "place": Ref(room.id if room else None, place), "pieces": pieces,
                "source": "developer", "keeper": Ref(1, "李敏"),
            }  # fmt: skip
            session.info["actor"] = front.desk.actor
            keys.add(session, values, {"consent_by": "旧账"})
    front.controller.set_up_scanner()
    front.window.open_register("key_loans")
    assert focus_name() == "key"
    return front


def lend(front, key="A-01-02", **changes):
    values = {
        "kind": "loan", "standing": "cleaning", "borrower": "陈春梅", "phone": "13900002222", "org": "洁佳保洁",
        "id_kind": "work_card", "purpose": "patrol", "due_at": clock.at(clock.today(), 17, 30), "key": key,
        "kz": Ref(4, "陈主管"), "kz_how": "phone",
    } | changes  # fmt: skip
    return front.write(lambda s: service.lend(s, values, front.desk.archive, renderer))


def no_print(dialog):
    """Close a print preview without printing."""
    dialog.reject()


def key_state(front, code):
    with front.desk.read() as session:
        return keys.by_code(session, code).state


def start_loan(front, key, standing):
    """Type a loan into the form up to its due time."""
    hands = front.hands
    hands.type(key)
    hands.key("Enter", "Enter", "Enter", "Enter")
    assert focus_name() == "standing"
    hands.type(standing)
    hands.key("Enter")
    hands.fill("仇海", "13900005521", "日立电梯")
    hands.type("2")
    hands.key("Enter")
    hands.type("3")
    hands.key("Enter")
    assert focus_name() == "due_at"


def test_a_plant_room_key_is_refused_until_the_chief_engineer_agrees(cabinet):
    """Scenario 5 of domain.md §9, by keyboard alone."""
    front, hands = cabinet, cabinet.hands
    start_loan(front, "A-02-01", "6")
    assert "须工程主管同意" in shown(front, "form_hint").text()
    hands.key("Ctrl+S")
    assert "工程主管" in front.form.errors()["gc"] and focus_name() == "gc"
    assert front.rows() == [] and key_state(front, "A-02-01") == "in_cabinet"
    hands.type("zg")
    hands.key("Enter", "Enter")
    hands.type("1")
    with dialogs(no_print):
        hands.key("Ctrl+S")
    assert front.form.errors() == {}
    row = front.rows()[0]
    assert (row["codes"], row["borrower"], row["approvers"]) == ("A-02-01", "仇海", "郑工 当面")
    assert key_state(front, "A-02-01") == "out" and focus_name() == "key"


def test_the_owner_borrows_his_rooms_key_without_anybody(cabinet):
    front = cabinet
    front.form.set_values({
        "key": "A-01-01", "standing": "owner", "borrower": "何业", "phone": "13900010001", "id_kind": "work_card",
        "purpose": "viewing",
    })  # fmt: skip
    assert "免审批" in shown(front, "form_hint").text()
    with dialogs(no_print):
        front.hands.key("Ctrl+S")
    assert front.rows()[0]["approvers"] == ""


def test_part_of_a_ring_comes_back_and_the_rest_stays_open(cabinet):
    front, hands = cabinet, cabinet.hands
    lend(front, "A-01-01")
    front.work.refill()
    front.pick(codes="A-01-01")

    def one_back(dialog):
        assert dialog.form.boxes["by_name"].value() == "陈春梅"
        hands.key("Enter", "Space", "Enter", "Enter")
        hands.type("1")
        hands.key("Ctrl+S")

    with dialogs(one_back):
        hands.key("Ctrl+L")
    assert (front.rows()[0]["state"], front.rows()[0]["left"]) == ("partly_back", 2)
    assert "还差 2 把" in front.notice

    front.pick(codes="A-01-01")
    with dialogs(lambda _d: hands.key("Enter", "Space", "Ctrl+S")):
        hands.key("Ctrl+L")
    assert front.rows() == [] and key_state(front, "A-01-01") == "in_cabinet"


def test_a_door_nobody_saw_locked_asks_for_a_reason(cabinet):
    front, hands = cabinet, cabinet.hands
    lend(front)
    front.work.refill()
    front.pick(codes="A-01-02")

    def reason(dialog):
        assert "门已锁" in told(dialog)
        dialog.free.setText("保安已去看")
        hands.key("Enter")

    with dialogs(lambda _d: hands.key("Ctrl+S"), reason):
        hands.key("Ctrl+L")
    assert front.rows() == []


def test_instructions_are_loud_in_the_form_and_told_when_the_key_is_taken(cabinet):
    front = cabinet
    front.write(lambda s: keys.instruct(s, keys.by_code(s, "A-01-02").uid, text="家中有犬"))
    front.form.set_values({
        "key": "A-01-02", "standing": "sales", "borrower": "高俊", "org": "链家", "phone": "13900003333",
        "id_kind": "work_card", "purpose": "viewing",
    })  # fmt: skip
    warning = shown(front, "form_warning")
    assert warning.isVisible() and warning.text() == "A-01-02 家中有犬"
    said = []
    with dialogs(lambda d: (said.append(told(d)), front.hands.key("Enter")), no_print):
        front.hands.key("Ctrl+S")
    assert "当面告知" in said[0] and "家中有犬" in said[0]
    assert not warning.isVisible()


def test_what_he_has_out_is_shown_and_overdue_keys_ask_for_a_reason(cabinet, now):
    front, hands = cabinet, cabinet.hands
    lend(front)
    now.go(hours=9)
    front.form.set_values({
        "key": "A-01-01", "standing": "cleaning", "borrower": "陈春梅", "org": "洁佳保洁", "phone": "13900002222",
        "id_kind": "work_card", "purpose": "patrol", "due_at": clock.at(clock.today(), 20),
        "kz": Ref(4, "陈主管"), "kz_how": "phone",
    })  # fmt: skip
    assert "还借着 A-01-02,已逾期" in shown(front, "form_hint").text()

    def reason(dialog):
        assert "请先催还" in told(dialog)
        dialog.free.setText("漏水应急")
        hands.key("Enter")

    with dialogs(reason, no_print):
        hands.key("Ctrl+S")
    assert len(front.rows()) == 2
    front.minute()
    assert front.window.findChild(QPushButton, "pill_key_loans_late").text() == "钥匙逾期 1"


def test_a_scanned_tag_fills_the_form_and_offers_the_return(cabinet):
    front, hands = cabinet, cabinet.hands
    with front.desk.read() as session:
        first, second = (keys.by_code(session, code).tag for code in ("A-01-01", "A-01-02"))
    hands.scan(first)
    assert front.form.boxes["key"].value() == "A-01-01"
    hands.scan(second)
    assert front.form.boxes["keys"].raw() == [{"code": "A-01-02", "pieces": ""}]
    front.form.clear()
    lend(front)
    front.window.open_register("visitors")
    with dialogs(lambda dialog: (told(dialog).index("归还 A-01-02"), hands.key("Enter", "Space", "Ctrl+S"))):
        hands.scan(second)
    assert front.work.register.key == "key_loans" and front.rows() == []


def test_the_due_time_of_a_form_that_stood_empty_is_preset_anew(cabinet, now):
    front, hands = cabinet, cabinet.hands
    assert front.form.boxes["due_at"].value() == clock.at(clock.today(), 17, 30)
    now.go(hours=9)
    hands.type("A-01-02")
    hands.key("Enter")
    assert front.form.boxes["due_at"].value() == clock.at(clock.today(), 20, 40)


def test_the_list_of_what_is_out_opens_ready_to_print(cabinet):
    front = cabinet
    lend(front)
    seen = []

    def look(dialog):
        seen.append(dialog.windowTitle())
        dialog.printed.emit(True)
        dialog.reject()

    with dialogs(look):
        click(front.work.widget, "still_out")
    assert "钥匙未还清单" in seen[0]
    with front.db.read() as session:
        (line,) = access.read(session, access.Wanted(kind=access.Kind.PRINT))
    assert line.entity == "key_loans" and line.who


def test_the_history_tells_everything_in_words(cabinet):
    front = cabinet
    loan, boss = lend(front, "A-01-01"), 4
    later = {"due_at": clock.at(clock.today(), 23) + timedelta(days=1), "kz": Ref(boss, ""), "how": "phone"}
    front.write(lambda s: service.extend(s, loan.uid, **later))
    front.write(lambda s: service.chase(s, loan.uid, called="陈春梅", reported="kz"))
    bent = [{"code": "A-01-01", "pieces": 1, "condition": "damaged"}]
    front.write(lambda s: returning.give_back(s, loan.uid, by_name="陈春梅", lines=bent, locked=True))
    front.write(lambda s: returning.lose(s, loan.uid, code="A-01-01", answerable="陈春梅"))
    paid = {"cost": 18000, "paid_by": "borrower", "approver_id": boss}
    front.write(lambda s: returning.relock(s, loan.uid, code="A-01-01", **paid))
    void = lend(front)
    front.write(lambda s: service.void(s, void.uid, reason="misprint", approver_id=3))
    with front.desk.read() as session:
        told = "".join(
            record_words.change(REGISTER, entry, "key_loan", {})
            for uid in (loan.uid, void.uid)
            for entry in audit.history(session, uid)
        )
    for words in ("180.00", "遗失人", "损坏", "已报客服主管", "打印损坏", "审批环节:— → 客服主管同意"):
        assert words in told, words
    for raw in ("18000", "→ borrower", "→ damaged", "→ kz", "misprint", "extend0"):
        assert raw not in told, raw


def test_a_number_opens_its_loan(cabinet):
    loan = lend(cabinet)
    cabinet.hands.key("Alt+1")
    cabinet.hands.scan(loan.no)
    assert cabinet.work.register.key == "key_loans" and cabinet.table.current_row()["no"] == loan.no


def test_a_lost_key_is_settled_step_by_step(cabinet):
    front, hands = cabinet, cabinet.hands
    lend(front)
    front.work.refill()
    front.pick(codes="A-01-02")
    with dialogs(lambda _d: hands.key("Ctrl+S")):
        front.do("lose")
    front.chip("lost")
    assert front.rows()[0]["reason"] == "A-01-02 遗失,未换锁"
    front.pick(codes="A-01-02")
    refused = []
    with dialogs(lambda d: (hands.key("Ctrl+S"), refused.append(d.form.errors()), d.reject())):
        front.do("replace")
    assert "先登记换锁" in refused[0][""]

    def relock(dialog):
        dialog.form.set_values({"approver": Ref(4, "陈主管"), "cost": 18000, "paid_by": "borrower"})
        hands.key("Ctrl+S")

    with dialogs(relock):
        front.do("relock")
    front.pick(codes="A-01-02")
    with dialogs(lambda _d: hands.key("Ctrl+S")):
        front.do("replace")
    front.chip("all")
    assert front.rows()[0]["state"] == "settled" and key_state(front, "A-01-02") == "in_cabinet"


def test_the_second_print_says_so_and_a_void_slip_says_void(cabinet):
    """Scenario 15 of domain.md §9."""
    from desk_app.kit import printing

    front, hands = cabinet, cabinet.hands
    loan = front.write(
        lambda s: service.lend(
            s,
            {
                "kind": "loan", "standing": "sales", "borrower": "高俊", "org": "链家", "phone": "13900003333",
                "id_kind": "work_card", "purpose": "viewing", "key": "A-01-01",
                "due_at": clock.at(clock.today(), 17),
            },
            front.desk.archive, lambda form: printing.renderer(front.desk, form),
        )
    )  # fmt: skip
    front.work.refill()
    front.pick(no=loan.no)
    with dialogs(no_print):
        hands.key("Ctrl+P")
    with front.desk.read() as session:
        paper = attachments.paper_of(session, loan.uid)
    front.write(lambda s: attachments.printed(s, paper.id))
    plain, marked = front.desk.archive.read(paper), printing.marked(front.desk, paper)
    assert marked != plain

    def void(dialog):
        dialog.form.set_values({"reason": "wrong_entry", "approver": Ref(3, "王班长")})
        hands.key("Ctrl+S")

    with dialogs(void):
        front.do("void")
    front.chip("all")
    row = front.pick(no=loan.no)
    assert row["state"] == "void" and key_state(front, "A-01-01") == "in_cabinet"
    assert words(marked).count("补打第 1 次") == 2
    voided = words(printing.marked(front.desk, paper, void=True))
    assert "作" in voided and "废" in voided


def words(pdf: bytes) -> str:
    """Return the text of a PDF, without the blanks between letters."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_both_stories_open_the_movement_that_is_chosen(cabinet):
    front, hands = cabinet, cabinet.hands
    loan = lend(front)
    front.work.refill()
    front.chip("all")
    for action in ("borrower", "key_story"):
        front.pick(no=loan.no)

        def story(dialog):
            assert loan.no in {dialog.table.item(0, c).text() for c in range(9)}
            hands.key("Enter")

        with dialogs(story):
            front.do(action)
        assert front.table.current_row()["no"] == loan.no


def test_a_call_leads_to_a_loan_with_the_callers_name(cabinet):
    front = cabinet
    visit = front.visit()
    front.desk.follow_requested.emit("key_loans", {"borrower": "单雨桐", "phone": "13800138000"}, visit.uid)
    assert front.form.boxes["borrower"].value() == "单雨桐"
    front.form.set_values({
        "key": "A-01-01", "standing": "sales", "org": "链家", "id_kind": "work_card", "purpose": "viewing",
    })  # fmt: skip
    with dialogs(no_print):
        front.hands.key("Ctrl+S")
    with front.desk.read() as session:
        [link] = links.of(session, visit.uid)
    assert link.to_entity == "key_loan"


def test_a_void_loan_is_copied_without_times_and_consents(cabinet):
    front = cabinet
    loan = lend(front)
    front.write(lambda s: service.void(s, loan.uid, reason="misprint", approver_id=3))
    front.work.refill()
    front.chip("all")
    front.pick(no=loan.no)
    front.do("copy")
    assert front.form.boxes["key"].value() == "A-01-02" and front.form.boxes["borrower"].value() == "陈春梅"
    assert front.form.boxes["kz"].is_empty()


def test_the_form_fits_the_small_screen_without_scrolling(cabinet):
    front = cabinet
    front.window.resize(1366, 690)
    front.form.set_values({"key": "A-02-01", "standing": "cleaning", "borrower": "陈春梅"})
    QApplication.processEvents()
    assert front.form._pages[""].verticalScrollBar().maximum() == 0


def test_extend_and_chase_are_asked_in_small_dialogs(cabinet):
    front, hands = cabinet, cabinet.hands
    lend(front)
    front.work.refill()
    front.pick(codes="A-01-02")
    said = []
    with dialogs(lambda d: (said.append(told(d)), hands.key("Ctrl+S"))):
        hands.key("Ctrl+R")
    row = front.rows()[0]
    assert row["calls"] == 1 and "13900002222" in said[0]
    with front.desk.read() as session:
        calls = [entry.changes for entry in audit.history(session, row["uid"]) if entry.entity == "key_chase"]
    assert calls and "13900002222" not in str(calls), "a whole number is shown, never kept in the history"

    def later(dialog):
        dialog.form.set_values({"due_at": clock.at(clock.today(), 19)})
        hands.key("Ctrl+S")

    front.pick(codes="A-01-02")
    with dialogs(later):
        front.do("extend")
    assert front.rows()[0]["due_at"] == clock.at(clock.today(), 19)
