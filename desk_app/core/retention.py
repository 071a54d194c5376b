"""How long what is kept: each register's term, declared once in its room's retention.py (domain.md §1.7, §4.5).

Two levels. DEIDENTIFIED: what names or reaches a person goes, the skeleton stays for the statistics (time, purpose,
floor, whether they left). DESTROYED: every text goes; the row stays as a tombstone with number, day and state, so that
numbers have no gap. Both also take what the history, the search index, the badges and the archive know of it
(core/purge.py). What must never happen is a row taken out: triggers forbid it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from desk_app.core import clock
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.settings import Kind, Settings, Spec

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from desk_app.core.records import Audited, Termed

CLEAR, DEIDENTIFIED, DESTROYED = 0, 1, 2
"""What a record's column `purged` says."""

LEVELS = {
    DEIDENTIFIED: QT_TRANSLATE_NOOP("Retention", "脱敏"),
    DESTROYED: QT_TRANSLATE_NOOP("Retention", "销毁"),
}

GONE = "(已脱敏)"
"""What stands for a name that was cleared; data, so Chinese in every language of the window."""

AT_ONCE = 200
"""Records in one unit of work: a working desk waits for none longer than for a save (figures/safety.md D12)."""


@dataclass(frozen=True)
class Part:
    """A table whose rows belong to a record: `by` is the column that names it, by its id or (…uid) by its uid.

    `private` columns go when the record is de-identified; `shown` ones read GONE then. `since` is a day of the row from
    which the record's term runs at the earliest. `through`: the part whose rows these belong to, when it is not the record itself.
    """

    kind: type[Audited]
    by: str
    private: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    through: Part | None = None
    since: str = ""


@dataclass(frozen=True)
class Who:
    """The columns of a record that say whom it is about, for finding a person's data.

    `own` are those of one person, the record's subject: who is found by one of them is told the others. Anybody else
    in it (a host, a guarantor) is told no more than what is about them.
    """

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    """A register's term. `closed` are the states in which it runs, from `start` and every filled column of `since`.

    A record whose `start` is empty has not come to it; `closed` None: it has no state and the start says it all.
    `days`: until it is de-identified, `years`: until it is destroyed; None or 0 is never (长期). `places` maps a text
    column to the column of the room whose bare name takes its place. `papers` and `files` say at which level the
    archived PDFs and the attached files go. `index` puts the record into the search index anew. `ground` is why it
    cannot be removed on somebody's request before its years are over, "" when nothing speaks against it.
    `called_by` are the columns that a person names a record by. `hand_on` moves what must outlive some records to
    others, before they are cleared. `busy` is why it cannot be removed on request while its term does not run, "" when
    that needs no words of its own. `asked`: a person's data is looked for in it. Conditions: while `unsettled` is true of
    a record its term does not run (money is owed); `held_by`: it is held because another one is that it belongs to.
    """

    kind: type[Termed]
    closed: frozenset[str] | None
    index: Callable[[Session, Any], None]
    days: Spec[int] | None = None
    years: Spec[int] | None = None
    private: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    since: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    papers: int = DESTROYED
    files: int = DESTROYED
    who: Who = Who()
    ground: str = ""
    start: str = "day"
    called_by: tuple[str, ...] = ("no",)
    hand_on: Callable[[Session, Sequence[Any]], object] | None = None
    busy: str = ""
    asked: bool = True
    unsettled: ColumnElement[bool] | None = field(default=None, compare=False)
    held_by: ColumnElement[bool] | None = field(default=None, compare=False)

    def until(self, config: Settings, level: int, today: date) -> date | None:
        """Return the last day whose records have reached a level today, None when none ever does."""
        if level == DEIDENTIFIED:
            days = config.get(self.days) if self.days else 0
            return today - timedelta(days=days) if days else None
        years = config.get(self.years) if self.years else 0
        return years_after(today, -years) if years else None

    def is_over(self, record: Termed) -> bool:
        """Say whether a record's term runs."""
        closed = self.closed is None or getattr(record, "state", "") in self.closed
        return closed and self.day_of(record) is not None

    def day_of(self, record: Termed) -> date | None:
        """Return the day a record is filed under: when its term starts, if nothing else is waited for."""
        return as_day(getattr(record, self.start))

    def began(self, record: Termed) -> date | None:
        """Return from which day on a record's term runs, None when it has not come to it."""
        first = self.day_of(record)
        days = [as_day(getattr(record, name)) for name in self.since]
        return max([first, *filter(None, days)]) if first and self.is_over(record) else None


@dataclass(frozen=True)
class Kept:
    """A register and its term: `key` and `title` are the register's."""

    key: str
    title: str
    term: Term


def days_spec(register: str, default: int, clause: str, least: int = 0, most: int = 3650) -> Spec[int]:
    """Return a register's setting: days that names, telephones and numbers are kept."""
    return Spec(
        f"{register}.private_days", QT_TRANSLATE_NOOP("Settings", "个人信息脱敏(0 = 不脱敏)"), Kind.NUMBER, default, clause,
        unit=QT_TRANSLATE_NOOP("Settings", "天"), least=least, most=most,
    )  # fmt: skip


def years_spec(register: str, default: int, clause: str) -> Spec[int]:
    """Return a register's setting: years until its records are destroyed, 0 for those that are kept for good."""
    return Spec(
        f"{register}.kept_years", QT_TRANSLATE_NOOP("Settings", "记录保存期限(0 = 长期)"), Kind.NUMBER, default, clause,
        unit=QT_TRANSLATE_NOOP("Settings", "年"), least=0, most=30,
    )  # fmt: skip


BACKUP_DAYS = Spec(
    "retention.backup_days", QT_TRANSLATE_NOOP("Settings", "备份最长保存(超过即删)"), Kind.NUMBER, 180,
    "domain.md §4.5 [U36]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=30, most=365,
)  # fmt: skip
DRAFT_DAYS = Spec(
    "retention.draft_days", QT_TRANSLATE_NOOP("Settings", "没有保存的草稿保存"), Kind.NUMBER, 30,
    "domain.md §1.7 [U36]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=90,
)  # fmt: skip
ROSTER_DAYS = Spec(
    "retention.roster_days", QT_TRANSLATE_NOOP("Settings", "名册:客户退出、联系人停用后脱敏(0 = 不脱敏)"), Kind.NUMBER, 1095,
    "domain.md §1.7 [U30]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=3650,
)  # fmt: skip
EXPORT_DAYS = Spec(
    "retention.export_days", QT_TRANSLATE_NOOP("Settings", "导出记录的用途和条件保存(0 = 长期)"), Kind.NUMBER, 365,
    "domain.md §4.4 [K]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=3650,
)  # fmt: skip
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (BACKUP_DAYS, DRAFT_DAYS, ROSTER_DAYS, EXPORT_DAYS)


def as_day(value: date | datetime | None) -> date | None:
    """Return the day of the building on which a moment lies; a day is one already."""
    return clock.local(value).date() if isinstance(value, datetime) else value


def years_after(day: date, years: int) -> date:
    """Return the same day some years later (or ago, for fewer than none); 28 February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
