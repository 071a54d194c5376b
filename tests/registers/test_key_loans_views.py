from __future__ import annotations

from datetime import date, timedelta

from desk_app.core import clock
from desk_app.core.declare import Tone
from desk_app.registers.key_loans import facts, figures, lookups, paper, returning, service, views
from desk_app.registers.key_loans.register import REGISTER
from desk_app.registers.keys import service as keys
from tests.conftest import OWNER_CONTACT_PHONE, OWNER_PHONE
from tests.registers.loan_desk import SATURDAY

SUNDAY = SATURDAY + timedelta(days=1)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))


def listed(keydesk, view, text=""):
    with keydesk.db.read() as session:
        return [row["no"] for row in views.rows(session, views.ids(session, view, text))]


def test_each_view_has_its_movements_what_is_due_first_in_front(keydesk):
    late = keydesk.lend("A-02-03", due_at=clock.at(SATURDAY, 16))
    soon = keydesk.lend("A-01-03", due_at=clock.at(SATURDAY, 12))
    tomorrow = keydesk.lend("B-01-01", due_at=clock.at(SUNDAY, 9))
    kept = keydesk.lend("A-01-04", kind="retain", standing="owner", borrower="刘海", agrees=True, kz=None)
    keydesk.at(16, 30)
    keydesk.give_back(soon)
    assert listed(keydesk, "open") == [late.no, tomorrow.no]
    assert listed(keydesk, "late") == listed(keydesk, "due") == [late.no]
    assert listed(keydesk, "kept") == [kept.no] and len(listed(keydesk, "all")) == 4
    assert listed(keydesk, "all", "ccm A-02-03") == [late.no]
    with keydesk.db.read() as session:
        assert dict(views.counts(session)) == {
            "open": 2,
            "late": 1,
            "due": 1,
            "today": 4,
            "lost": 0,
            "kept": 1,
        }


def test_a_row_masks_the_telephone_and_counts_the_minutes(keydesk):
    loan = keydesk.lend(due_at=clock.at(SATURDAY, 16))
    keydesk.at(17, 31)
    with keydesk.db.read() as session:
        [row] = views.rows(session, [loan.id])
    shown = {column.key for column in REGISTER.columns if column.listed or column.sheeted}
    assert shown <= set(row)
    assert (row["state"], row["phone"], row["late_minutes"], row["left"]) == ("late", "139****2222", 91, 1)
    assert row["step"] == "当班结束仍未还,报客服主管"


def test_today_shows_what_comes_back_today_and_what_is_late_loudly(keydesk):
    keydesk.lend("A-02-03", due_at=clock.at(SATURDAY, 16))
    keydesk.lend("A-01-03", due_at=clock.at(SATURDAY, 17, 20))
    keydesk.lend("B-01-01", due_at=clock.at(SUNDAY, 9))
    keydesk.at(17)
    with keydesk.db.read() as session:
        found = [(d.tone, d.label) for d in views.due(session)]
    assert found == [(Tone.LATE, "逾期 60 分钟,电话催还"), (Tone.DUE, "今日应还钥匙")]


def test_the_handover_lists_every_key_that_is_out(keydesk):
    """Scenario 6 of domain.md §9: not returned over the shift's end."""
    loan = keydesk.lend("A-02-03", "A-01-03")
    with keydesk.unit() as session:
        service.chase(session, loan.uid, called="陈春梅", said="马上送来")
    keydesk.at(18)
    with keydesk.db.read() as session:
        [one] = views.handover(session)
    assert (one.codes, one.left, one.late_minutes, one.last_call) == (
        ("A-02-03", "A-01-03"),
        4,
        30,
        "马上送来",
    )
    assert one.step == "当班结束仍未还,报客服主管"


def kpi(keydesk, key, month=NOVEMBER):
    with keydesk.db.read() as session:
        return next(k for k in figures.KPIS if k.key == key).count(session, *month)


