"""The view of a record names every column and every verb in words, and leads to what it is linked with."""

from __future__ import annotations

from importlib import import_module

import pytest

from desk_app.core.people import VERBS
from desk_app.core.records import Audited, Base
from desk_app.kit import record_words
from desk_app.registers import REGISTERS


BORROWED = {"duty_sheets": "duty_log"}
"""Registers that show another room's tables."""


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_no_column_of_a_register_shows_its_english_name(room):
    """A column that neither list nor form names belongs into the register's LABELS."""
    register = room.register()
    module = import_module(f"desk_app.registers.{BORROWED.get(room.key, room.key)}.records").__name__
    tables = [
        m for m in Base.registry.mappers if m.class_.__module__ == module and issubclass(m.class_, Audited)
    ]
    keys = {attribute.key for mapper in tables for attribute in mapper.column_attrs}
    told = {key for key in keys - {"id", "version", "created_at"} if record_words.is_told(key)}
    assert tables
    assert {key for key in told if record_words.column_label(register, key).isascii()} == set()


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_no_verb_of_a_register_shows_its_english_name(room):
    """A verb that no action names belongs into the register's VERBS."""
    register = room.register()
    import_module(f"desk_app.registers.{room.key}.service")
    verbs = [name for name in VERBS if name.startswith(f"{room.key}.")]
    assert verbs
    assert [verb for verb in verbs if record_words.verb_label(register, verb).isascii()] == []


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_a_register_names_nothing_that_it_has_not(room):
    register = room.register()
    import_module(f"desk_app.registers.{room.key}.service")
    module = import_module(f"desk_app.registers.{room.key}.records").__name__
    mappers = [m for m in Base.registry.mappers if m.class_.__module__ == module]
    keys = {attribute.key for mapper in mappers for attribute in mapper.column_attrs}
    assert {key for key in register.labels if not key.startswith("stage.")} - keys == set()
    assert {f"{room.key}.{name}" for name in register.verbs} - set(VERBS) == set()
