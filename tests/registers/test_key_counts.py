from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import attachments, settings
from desk_app.core.declare import Tone
from desk_app.core.errors import FieldErrors, KnownError, RuleError
from desk_app.core.people import SYSTEM
from desk_app.registers.key_counts import figures, rules, service, views
from desk_app.registers.key_counts.register import REGISTER
from desk_app.registers.keys import service as keys
from tests.registers.papers import renderer

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
render = renderer("key_count")


def start(keydesk, scope="", witness=None, actor=None):
    with keydesk.unit(actor or keydesk.crew.other_qt) as session:
        return service.start(session, {"scope": scope, "witness": keydesk.ref(witness or keydesk.crew.lead)})


def mark(keydesk, count, code, result="present", **found):
    with keydesk.unit() as session:
        return service.mark(session, count.uid, code, result, **found)


def mark_rest(keydesk, count):
    with keydesk.unit() as session:
        return service.mark_rest(session, count.uid)


def submit(keydesk, count, **said):
    with keydesk.unit() as session:
        return service.submit(session, count.uid, keydesk.archive, render, **said)


def lines(keydesk, count):
    with keydesk.db.read() as session:
        return {str(line["code"]): line for line in views.lines(session, count.uid)}


def figures_of(keydesk, count):
    with keydesk.db.read() as session:
        return views.figures_of(session, count.uid)


def test_it_begins_with_the_book_as_it_stands(keydesk):
    loan = keydesk.lend("A-02-03")
    part = keydesk.lend(keys=[{"code": "A-01-03", "pieces": 1}])
    count = start(keydesk)
    found = lines(keydesk, count)
    assert (count.state, count.no, count.keepers) == ("counting", None, "李敏")
    assert (found["A-02-03"]["expected"], found["A-02-03"]["away"], found["A-02-03"]["result"]) == (
        0,
        1,
        "lent",
    )
    assert (found["A-01-03"]["expected"], found["A-01-03"]["away"], found["A-01-03"]["result"]) == (2, 1, "")
    assert found["A-02-03"]["holder"] == "陈春梅"
    keydesk.give_back(loan)
    keydesk.give_back(part)
    total = figures_of(keydesk, count)
    assert total.book == 12, "what came back meanwhile does not change the book"


def test_a_cabinet_is_counted_by_itself_and_lost_keys_are_not_looked_for(keydesk):
    with keydesk.unit() as session:
        keys.report_lost(session, keys.by_code(session, "A-02-03").uid, by="陈春梅")
    assert list(lines(keydesk, start(keydesk, "b"))) == ["B-01-01"]
    assert "A-02-03" not in lines(keydesk, start(keydesk, "A"))
    with pytest.raises(RuleError, match="没有钥匙"):
        start(keydesk, "C")


def test_the_keeper_does_not_count_his_own_keys(keydesk):
    with pytest.raises(FieldErrors, match="李敏 是这些钥匙的保管人,不能盘点"):
        start(keydesk, actor=keydesk.crew.qt)
    with keydesk.unit(SYSTEM) as session:
        settings.change(session, settings.SEPARATE_COUNTS, False)
    assert start(keydesk, actor=keydesk.crew.qt).handler_name == "李敏"


def test_the_witness_is_neither_keeper_nor_counter(keydesk):
    with pytest.raises(FieldErrors, match="盘点人自己"):
        start(keydesk, witness=keydesk.crew.other_qt)
    with keydesk.unit(keydesk.crew.other_qt) as session:
        mine = {"scope": "", "witness": keydesk.ref(keydesk.crew.qt)}
        with pytest.raises(FieldErrors, match="李敏 是这些钥匙的保管人"):
            service.start(session, mine)
    with keydesk.unit(SYSTEM) as session:
        settings.change(session, settings.SEPARATE_COUNTS, False)
    with keydesk.unit(keydesk.crew.other_qt) as session:
        assert service.start(session, mine).witness_name == "李敏"
        with pytest.raises(FieldErrors, match="两人在场"):
            service.start(session, {})


def test_the_same_keys_are_not_counted_twice_at_once(keydesk):
    first = start(keydesk, "A")
    with pytest.raises(RuleError, match="还没有提交"):
        start(keydesk)
    assert start(keydesk, "B").state == "counting"
    with keydesk.unit() as session:
        assert service.discard(session, first.uid, reason="重来").state == "void"
    assert start(keydesk, "A").state == "counting"


def test_keys_are_ticked_by_hook_or_tag_and_the_sums_follow(keydesk):
    count = start(keydesk, "A")
    assert figures_of(keydesk, count).open == 7
    mark(keydesk, count, "a-01-01")
    with keydesk.db.read() as session:
        tag = keys.by_code(session, "A-02-01").tag
    assert mark(keydesk, count, tag).code == "A-02-01"
    mark(keydesk, count, "A-01-03", "missing", found=1)
    total = figures_of(keydesk, count)
    assert (total.book, total.counted, total.difference, total.missing, total.open) == (11, 5, -2, 2, 4)
    with keydesk.unit() as session:
        service.unmark(session, count.uid, "A-01-03")
    assert figures_of(keydesk, count).difference == 0
    with pytest.raises(RuleError, match="不在这次盘点的范围"):
        mark(keydesk, count, "B-01-01")