def test_the_return_rate_counts_the_month_of_the_due_time(keydesk):
    """Scenarios 6 and 18 of domain.md §9."""
    assert kpi(keydesk, "returned") == (0, 0)
    in_time = keydesk.lend("A-02-03")
    keydesk.give_back(in_time)
    late = keydesk.lend("A-01-03", due_at=clock.at(SATURDAY, 12))
    keydesk.lend("B-01-01", due_at=clock.at(date(2026, 12, 2), 9))
    voided = keydesk.lend("A-01-01")
    with keydesk.unit() as session:
        service.void(session, voided.uid, reason="cancelled", approver_id=keydesk.crew.lead.staff_id)
    keydesk.at(13)
    keydesk.give_back(late)
    assert kpi(keydesk, "returned") == (1, 2) and kpi(keydesk, "late") == (1, None)
    assert kpi(keydesk, "lent") == (3, None)
    assert kpi(keydesk, "returned", DECEMBER) == (0, 0)
    keydesk.at(10, day=date(2026, 12, 3))
    assert kpi(keydesk, "returned", DECEMBER) == (0, 1)
    assert kpi(keydesk, "late_now", DECEMBER) == (1, None) and kpi(keydesk, "late_now") == (0, None)


def test_the_sheet_has_one_row_a_key_and_what_fell_due_in_the_month(keydesk):
    keydesk.lend("A-02-03", "A-01-03")
    keydesk.lend("B-01-01", due_at=clock.at(date(2026, 12, 2), 9))
    with keydesk.db.read() as session:
        november, december = (views.month(session, *month) for month in (NOVEMBER, DECEMBER))
    assert [row["codes"] for row in november] == ["A-02-03", "A-01-03", "B-01-01"]
    assert [row["codes"] for row in december] == ["B-01-01"]
    assert {row["approvers"] for row in november} == {"陈主管 电话"}
    assert [row["key_kind"] for row in november] == ["common", "vacant", "card"]


def test_a_lost_key_is_late_once_and_counted_lost(keydesk):
    loan = keydesk.lend()
    with keydesk.unit() as session:
        returning.lose(session, loan.uid, code="A-02-03", answerable="陈春梅")
    assert kpi(keydesk, "lost") == (1, None)
    assert kpi(keydesk, "returned") == (0, 1)
    assert listed(keydesk, "lost") == [loan.no]
    keydesk.at(20)
    with keydesk.db.read() as session:
        assert views.rows(session, [loan.id])[0]["late_minutes"] == 0


def advice(keydesk, *codes, **changes):
    with keydesk.db.read() as session:
        return lookups.advice(session, keydesk.form(*codes, **changes))


def test_the_form_says_who_must_agree_what_to_tell_and_what_he_has_out(keydesk):
    with keydesk.unit() as session:
        keys.instruct(session, keys.by_code(session, "A-02-01").uid, text="只可由工程陪同")
    keydesk.lend()
    said = advice(keydesk, "A-02-01")
    assert (said.needs, said.told) == (("gc",), ("A-02-01 只可由工程陪同",))
    assert "A-02-01 B1 配电房 共 2 把" in said.hints
    assert "此人还借着 A-02-03,应还 11-21 17:30" in said.hints and "须工程主管同意" in said.hints
    free = advice(keydesk, "A-01-03", standing="owner", borrower="刘海", phone="")
    assert "登记签名即可,免审批" in free.hints
    keydesk.at(18)
    assert any("已逾期" in hint for hint in advice(keydesk, "A-02-01").hints)


def test_keys_are_offered_by_hook_room_and_tag_with_who_has_them(keydesk):
    keydesk.lend("A-02-03")
    with keydesk.db.read() as session:
        offers = lookups.suggest_key(session, "a-2-3", {})
        assert (offers[0].value, offers[0].detail) == ("A-02-03", "陈春梅 借着")
        assert [offer.value for offer in lookups.suggest_key(session, "15-09", {})] == ["A-01-03", "A-01-04"]
        tag = keys.by_code(session, "A-02-01").tag
        assert lookups.suggest_key(session, tag, {})[0].value == "A-02-01"
        assert lookups.suggest_key(session, "pdf", {})[0].fills == {"pieces": 2}


