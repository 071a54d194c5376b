"""What every table stands on: column types, the declarative base, the common envelope.

Times are stored as UTC epoch milliseconds, days as ISO text, yes/no as 0/1, money as int 分.
A module with tables has its annotations as objects, not as text: SQLAlchemy would evaluate 2,300 texts at every start.
"""

import secrets
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any, ClassVar, TypeVar

from sqlalchemy import (
    CheckConstraint,
    Dialect,
    Index,
    Integer,
    MetaData,
    Select,
    String,
    Text,
    inspect,
    select,
    union_all,
)
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    declared_attr,
    mapped_column,
)
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.types import TypeDecorator

from desk_app.core import clock, store

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST = int((datetime(2000, 1, 1, tzinfo=UTC) - EPOCH).total_seconds() * 1000)
LATEST = int((datetime(2100, 1, 1, tzinfo=UTC) - EPOCH).total_seconds() * 1000)

_MILLISECOND = timedelta(milliseconds=1)

AT_ONCE = 500
"""Ids in one query: SQLite takes only so many values at once."""

K = TypeVar("K", int, str)
T = TypeVar("T", bound="Audited")


def milliseconds(moment: datetime) -> int:
    """Return an aware datetime as it is stored: UTC epoch milliseconds."""
    return (moment - EPOCH) // _MILLISECOND


class UtcTime(TypeDecorator[datetime]):
    """An aware datetime, stored as UTC epoch milliseconds."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Convert an aware datetime; ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone does not enter the database")
        return milliseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the aware UTC datetime."""
        return None if value is None else moment(value)


class Day(TypeDecorator[date]):
    """A calendar day of the building, stored as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Convert a date."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Return the date."""
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, stored as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Convert a bool."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Return the bool."""
        return None if value is None else bool(value)


class Private(TypeDecorator[str]):
    """A number of a person, or a text that may hold one: in clear in the encrypted file, sealed on a server."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """Return what seals a value; nothing to do in a file."""
        seal = store.field_seal(dialect)
        return None if seal is None else lambda text: None if text is None else seal.seal(text)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """Return what opens a value; nothing to do in a file."""
        seal = store.field_seal(dialect)
        return None if seal is None else lambda text: None if text is None else seal.open(text)


Order = tuple[tuple[str, str], ...]
"""Pairs of columns with moments or days: the second never lies before the first, where both are there."""


class Base(DeclarativeBase):
    """The one declarative base; constraints get names so that migrations can find them."""

    ORDER: ClassVar[Order] = ()
    """What the database itself refuses (`guards.order`, figures/safety.md D3); the verbs say it in a sentence."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Integer,
        bool: Flag,
        datetime: UtcTime,
        date: Day,
        String: Text,
    }


_random: Callable[[int], bytes] = secrets.token_bytes


def random_bytes(count: int) -> bytes:
    """Return bytes that nobody can guess (while `set_random` has not said otherwise)."""
    return _random(count)


def set_random(source: Callable[[int], bytes] | None) -> None:
    """Replace the source of identities and salts, for demo data that comes out the same; None undoes it."""
    global _random
    _random = source or secrets.token_bytes


def moment(stored: int) -> datetime:
    """Return the aware UTC datetime that is stored as these milliseconds."""
    return EPOCH + timedelta(milliseconds=stored)


def new_uid() -> str:
    """Return a new random identity for a record (or for one unit of work)."""
    made = bytearray(random_bytes(16))
    made[6], made[8] = made[6] & 0x0F | 0x40, made[8] & 0x3F | 0x80  # as a UUID of version 4
    return made.hex()


class Audited:
    """A row whose every change enters the history (core/audit.py) and that is never deleted."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True, default=new_uid)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    SECRET: ClassVar[frozenset[str]] = frozenset()
    """Columns that never enter the history, not even beside the chain: hashes of passwords."""
    UNTOLD: ClassVar[frozenset[str]] = frozenset({"id", "version", "purged"})
    """Columns that say nothing to people."""

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        """Count versions: two desks cannot silently overwrite each other."""
        return {"version_id_col": cls.version}

    @property
    def history_entity(self) -> str:
        """The name this row's changes are filed under."""
        return str(self.__tablename__)  # type: ignore[attr-defined]

    @property
    def history_uid(self) -> str:
        """The record this row's changes are filed under; a line of a list names its parent."""
        return self.uid