@pytest.mark.parametrize(
    ("result", "found", "said"),
    [
        ("lent", None, "账上没有借出"), ("missing", 3, "应少于 3"), ("surplus", 3, "应多于 3"),
        ("present", 2, "不符请记"), ("odd", None, "请选择结果"), ("present", -1, "0 以上"),
    ],
)  # fmt: skip
def test_a_result_that_cannot_be_is_refused(keydesk, result, found, said):
    count = start(keydesk)
    with pytest.raises(RuleError, match=said):
        mark(keydesk, count, "A-01-03", result, found=found)


def test_a_key_lent_while_counting_may_be_marked_lent(keydesk):
    count = start(keydesk)
    keydesk.lend("A-02-03")
    assert lines(keydesk, count)["A-02-03"]["lent_now"]
    mark(keydesk, count, "A-02-03", "lent")
    total = figures_of(keydesk, count)
    assert (total.lent, total.difference) == (1, 0)


def test_a_lent_key_that_hangs_there_is_struck_off_before_it_is_counted(keydesk):
    loan = keydesk.lend("A-02-03")
    count = start(keydesk)
    with pytest.raises(RuleError, match="账上还借着:已挂回的请先在「借还」登记归还"):
        mark(keydesk, count, "A-02-03")
    keydesk.give_back(loan)
    assert lines(keydesk, count)["A-02-03"]["back_now"]
    mark(keydesk, count, "A-02-03")
    line = lines(keydesk, count)["A-02-03"]
    assert (line["expected"], line["away"], line["found"], line["result"]) == (1, 0, 1, "present")
    total = figures_of(keydesk, count)
    assert (total.book, total.counted, total.lent, total.difference) == (12, 1, 0, 0)


def test_the_rest_of_a_ring_lent_in_part_cannot_be_passed_as_lent(keydesk):
    count = start(keydesk)
    keydesk.lend(keys=[{"code": "A-01-03", "pieces": 1}])
    with pytest.raises(RuleError, match="A-01-03 只借出 1 把,柜里应有 2 把"):
        mark(keydesk, count, "A-01-03", "lent")
    mark(keydesk, count, "A-01-03")
    total = figures_of(keydesk, count)
    assert (total.counted, total.lent, total.difference) == (2, 1, 0)


def test_the_rest_in_the_cabinet_leaves_out_what_was_lent_meanwhile(keydesk):
    count = start(keydesk)
    keydesk.lend("A-02-03")
    mark_rest(keydesk, count)
    assert lines(keydesk, count)["A-02-03"]["result"] == "lent"
    total = figures_of(keydesk, count)
    assert (total.book, total.counted, total.lent, total.difference) == (12, 11, 1, 0)


def test_every_key_is_counted_before_it_is_handed_in(keydesk):
    count = start(keydesk, "A")
    mark(keydesk, count, "A-01-01")
    with pytest.raises(RuleError, match="还有 6 把没有点"):
        submit(keydesk, count)
    assert mark_rest(keydesk, count) == 6
    count = submit(keydesk, count)
    assert (count.state, count.no) == ("submitted", "PD-20261121-001")
    with keydesk.db.read() as session:
        printed = json.loads(keydesk.archive.read(attachments.paper_of(session, count.uid, "key_count")))
    assert printed["book"] == "11 把" and len(printed["items"]) == 7
    assert "15-09" not in json.dumps(printed, ensure_ascii=False), "no room on the sheet"


def test_a_difference_needs_reason_and_handling(keydesk):
    count = start(keydesk, "A")
    mark(keydesk, count, "A-02-03", "missing")
    mark(keydesk, count, "A-01-04", "surplus")
    mark_rest(keydesk, count)
    with pytest.raises(FieldErrors) as caught:
        submit(keydesk, count)
    assert {e.field for e in caught.value.errors} == {"reason", "handling"}
    assert "A-01-04、A-02-03" in caught.value.text
    count = submit(keydesk, count, reason="放错钩位", handling="已调整")
    with keydesk.db.read() as session:
        [row] = views.rows(session, [count.id])
    assert {column.key for column in REGISTER.columns} <= set(row)
    assert (row["difference"], row["missing"], row["surplus"]) == (0, 1, 1)


def test_when_the_archive_fails_there_is_no_number(keydesk):
    count = start(keydesk)
    mark_rest(keydesk, count)
    keydesk.archive.folder.write_text("in the way")
    with pytest.raises(KnownError):
        submit(keydesk, count)
    keydesk.archive.folder.unlink()
    assert submit(keydesk, count).no == "PD-20261121-001"