def test_borrowers_companies_and_who_may_agree_are_offered(keydesk):
    keydesk.lend()
    with keydesk.db.read() as session:
        [offer] = lookups.suggest_borrower(session, "ccm", {})
        assert offer.fills["phone"] == "13900002222" and "****" in offer.detail
        assert lookups.suggest_org(session, "jj", {})[0].value == "洁佳保洁"
        field = REGISTER.field("gc")
        assert field.suggest is not None
        assert [s.title for s in field.suggest(session, "", {})] == ["郑工"]
        assert [s.title for s in lookups.suggest_supervisor(session, "", {})] == ["陈主管", "何经理"]
        assert [s.title for s in lookups.suggest_lead(session, "w", {})] == ["王班长"]
    with keydesk.db.read() as session:
        phones = lookups.suggest_owner_phone(session, "", keydesk.form("A-01-02"))
        assert [p.value for p in phones] == [OWNER_PHONE, OWNER_CONTACT_PHONE]
        assert phones[1].fills == {"owner_by": "周颖"}
    keydesk.at(10, day=SATURDAY + timedelta(days=40))
    with keydesk.db.read() as session:
        assert lookups.suggest_borrower(session, "ccm", {}) == []


def test_the_story_of_a_key_and_of_a_borrower(keydesk):
    first = keydesk.lend("A-02-03", "A-01-03")
    keydesk.at(18)
    keydesk.give_back(first, lines=[{"code": "A-02-03", "pieces": 1}])
    second = keydesk.lend("A-02-03", borrower="万凯", phone="13800001111", due_at=clock.at(SATURDAY, 20))
    with keydesk.db.read() as session:
        uid = keys.by_code(session, "A-02-03").uid
        story = lookups.story_of_key(session, uid)
        assert [entry.no for entry in story] == [second.no, first.no]
        assert story[1].words[-1] == "晚还 30 分钟" and story[0].words[-1] == "未还 1 把"
        mine = lookups.story_of_borrower(session, first.uid)
        assert [entry.words[2] for entry in mine] == ["A-01-03", "A-02-03"]


def test_namesakes_and_colleagues_on_one_telephone_are_told_apart(keydesk):
    mine = keydesk.lend("A-02-03", borrower="王伟", org="", phone="13900007777")
    with keydesk.db.read() as session:
        assert facts.held_by(session, "王伟", "13900008888", "") == (), "another Wang Wei"
        assert [line.code for line in facts.held_by(session, "王伟", "", "")] == ["A-02-03"], (
            "not told yet who"
        )
    keydesk.lend("A-01-03", borrower="王伟", org="", phone="13900008888")
    keydesk.lend("B-01-01", borrower="李强", org="", phone="13900007777", why={"borrower": "x"})
    with keydesk.db.read() as session:
        assert [e.words[2] for e in lookups.story_of_borrower(session, mine.uid)] == ["A-02-03"]


def test_the_list_of_what_is_out_has_the_late_ones_first_and_no_room(keydesk):
    keydesk.lend("A-01-03", due_at=clock.at(SATURDAY, 20))
    keydesk.lend(
        "A-02-01", borrower="万凯", phone="13800001111", gc=keydesk.ref(keydesk.engineer), gc_how="phone"
    )
    keydesk.at(18)
    with keydesk.db.read() as session:
        text = words(paper.still_out(session, views.handover(session), "李敏"))
    assert text.index("已逾期") < text.index("A-02-01") < text.index("今日应还") < text.index("A-01-03")
    assert (
        "未还合计5把" in text and "15-09" not in text and "配电房" not in text and "13800001111" not in text
    )
    with keydesk.db.read() as session:
        assert "没有借出的钥匙" in words(paper.still_out(session, [], "李敏"))


def words(pdf: bytes) -> str:
    """Return the text of a PDF without blanks."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def test_what_was_reported_is_not_asked_for_again(keydesk):
    loan = keydesk.lend()
    keydesk.at(18, 10)

    def step():
        with keydesk.db.read() as session:
            return views.rows(session, [loan.id])[0]["step"]

    assert "报客服主管" in step()
    with keydesk.unit() as session:
        service.chase(session, loan.uid, called="陈春梅", reported="kz")
    assert "电话催还" in step()
    keydesk.at(9, day=SUNDAY)
    assert "报经理" in step()


def test_a_copy_takes_over_everything_but_times_and_consents(keydesk):
    loan = keydesk.lend()
    with keydesk.db.read() as session:
        copy = views.to_copy(session, loan.uid)
        whole = views.values(session, loan.uid)
    assert copy["borrower"] == "陈春梅" and (copy["key"], copy["pieces"], copy["keys"]) == ("A-02-03", 1, [])
    assert not {"uid", "due_at", "kz"} & set(copy) and whole["due_at"] == clock.at(SATURDAY, 17, 30)


def test_every_setting_names_where_it_comes_from():
    assert all(spec.clause for spec in REGISTER.settings)
