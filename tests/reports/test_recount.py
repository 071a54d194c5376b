"""Every figure of the cover is counted again from the lines of its sheet (domain.md §9-18)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

import pytest

from desk_app.core import clock
from desk_app.core.database import Database
from desk_app.core.paths import Paths
from desk_app.registers import REGISTERS
from desk_app.registers.duty_log import rules as duty
from desk_app.reports import demo

NOW = datetime(2026, 12, 3, 6, 30, tzinfo=UTC)
"""Thursday 14:30 in the building: the demo's week lies in two months."""
MONTHS = ((date(2026, 11, 1), date(2026, 11, 30)), (date(2026, 12, 1), date(2026, 12, 31)))
Lines = Sequence[Mapping[str, object]]
Counted = Callable[[Lines, date, date], tuple[float, float | None]]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("recount")
    clock.set_source(lambda: NOW)
    demo.make(Paths(folder), days=6, visits=0, seed=5)
    clock.set_source(lambda: NOW)
    database = Database(Paths(folder).url())
    yield database
    database.close()
    clock.set_source(None)


def day_of(value: object) -> date | None:
    if isinstance(value, datetime):
        return clock.local(value).date()
    return value if isinstance(value, date) else None


def lines(wanted: Callable[[Mapping[str, object]], object]) -> Counted:
    """Return the count of the sheet's lines that are `wanted`."""
    return lambda found, _first, _last: (sum(bool(wanted(line)) for line in found), None)


def of_month(column: str, *states: str, but: tuple[str, ...] = ()) -> Counted:
    """Return the count of the lines whose `column` is a day of the month, in these states (all but `but`)."""

    def count(found: Lines, first: date, last: date) -> tuple[float, float | None]:
        days = ((line, day_of(line[column])) for line in found)
        chosen = [line for line, day in days if day is not None and first <= day <= last]
        return sum(
            (line["state"] in states or not states) and line["state"] not in but for line in chosen
        ), None

    return count


def total(column: str) -> Counted:
    return lambda found, _first, _last: (sum(int(str(line[column] or 0)) for line in found), None)


def ratio(top: Counted, over: Counted) -> Counted:
    return lambda found, first, last: (top(found, first, last)[0], over(found, first, last)[0])


def lacks(line: Mapping[str, object]) -> bool:
    return bool(duty.gaps({**line, "action": line["action"] or line["result"], "state": _kept(line)}))


def stayed_over(line: Mapping[str, object]) -> bool:
    expected, left = line["exp_out"], line["out_at"] or NOW
    return isinstance(expected, datetime) and isinstance(left, datetime) and left > expected


def _kept(line: Mapping[str, object]) -> object:
    return "next_day" if line["state"] == "overdue" else line["state"]


written = lines(lambda line: line["state"] != "void")
CAME = ("waiting", "inside", "left", "forced", "late", "forgotten")
RECOUNT: dict[tuple[str, str], Counted] = {
    ("duty_log", "entries"): written,
    ("duty_log", "complete"): ratio(lines(lambda line: line["state"] != "void" and not lacks(line)), written),
    ("duty_log", "late"): ratio(
        lines(lambda line: line["state"] != "void" and "补记" in str(line["mark"])), written
    ),
    ("duty_sheets", "registered"): ratio(total("did"), total("should")),
    ("visitors", "visits"): lines(lambda line: line["state"] in CAME),
    ("visitors", "people"): lambda found, _first, _last: (
        sum(int(str(line["party_size"])) for line in found if line["state"] in CAME), None
    ),
    ("visitors", "per_day"): lambda found, _first, _last: (
        sum(line["state"] in CAME for line in found),
        len({day_of(line["at"]) for line in found if line["state"] in CAME}),
    ),
    ("visitors", "signed_out"): ratio(
        lines(lambda line: line["state"] == "left"), lines(lambda line: line["state"] in set(CAME) - {"waiting"})
    ),
    ("visitors", "overstayed"): lines(lambda line: line["state"] in CAME and stayed_over(line)),
    ("contractors", "stays"): lines(lambda line: line["state"] != "void"),
    ("contractors", "confirmed"): ratio(total("calls_in_time"), total("calls_due")),
    ("keys", "lost"): of_month("lost_at"),
    ("keys", "on_file"): lambda found, _first, last: (
        sum((ended := day_of(line["ended_at"])) is None or ended > last for line in found), None
    ),
    ("key_loans", "lent"): lambda found, first, last: of_month("out_at", but=("void",))(
        [line for line in found if line["kind"] in ("loan", "collect")], first, last
    ),
    ("key_counts", "made"): lines(lambda line: True),
    ("key_counts", "agreeing"): ratio(total("agreeing"), total("book")),
    ("release_slips", "issued"): lines(lambda line: True),
    ("release_slips", "expired"): lines(lambda line: line["state"] == "expired"),
    ("release_slips", "voided"): lines(lambda line: line["state"] == "void"),
    ("release_slips", "refused"): lines(lambda line: line["state"] == "refused_at_gate"),
    ("entry_passes", "issued"): of_month("day"),
    ("entry_passes", "returned"): of_month("ended_on", "returned"),
    ("entry_passes", "confiscated"): of_month("ended_on", "confiscated"),
    ("entry_passes", "not_returned"): of_month("ends", "expired", "overdue"),
    ("hot_work_permits", "issued"): of_month("day"),
    ("hot_work_permits", "voided"): of_month("day", "void"),
    ("hot_work_permits", "rechecked"): lambda found, first, last: (-1, of_month("finished_at")(found, first, last)[0]),
    ("renovation_permits", "applied"): of_month("day"),
    ("renovation_permits", "in_force"): lambda found, _first, _last: (
        len({line["place"] for line in found if line["state"] in ("valid", "suspended")}), None
    ),
}  # fmt: skip


@pytest.mark.parametrize("month", MONTHS, ids=("November", "December"))
@pytest.mark.parametrize(("key", "kpi"), RECOUNT)
def test_a_figure_of_the_cover_is_counted_again_from_its_sheet(
    db: Database, key: str, kpi: str, month: tuple[date, date]
) -> None:
    register = next(room for room in REGISTERS if room.key == key).register()
    (figure,) = (one for one in register.kpis if one.key == kpi)
    shown = {column.key for column in register.columns if column.sheeted}
    with db.read() as session:
        found = [
            {k: v for k, v in row.items() if k in shown} for row in register.source.month(session, *month)
        ]
        top, over = figure.count(session, *month)
    again = RECOUNT[key, kpi](found, *month)
    assert (top if again[0] >= 0 else -1, over) == again
