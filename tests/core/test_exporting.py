"""Files that leave: numbered, with a purpose; two persons agree to many rows and to clear ones, nobody to all numbers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk_app.core import access, clock, exporting, search, settings
from desk_app.core.access import Kind, Wanted
from desk_app.core.errors import Refused, RuleError
from desk_app.core.exporting import Asked
from desk_app.core.people import SYSTEM
from desk_app.registers.visitors.register import REGISTER


def begin(db, actor, **changes):
    asked = Asked(**{"what": "visitors", "purpose": "交经理核对", "rows": 3, "conditions": "王"} | changes)
    with db.write(actor) as session:
        return exporting.begin(session, asked, REGISTER)


def test_an_export_needs_a_purpose_a_right_and_few_rows(db, desk):
    with pytest.raises(RuleError, match="用途"):
        begin(db, desk.qt, purpose=" ")
    with db.write(SYSTEM) as session:
        settings.change(session, settings.EXPORT_LIMIT, 2)
    with pytest.raises(RuleError, match="最多导出 2 行"):
        begin(db, desk.qt)
    with pytest.raises(Refused):
        begin(db, desk.qt, what=exporting.LOG, rows=1)
    row = begin(db, desk.qt, rows=2)
    assert row.no.startswith("PZ-") and row.no in row.mark and "李敏" in row.mark and "交经理核对" in row.mark


def test_its_sum_is_in_the_log_and_the_number_serves_once(db, desk, tmp_path):
    row = begin(db, desk.qt)
    path = row.named(tmp_path / "访客.xlsx")
    path.write_bytes(b"book")
    assert row.no in path.name and row.named(path) == path
    with db.write(desk.qt) as session:
        exporting.take_up(session, row.no, "visitors")
        exporting.finish(session, row.no, path, ["单号", "姓名"])
    with db.read() as session:
        (line,) = access.read(session, Wanted(kind=Kind.EXPORT))
    assert (line.no, line.reason, line.count, line.conditions) == (
        row.no,
        "交经理核对",
        3,
        "王 掩码 列:单号、姓名",
    )
    assert path.name in line.result and len(line.result.split()[-1]) == 64
    with pytest.raises(RuleError, match="已用过"), db.write(desk.qt) as session:
        exporting.take_up(session, row.no, "visitors")


def test_nobody_uses_anothers_number_nor_an_old_one(db, desk, set_clock):
    now = clock.now()
    set_clock(now)
    row = begin(db, desk.qt)
    for actor, later in ((desk.other_qt, 0), (desk.qt, 31)):
        set_clock(now + timedelta(minutes=later))
        with pytest.raises(RuleError, match="重新导出"), db.write(actor) as session:
            exporting.take_up(session, row.no, "visitors")


def test_in_clear_only_by_the_supervisor_with_the_managers_own_agreement(db, desk):
    for actor in (desk.qt, desk.lead):
        with pytest.raises(RuleError, match="客服主管申请"):
            begin(db, actor, clear=True)
    row = begin(db, desk.supervisor, clear=True)
    with pytest.raises(RuleError, match="当面批准"), db.write(desk.supervisor) as session:
        exporting.take_up(session, row.no, "visitors")
    for actor in (desk.supervisor, desk.lead):
        with pytest.raises(RuleError), db.write(actor) as session:
            exporting.approve(session, row.no)
    with db.write(desk.manager) as session:
        exporting.approve(session, row.no)
    with db.write(desk.supervisor) as session:
        assert "批准人 何经理" in exporting.take_up(session, row.no, "visitors").mark


def test_a_manager_who_asks_cannot_agree(db, desk):
    row = begin(db, desk.manager, clear=True)
    with pytest.raises(RuleError, match="同一个人"), db.write(desk.manager) as session:
        exporting.approve(session, row.no)


def test_many_masked_rows_need_a_second_person_too(db, desk):
    with db.write(SYSTEM) as session:
        settings.change(session, settings.EXPORT_ALONE, 2)
    with db.write(desk.qt) as session:
        few = exporting.begin(session, Asked("visitors", "核对", 2), REGISTER)
        assert exporting.take_up(session, few.no, "visitors").approved_by == ""
    with pytest.raises(RuleError, match="不需要批准"), db.write(desk.manager) as session:
        exporting.approve(session, few.no)
    many = begin(db, desk.qt)
    with pytest.raises(RuleError, match="超过 2 行,须主管或经理"), db.write(desk.qt) as session:
        exporting.take_up(session, many.no, "visitors")
    for actor in (desk.qt, desk.other_qt, desk.lead):
        with pytest.raises(RuleError), db.write(actor) as session:
            exporting.approve(session, many.no)
    with db.write(desk.supervisor) as session:
        exporting.approve(session, many.no)
    with db.write(desk.qt) as session:
        mark = exporting.take_up(session, many.no, "visitors").mark
    assert "批准人 陈主管" in mark and "明文" not in mark


@pytest.mark.parametrize(
    ("rows", "records", "whole"),
    [(20, 1, False), (21, 42, False), (21, 41, True), (400, 500, True), (400, 5000, False)],
)
def test_the_document_numbers_of_a_whole_register_never_leave(db, desk, monkeypatch, rows, records, whole):
    """Whatever it was searched by: a letter finds nearly everybody."""
    monkeypatch.setattr(search, "number_of", lambda _session, kind: records if kind == "visitors" else 0)
    for conditions in ("", "a"):
        if not whole:
            assert begin(db, desk.supervisor, clear=True, conditions=conditions, rows=rows).clear
            continue
        with pytest.raises(RuleError, match="禁止整库"):
            begin(db, desk.supervisor, clear=True, conditions=conditions, rows=rows)


def test_a_whole_register_is_counted_by_what_can_be_found_in_it(db):
    with db.write(SYSTEM) as session:
        for number in range(3):
            search.put(
                session, "visitors" if number else "badge", number, f"u{number}", {"name": "王"}, title="王"
            )
        assert search.number_of(session, "visitors") == 2


def test_a_month_and_the_log_have_nothing_in_clear(db, desk):
    with pytest.raises(RuleError, match="没有明文"):
        begin(db, desk.manager, what=exporting.MONTH, clear=True)