def test_a_supervisor_who_did_not_count_reviews_it_or_sends_it_back(keydesk):
    count = start(keydesk)
    mark_rest(keydesk, count)
    submit(keydesk, count)
    with keydesk.unit() as session, pytest.raises(RuleError, match="没有这项权限"):
        service.review(session, count.uid)
    with keydesk.unit(keydesk.crew.supervisor) as session:
        with pytest.raises(RuleError, match="重点哪里"):
            service.send_back(session, count.uid, reason=" ")
        assert service.send_back(session, count.uid, reason="A-01-03 再数").state == "counting"
    again = submit(keydesk, count)
    assert again.no == "PD-20261121-001", "the number stays"
    with keydesk.unit(keydesk.crew.supervisor) as session:
        assert service.review(session, count.uid, note="同意").reviewed_by == "陈主管"
    with keydesk.unit() as session, pytest.raises(RuleError, match="现在是「已审核」,不能逐把登记"):
        service.mark(session, count.uid, "A-01-01", "present")


def test_the_witness_does_not_review(keydesk):
    count = start(keydesk, witness=keydesk.crew.supervisor)
    mark_rest(keydesk, count)
    submit(keydesk, count)
    with keydesk.unit(keydesk.crew.supervisor) as session, pytest.raises(RuleError, match="监盘人以外"):
        service.review(session, count.uid)
    with keydesk.unit(keydesk.crew.manager) as session:
        assert service.review(session, count.uid).state == "reviewed"


def test_the_cabinets_are_offered_with_their_hooks(keydesk):
    with keydesk.db.read() as session:
        assert [(s.title, s.detail) for s in views.suggest_scope(session, "", {})] == [
            ("A", "7 串钥匙"), ("B", "1 串钥匙"),
        ]  # fmt: skip
        assert [s.value for s in views.suggest_scope(session, "b", {})] == ["B"]


def due(keydesk):
    with keydesk.db.read() as session:
        return [(one.tone, one.label) for one in views.due(session)]


def test_the_months_stock_take_is_due_until_one_was_made(keydesk):
    assert due(keydesk) == [(Tone.WAITING, "本月未盘点")]
    keydesk.at(10, day=date(2026, 11, 26))
    assert due(keydesk) == [(Tone.LATE, "逾期未盘点")]
    count = start(keydesk)
    assert due(keydesk) == [(Tone.DUE, "盘点中")]
    mark_rest(keydesk, count)
    submit(keydesk, count)
    assert due(keydesk) == [(Tone.DUE, "待审核")]
    keydesk.at(10, day=date(2026, 12, 1))
    assert (Tone.WAITING, "本月未盘点") in due(keydesk)
    with keydesk.unit(SYSTEM) as session:
        settings.change(session, rules.MONTHLY, False)
    assert due(keydesk) == [(Tone.DUE, "待审核")]


def test_the_months_stock_take_is_due_until_every_cabinet_was_counted(keydesk):
    start(keydesk, "B")
    with keydesk.db.read() as session:
        [open_, month] = views.due(session)
    assert (open_.label, month.label, month.detail) == ("盘点中", "本月未盘点", "A 柜")
    start(keydesk, "A")
    assert due(keydesk) == [(Tone.DUE, "盘点中")] * 2


def kpi(keydesk, key):
    with keydesk.db.read() as session:
        return next(k for k in figures.KPIS if k.key == key).count(session, *NOVEMBER)


def test_the_rate_is_agreeing_pieces_over_the_book(keydesk):
    assert kpi(keydesk, "agreeing") == (0, 0)
    keydesk.lend("A-02-03")
    count = start(keydesk, "A")
    mark(keydesk, count, "A-01-03", "missing", found=1)
    mark_rest(keydesk, count)
    assert kpi(keydesk, "made") == (0, None)
    submit(keydesk, count, reason="找不到", handling="已报失")
    assert kpi(keydesk, "agreeing") == (9, 11) and kpi(keydesk, "made") == (1, None)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(("", *rules.RESULT_KEYS)), st.integers(0, 12))))  # fmt: skip
def test_the_sums_agree_with_each_other(entries):
    counted = [
        rules.Counted(str(n), e, a, r, 0 if r == "lent" else f) for n, (e, a, r, f) in enumerate(entries)
    ]
    total = rules.total(counted)
    assert total.difference == total.surplus - total.missing
    assert 0 <= total.agreeing <= total.book
    assert total.open == sum(not line.result for line in counted)


def test_every_state_is_reached_and_every_setting_names_its_clause():
    reached = rules.MACHINE.start | {step.target for step in rules.MACHINE.steps}
    assert reached == set(rules.STATES) == {state.key for state in REGISTER.states}
    assert all(spec.clause for spec in REGISTER.settings)
