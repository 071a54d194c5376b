"""What a register is made of, as data: fields, columns, states, views, actions, sheet.

A register is declared once in its `register.py`; form, list, Excel sheet, month sheet and the
parametrised tests all read that declaration. Data is declared, behaviour is written: functions
named here (`Source`, `suggest`) are plain functions of the register's service module.
Labels are Chinese source text wrapped in QT_TRANSLATE_NOOP; whoever shows one translates it with
`translate(register.context, label)`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.settings import Spec

Row = Mapping[str, object]
"""One record as the screen and the sheet see it: native values by column key, plus
`id` (int), `uid` (str), `no` (str or None) and `state` (a State.key); `barred` (frozenset of Action.key), where
a record has no use for what its state would allow."""


class FieldKind(Enum):
    """The closed set of inputs."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    MONEY = "money"  # int 分
    CHOICE = "choice"
    CHECK = "check"  # bool
    DATE = "date"
    TIME = "time"  # aware datetime; shown and typed as HH:MM or MM-DD HH:MM
    ROOM = "room"  # Ref to a room, suggested from the premises, free text allowed -> Ref(None, text)
    STAFF = "staff"  # Ref to a member of staff
    BADGE = "badge"  # text chosen from stock; suggestions are the free ones, next free preset
    TABLE = "table"  # list of mappings, `columns` says which fields a line has
    FILES = "files"  # list of attachment paths
    SECRET = "secret"  # a password or PIN: never shown, never kept in a draft, taken as it was typed


class Private(Enum):
    """What a field tells of a person; the value is (name, class of domain.md §4.3)."""

    NO = ("", 0)  # C0: of the house, of a company
    NAME = ("name", 1)
    PHONE = ("phone", 2)
    EMAIL = ("email", 2)
    ADDRESS = ("address", 2)
    PLATE = ("plate", 2)
    NUMBER = ("number", 3)  # of a document of identity or of a trade, which holds that of identity

    @property
    def level(self) -> int:
        """The class: 0 to 3."""
        return self.value[1]


@dataclass(frozen=True)
class Veiled:
    """A value that a form holds and saves but does not show: `clear` is what it is, `shown` its mask."""

    clear: str
    shown: str


class Tone(Enum):
    """What a state feels like (domain.md §5.1); shown as dot + word + tint, never colour alone."""

    WAITING = "waiting"  # slate
    DUE = "due"  # amber
    LATE = "late"  # red
    DONE = "done"  # green
    VOID = "void"  # grey, struck through


@dataclass(frozen=True)
class Ref:
    """A record picked from a list: its id (None for free text) and what was shown for it."""

    id: int | None
    text: str


@dataclass(frozen=True)
class Suggestion:
    """One line under an input: `title` and `detail` tell two alike apart; `fills` sets other fields."""

    title: str
    detail: str = ""
    value: object = None
    fills: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One value of a CHOICE field: stored `key`, shown `label`.

    `context` translates the label where it is not the register's own (choices that registers share).
    """

    key: str
    label: str
    context: str = ""


def label_of(choices: Sequence[Choice], key: str) -> str:
    """Return the Chinese label of the choice `key`, "" for no choice."""
    return next((choice.label for choice in choices if choice.key == key), "")


@dataclass(frozen=True)
class Field:
    """One input of a form. `span` is 1 (half width) or 2 (full width).

    `suggest(session, text, values)` offers completions; `values` are the form's other inputs.
    `limit` is the longest text, or of FILES how many there may be (1: a new file takes the place of the old one).
    `phrases` are quick phrases offered after typing "/".
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    span: int = 1
    choices: tuple[Choice, ...] = ()
    default: object = None
    hint: str = ""
    placeholder: str = ""
    limit: int = 60
    columns: tuple[Field, ...] = ()
    suggest: Callable[[Session, str, Mapping[str, object]], Sequence[Suggestion]] | None = None
    phrases: tuple[str, ...] = ()
    group: str = ""  # fields of one named group sit behind one button of that name (belongings, party …)
    private: Private = Private.NO  # how it is masked wherever it is shown later (core/privacy.py)


class ColumnKind(Enum):
    """How a value is shown, sorted and written to Excel."""

    TEXT = "text"
    INTEGER = "integer"
    MONEY = "money"
    DATE = "date"
    TIME = "time"  # list: HH:MM today, else MM-DD HH:MM; sheet: a real date-time
    STATE = "state"
    CHOICE = "choice"  # a key of `choices`


@dataclass(frozen=True)
class Column:
    """One column of the list and of the sheet. `width` is in characters of body text."""

    key: str
    label: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 8
    choices: tuple[Choice, ...] = ()
    listed: bool = True  # in the list on screen (and in "export what is shown")
    sheeted: bool = True  # in the month's sheet
    total: bool = False  # summed in the sheet's last row
    spare: bool = False  # left out of the list while it is too narrow for all
    private: Private = Private.NO  # where no field of the same key says so


@dataclass(frozen=True)
class State:
    """One state of the register's state machine."""

    key: str
    label: str
    tone: Tone


@dataclass(frozen=True)
class View:
    """One chip above the list: a named part of the register, with a count when `counted`."""

    key: str
    label: str
    counted: bool = True


@dataclass(frozen=True)
class Action:
    """Something that can be done to a record; the panel maps `key` to behaviour.

    `states`: those it is offered in (empty = all). `in_row`: a button in the row. `main`: Enter on the row.
    """

    key: str
    label: str
    icon: str = ""
    shortcut: str = ""
    states: frozenset[str] = frozenset()
    in_row: bool = False


@dataclass(frozen=True)
class Due:
    """Something the 今日 tab shows: what is to be done, by when; opens the record when clicked."""

    uid: str
    title: str
    detail: str
    at: datetime | None
    tone: Tone
    label: str