class Termed(Audited):
    """A record that is cleared in the end by a term of its own (core/retention.py)."""

    hold: Mapped[bool] = mapped_column(default=False, server_default="0")
    purged: Mapped[int] = mapped_column(default=0, server_default="0")
    """How much of it is gone by its term: core/retention.py's levels."""

    @property
    def called(self) -> str:
        """Its number, "" when it has none."""
        return getattr(self, "no", None) or ""


class Numbered(Termed):
    """A register's record: number, state, who made it and on which shift (domain.md §1.8)."""

    no: Mapped[str | None] = mapped_column(unique=True)
    state: Mapped[str]
    handler_id: Mapped[int | None]
    handler_name: Mapped[str] = mapped_column(default="")
    shift: Mapped[str] = mapped_column(default="")
    remark: Mapped[str] = mapped_column(default="")
    void_reason: Mapped[str] = mapped_column(default="")
    void_by: Mapped[str] = mapped_column(default="")
    void_at: Mapped[datetime | None]


def uid_by_number(session: Session, no: str) -> str | None:
    """Return the uid of the record with exactly this number, whatever register it stands in, else None."""
    kinds: list[type[Numbered]] = [
        mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Numbered)
    ]
    by_name = sorted(kinds, key=lambda kind: kind.__name__)  # always the same query: it is made ready once
    return session.scalars(union_all(*(select(kind.uid).where(kind.no == no) for kind in by_name))).first()


def batched(wanted: Sequence[K]) -> Iterator[list[K]]:
    """Yield ids or uids in lists that are short enough for one query."""
    for start in range(0, len(wanted), AT_ONCE):
        yield list(wanted[start : start + AT_ONCE])


def by_ids(session: Session, query: Select[T], wanted: Sequence[int]) -> list[T]:
    """Return the records of `query` with these ids, in this order, however many; unknown ids are left out."""
    kind = query.column_descriptions[0]["entity"]
    found: dict[int, T] = {}
    for some in batched(wanted):
        chosen = query.where(kind.id.in_(some))
        found |= {record.id: record for record in session.scalars(chosen)}
    return [found[i] for i in wanted if i in found]


def read_lists(session: Session, found: Sequence[Audited], *names: str) -> None:
    """Read these lists of records of one kind, each with one plain query; who has the list keeps it.

    That is what selectinload does, at half its price for a few records: it makes its query anew each time.
    """
    for name in names:
        without = {record.id: record for record in found if name not in record.__dict__}
        if without:
            relation = inspect(type(found[0])).relationships[name]
            (column,) = relation.remote_side
            query = select(relation.mapper.class_).order_by(*relation.order_by or ())
            lines: dict[int, list[Any]] = {number: [] for number in without}
            for some in batched(list(without)):
                for line in session.scalars(query.where(column.in_(some))):
                    lines[getattr(line, str(column.key))].append(line)
            for number, record in without.items():
                set_committed_value(record, name, lines[number])


def read_ids(session: Session, query: Select[int]) -> "array[int]":
    """Return what a query of one column of ids finds, in its order.

    Read in pieces and past the rows of SQLAlchemy, which cost more than the reading itself: a list of a
    million is read in a thread, and the window must get its turn meanwhile.
    """
    found = array("q")
    with closing(session.connection().execute(query)) as result:
        while result.cursor and (rows := result.cursor.fetchmany(AT_ONCE)):
            found.extend(chain.from_iterable(rows))
    return found


def orders() -> dict[str, Order]:
    """Return the pairs of every table that declares some, by its name."""
    mapped = [mapper.class_ for mapper in Base.registry.mappers if mapper.class_.ORDER]
    return {kind.__tablename__: kind.ORDER for kind in sorted(mapped, key=lambda kind: kind.__tablename__)}


def length(column: str, limit: int) -> CheckConstraint:
    """Return a CHECK that text in `column` is at most `limit` characters."""
    return CheckConstraint(f"length({column}) <= {limit}", name=f"{column}_length")


def one_of(column: str, *values: str) -> CheckConstraint:
    """Return a CHECK that `column` holds one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def plausible(column: str) -> CheckConstraint:
    """Return a CHECK that a time lies between the years 2000 and 2100."""
    return CheckConstraint(f"{column} BETWEEN {EARLIEST} AND {LATEST}", name=f"{column}_plausible")


def only_one(name: str, column: str, *, while_: str) -> Index:
    """Return a unique index over `column` among the rows where the SQL condition `while_` holds."""
    return store.partial_index(name, column, while_=while_, unique=True)
