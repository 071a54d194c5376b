"""The view of a record names every column in words."""

from __future__ import annotations

from importlib import import_module

import pytest

from desk_app.core.records import Audited, Base
from desk_app.kit import record_dialog
from desk_app.registers import REGISTERS


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_no_column_of_a_register_shows_its_english_name(room):
    register = room.register()
    module = import_module(f"desk_app.registers.{room.key}.records").__name__
    tables = [
        m for m in Base.registry.mappers if m.class_.__module__ == module and issubclass(m.class_, Audited)
    ]
    keys = {attribute.key for mapper in tables for attribute in mapper.column_attrs}
    shown = keys - record_dialog.HIDDEN - {"id", "version", "created_at"}
    assert tables
    assert {key for key in shown if record_dialog._label(register, key).isascii()} == set()
