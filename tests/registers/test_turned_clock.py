"""What somebody began can be ended whatever the clock says, and nothing ends before it began."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk_app.core import badges
from desk_app.core.errors import KnownError, RuleError
from desk_app.registers.contractors import service as contractors
from desk_app.registers.duty_log import service as duty_log
from desk_app.registers.visitors import service as visitors
from tests.faults.lab import CALL, PARTY
from tests.registers.test_contractors_service import form as contractor


def test_visitors_and_contractors_leave_though_the_clock_was_put_right(db, tower, qt, now):
    with db.write(qt) as session:
        visit = visitors.register(session, {**PARTY, "name": "林深", "badge": "A001"})
        stay = contractors.enter(session, contractor())
        entry = duty_log.record(session, {**CALL, "state": "doing"})
    now.go(days=-1)
    with db.write(qt) as session:
        contractors.confirm_call(session, stay.uid, way="phone", who="周颖")
        visit, stay = (
            visitors.sign_out(session, visit.uid).visit,
            contractors.leave(session, stay.uid).contractor,
        )
        entry = duty_log.finish(session, entry.uid, result="已答复")
        assert (visit.out_at, stay.out_at, entry.done_at) == (visit.in_at, stay.in_at, entry.at)
        loans = [out for _badge, out in badges.stock(session)]
    assert loans == [None] * len(loans)


def test_a_time_that_somebody_types_is_checked_all_the_same(db, tower, qt, now):
    with db.write(qt) as session:
        visit = visitors.register(session, {**PARTY, "name": "林深"})
    now.go(days=-1)
    for at in (now.at, now.at + timedelta(days=1)):
        with pytest.raises(RuleError, match=r"早于到访时间|还没到"), db.write(qt) as session:
            visitors.sign_out(session, visit.uid, at=at)


def test_a_key_comes_back_no_earlier_than_it_went(keydesk):
    loan = keydesk.lend()
    keydesk.set_clock(loan.out_at - timedelta(hours=5))
    keydesk.give_back(loan)
    back = keydesk.loan(loan.uid)
    assert back.back_at == back.out_at == back.lines[0].back_at == back.lines[0].returns[0].at


@pytest.mark.parametrize("year", [1970, 1988, 2000, 2099, 2150])
def test_an_impossible_year_is_told_and_nothing_is_saved(db, qt, now, year):
    now.at = datetime(year, 4, 17, tzinfo=UTC)
    with pytest.raises(KnownError, match=rf"{year}-04-17.*校准"), db.write(qt) as session:
        duty_log.record(session, dict(CALL))
    now.at = datetime(2026, 11, 23, 2, tzinfo=UTC)
    with db.write(qt) as session:
        assert duty_log.record(session, dict(CALL)).no == "ZB-20261123-001"
