"""What the tables say about an application, as the rules ask it."""

from __future__ import annotations

from datetime import date

from desk_app.core import clock, settings
from desk_app.core.errors import RuleError
from desk_app.core.workdays import Calendar
from desk_app.registers.renovation_permits import rules, timing, trials
from desk_app.registers.renovation_permits.drafting import TOUCHES
from desk_app.registers.renovation_permits.records import Renovation, RenovationTrial
from desk_app.registers.renovation_permits.timing import Away
from desk_app.registers.renovation_permits.trials import Test

COPIED = (
    "place", "kind", "relation", "owner", "tenant", "applicant", "phone", "by_agent", "org", "credit_code",
    "qual_until", "foreman", "foreman_phone", "fire_lead", "fire_phone", "workers", "hours", "starts", "ends",
)  # fmt: skip
TESTED = (
    "kind", "zone", "begun_at", "done_at", "depth", "downstairs", "pressure", "hold_minutes", "pressure_drop",
    "exempt", "result", "signed_by",
)  # fmt: skip


def case_of(one: Renovation) -> rules.Case:
    """Return what the rules ask about an application."""
    return rules.Case(
        **{name: getattr(one, name) for name in COPIED},
        works=len(one.kept_works),
        touches=touches(one),
        answers={answer.matter: answer.yes for answer in one.answers},
        permitted=frozenset(paper.matter for paper in one.kept_permissions),
        papers=tuple(paper.known for paper in one.papers),
    )


def touches(one: Renovation) -> frozenset[str]:
    """Return what the works touch: water, electricity and so on."""
    return frozenset(key for key in TOUCHES for work in one.kept_works if getattr(work, key))


def state_of(one: Renovation) -> str:
    """Return an application's state today."""
    return rules.effective(one.state, one.ends, clock.today())


def test_of(trial: RenovationTrial) -> Test:
    """Return a test as the rules ask it."""
    return Test(**{name: getattr(trial, name) for name in TESTED})


def missing_trials(one: Renovation, config: settings.Settings) -> list[RuleError]:
    """Return which tests the engineer still waits for."""
    if not rules.trials_needed(rules.Case(touches=touches(one)), config):
        return []
    return trials.missing([test_of(trial) for trial in one.trials])


def paid(one: Renovation) -> dict[str, tuple[int, str]]:
    """Return what was paid: kind -> (分, receipt number)."""
    return {fee.kind: (fee.amount, fee.receipt) for fee in one.fees if not fee.removed}


def pauses(one: Renovation) -> list[Away]:
    """Return when the papers of this round were away."""
    return [pause.away for pause in one.pauses if not pause.superseded]


def complete_day(one: Renovation) -> date | None:
    """Return the local day on which the papers were complete."""
    return clock.local(one.complete_at).date() if one.complete_at else None


def due_day(one: Renovation, days: int, calendar: Calendar) -> date | None:
    """Return the last day of the approval, None before complete papers and while they are away."""
    start = complete_day(one)
    answer = timing.due_day(start, pauses(one), days, calendar) if start else None
    return answer.value if answer else None


def used_days(one: Renovation, calendar: Calendar) -> int | None:
    """Return the working days the approval took, or has taken so far; None before complete papers."""
    start = complete_day(one)
    if start is None:
        return None
    until = clock.local(one.decided_at).date() if one.decided_at else clock.today()
    return timing.used(start, pauses(one), until, calendar)