@dataclass(frozen=True)
class Pill:
    """A count at the right of the tabs and on the 今日 tab; a click opens `view`."""

    view: str
    label: str
    tone: Tone


@dataclass(frozen=True)
class Inside:
    """Somebody in the building now, for the list by floor: `count` people at `place` since `since`."""

    name: str
    count: int
    org: str
    place: str
    badge: str
    since: datetime
    kind: str


def _nobody(_session: Session) -> Sequence[Inside]:
    return ()


def _nobodys(_session: Session, _code: str) -> str | None:
    return None


def _nothing_due(_session: Session) -> Sequence[Due]:
    return ()


class Ids(Protocol):
    """How a list is read; see Source."""

    def __call__(self, session: Session, view: str, text: str, limit: int | None = None, /) -> array[int]:
        """Return the ids of a view."""


@dataclass(frozen=True)
class Source:
    """How the register's rows are read; plain functions of its service module.

    `ids(session, view, text, limit=None)`: matching record ids, in list order, newest or most urgent first; with
    `limit` only the first so many, so that a list paints before all of a million ids are read.
    `rows(session, ids)`: the rows of these ids, in this order.
    `counts(session)`: number of records by counted view key.
    `month(session, first, last)`: the rows of the sheet, by the register's own rule of the month; read on the way
    where there are many.
    `values(session, uid)`: the form values of one record, for correction and for looking.
    `due(session)`: what the 今日 tab shows.
    """

    ids: Ids
    rows: Callable[[Session, Sequence[int]], list[Row]]
    counts: Callable[[Session], Mapping[str, int]]
    month: Callable[[Session, date, date], Iterable[Row]]
    values: Callable[[Session, str], Mapping[str, object]]
    due: Callable[[Session], Sequence[Due]] = _nothing_due


@dataclass(frozen=True)
class Recent:
    """A register whose lists and searches end some days back: what is older is shown for a reason (core/past.py).

    `days`: the setting, counting today; `among(session, ids)` returns which of these are younger or not over yet.
    Its `Source.ids` also takes the views of core/past.py.
    """

    days: Spec[int]
    among: Callable[[Session, Sequence[int]], set[int]]


@dataclass(frozen=True)
class Kpi:
    """One line of the month's cover (domain.md §6). A zero denominator is shown as —.

    `count(session, first, last)` returns (numerator, denominator); denominator None = a plain count.
    `target` is in percent (empty = none), `formula` and `clause` are printed beside the figure; all of
    this is Chinese, as the workbook is.
    """

    key: str
    label: str
    formula: str
    clause: str
    count: Callable[[Session, date, date], tuple[float, float | None]]
    target: str = ""
    percent: bool = True


class By(Enum):
    """What the rows of a breakdown are sorted into."""

    VALUE = "value"  # each choice, each state, each text
    DAY = "day"  # each day of the month
    HOUR = "hour"  # each hour of the day


@dataclass(frozen=True)
class Breakdown:
    """One count of the month's rows, on the sheet 统计 and as a chart on the cover (domain.md §6).

    Counts how many rows fall on each value, day or hour of `column`; `also` is an integer column summed
    beside the count, `split` a CHOICE column with one count a choice. `top` keeps the commonest (0 = all,
    in declared order); rows in the states `skip` are not counted. Made from the rows of the sheet, so
    every figure can be counted again there. `label` is Chinese, as the workbook is.
    """

    key: str
    label: str
    column: str
    by: By = By.VALUE
    top: int = 0
    also: str = ""
    split: str = ""
    skip: frozenset[str] = frozenset()
    chart: bool = True


@dataclass(frozen=True)
class Register:
    """One register, declared once. `context` is the translation context of its labels.

    `labels` names the columns of its tables that neither list, form nor a TABLE's lines name (and,
    as "stage.<key>", the stages of its approvals). `verbs` names the verbs of its service that no action names,
    without the register's key ("enter", not "keys.enter"). `menu` are lines of the window's menu (F10) that belong
    to the register: choosing one opens it, then does what its panel's handler of that key does, with no row.
    `codes` is what a scanner may take for a code that its things carry (a regular expression, "" for none),
    `by_code(session, code)` whose it is: a uid or None.
    """

    key: str
    prefix: str
    context: str
    title: str
    fields: tuple[Field, ...]
    columns: tuple[Column, ...]
    states: tuple[State, ...]
    views: tuple[View, ...]
    actions: tuple[Action, ...]
    source: Source
    kpis: tuple[Kpi, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    pills: tuple[Pill, ...] = ()
    inside: Callable[[Session], Sequence[Inside]] = _nobody
    daily: Callable[[Session], object] | None = None  # done by the program at start and at midnight
    settings: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = ()
    first_step: str = ""  # the sentence of the empty list
    menu: tuple[Action, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    verbs: Mapping[str, str] = field(default_factory=dict)
    codes: str = ""
    by_code: Callable[[Session, str], str | None] = _nobodys
    recent: Recent | None = None

    def field(self, key: str) -> Field:
        """Return the field called `key`; KeyError if there is none."""
        return next(f for f in self.fields if f.key == key)

    def private(self, key: str) -> Private:
        """Return what a field or column tells of a person; NO for one that nobody declared."""
        declared: tuple[Field | Column, ...] = (*self.fields, *self.columns)
        return next((one.private for one in declared if one.key == key and one.private.level), Private.NO)

    def column(self, key: str) -> Column:
        """Return the column called `key`; StopIteration if there is none."""
        return next(c for c in self.columns if c.key == key)

    def state(self, key: str) -> State:
        """Return the state called `key`; StopIteration if there is none."""
        return next(s for s in self.states if s.key == key)
