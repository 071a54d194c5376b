"""New rows enter their tables by one fixed statement each.

What SQLAlchemy's unit of work would come to, at a fraction of its price: a save is little more than two or three
new rows. A row that refers to another one that is itself still to come is left to the unit of work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast

from sqlalchemy import Column, Table, inspect
from sqlalchemy.orm import Mapper, RelationshipDirection, Session
from sqlalchemy.orm.state import InstanceState

from desk_app.core import store

Convert = Callable[[Any], Any]


class _Field(NamedTuple):
    """A column: the attribute it is kept as, what makes its value where none is given, how the value is stored."""

    key: str
    default: Callable[[], Any] | None
    stored: Convert | None


class _Reference(NamedTuple):
    """A row another attribute holds: which attribute, where its key goes, and which of its attributes that is."""

    key: str
    column: str
    target: str


class _Way(NamedTuple):
    statement: str
    fields: tuple[_Field, ...]
    references: tuple[_Reference, ...]


def enter(session: Session, rows: Iterable[object]) -> None:
    """Insert these pending rows, in this order; from then on they are persistent, with every column known."""
    for row in rows:
        state: InstanceState[Any] = inspect(row, raiseerr=True)
        values, way = state.dict, _way(state.mapper, store.dialect_of(session))
        if values.get("id") is not None or not _refer(way, values):
            continue
        values["id"] = store.insert(session, way.statement, tuple(_stored(way, values)))
        session._register_persistent({state})  # as the unit of work does, so that a savepoint can undo it


def _refer(way: _Way, values: dict[str, Any]) -> bool:
    """Take the keys of the rows that are referred to; False when one has none yet."""
    for key, column, target in way.references:
        other = values.get(key)
        if other is not None:
            if inspect(other).key is None:
                return False
            values[column] = getattr(other, target)
    return True


def _stored(way: _Way, values: dict[str, Any]) -> Iterator[Any]:
    """Yield the values as they are stored; what was not given is filled in on the row as well."""
    for key, default, stored in way.fields:
        value = values.get(key)
        if value is None:
            value = values[key] = default() if default else None
        yield stored(value) if stored and value is not None else value


@cache
def _way(mapper: Mapper[Any], dialect: Any) -> _Way:
    table = cast(Table, mapper.local_table)
    columns = [column for column in table.columns if not column.primary_key]
    fields = tuple(
        _Field(mapper.get_property_by_column(column).key, _default(column), store.converter(column, dialect))
        for column in columns
    )
    return _Way(
        store.insertion(table.name, [column.name for column in columns]),
        fields,
        tuple(_references(mapper)),
    )


def _references(mapper: Mapper[Any]) -> Iterator[_Reference]:
    for relation in mapper.relationships:
        if relation.direction is RelationshipDirection.MANYTOONE:
            ((local, remote),) = relation.local_remote_pairs
            column = mapper.get_property_by_column(local).key
            yield _Reference(relation.key, column, relation.mapper.get_property_by_column(remote).key)


def _default(column: Column[Any]) -> Callable[[], Any] | None:
    default: Any = column.default
    if default is None:
        return None
    return (lambda: default.arg(None)) if default.is_callable else (lambda: default.arg)
