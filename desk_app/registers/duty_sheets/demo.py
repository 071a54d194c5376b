"""The header of every shift of the demo, and its hand-in; now and then one is forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from desk_app.core import clock, settings, shifts
from desk_app.core.declare import Ref
from desk_app.core.demo_day import DemoDay, Render
from desk_app.registers.duty_log import paper, rules, sheets

WEATHERS = ("sunny", "sunny", "sunny", "cloudy", "cloudy", "rain", "wind", "fog")


def plan(day: DemoDay) -> None:
    """Plan the headers of a day's two shifts, the hand-in of its day shift and of the night before."""
    rng, render = day.rng, day.renderer(paper.FORM)
    _plan_hand_in(day, clock.at(day.day, 8, 31), timedelta(hours=1), render)
    _plan_header(day, clock.at(day.day, 8, 36), rng.choice(WEATHERS))
    if rng.random() > 0.03:
        _plan_hand_in(day, clock.at(day.day, 18, 2), timedelta(hours=2), render)
    _plan_header(day, clock.at(day.day, 18, 9), rng.choice(WEATHERS))


def _plan_header(day: DemoDay, at: datetime, weather: str) -> None:
    lead = Ref(day.staff("DB"), "DB")
    remark = "雨天:托管房雨前、雨后各巡查一次" if weather in rules.WET else ""
    day.plan(at, partial(_fill, values={"weather": weather, "lead": lead, "remark": remark}))


def _fill(session: Session, values: dict[str, object]) -> None:
    sheets.fill_sheet(session, values)


def _plan_hand_in(day: DemoDay, at: datetime, back: timedelta, render: Render) -> None:
    """Hand in the log of the shift that ran `back` before, if it was written."""

    def hand_in(session: Session) -> None:
        shift = shifts.current(settings.load(session), clock.now() - back)
        sheet = sheets.of_shift(session, shift)
        if sheet is not None and sheet.state == "open" and not sheets.lacking(sheet):
            sheets.hand_in(session, sheet.uid, day.archive, render)

    day.plan(at, hand_in)
