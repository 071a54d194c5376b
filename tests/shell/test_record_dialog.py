"""The view of a record names every column and every verb in words, and leads to what it is linked with."""

from __future__ import annotations

from importlib import import_module

import pytest
from PySide6.QtGui import QDesktopServices

from desk_app.core import enclosures
from desk_app.core.people import VERBS
from desk_app.core.records import Audited, Base
from desk_app.kit import record_words
from desk_app.registers import REGISTERS
from tests.shell.hands import dialogs, told

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
    told = {key for key in keys - {"id", "version"} if record_words.is_told(key)}
    assert tables
    nameless = {key for key in told if record_words.column_label(register, key).isascii()}
    assert nameless == set(), f"name them in labels= of desk_app/registers/{room.key}/register.py"


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_no_verb_of_a_register_shows_its_english_name(room):
    """A verb that no action names belongs into the register's VERBS."""
    register = room.register()
    key = BORROWED.get(room.key, room.key)
    import_module(f"desk_app.registers.{key}.service")
    verbs = [name for name in VERBS if name.startswith(f"{key}.")]
    assert verbs
    others = {one.key: one.register() for one in REGISTERS}
    nameless = [verb for verb in verbs if record_words.verb_label(register, verb, others).isascii()]
    assert nameless == [], f"name them in verbs= of desk_app/registers/{room.key}/register.py"


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_a_register_names_nothing_that_it_has_not(room):
    register = room.register()
    key = BORROWED.get(room.key, room.key)
    import_module(f"desk_app.registers.{key}.service")
    module = import_module(f"desk_app.registers.{key}.records").__name__
    mappers = [m for m in Base.registry.mappers if m.class_.__module__ == module]
    keys = {attribute.key for mapper in mappers for attribute in mapper.column_attrs}
    assert {key for key in register.labels if not key.startswith("stage.")} - keys == set()
    assert {f"{room.key}.{name}" for name in register.verbs} - set(VERBS) == set()


@pytest.fixture
def opened(monkeypatch):
    seen: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toLocalFile()) or True)
    return seen


def attach(front, folder, name: str, data: bytes = b"%PDF-1 plan"):
    """Attach a file to a visit; return the visit and where the copy lies."""
    visit = front.visit()
    path = folder / name
    path.write_bytes(data)

    def verb(session):
        record = session.merge(visit, load=True)
        [one] = enclosures.attach(session, front.desk.archive, record, [str(path)])
        return enclosures.full_path(front.desk.archive, one)

    return visit, front.write(verb)


def show(front, visit, *steps):
    front.window.open_record("visitors", visit.uid)
    with dialogs(*steps):
        front.work.show_details(front.table.current_row())


def press_the_first_way(front):
    def step(dialog):
        dialog.ways.setFocus()
        dialog.ways.setCurrentRow(0)
        front.hands.key("Enter")

    return step


def test_an_attached_file_is_shown_by_its_name_and_opens_by_the_keyboard(front, tmp_path, opened):
    visit, copy = attach(front, tmp_path, "平面 <b>图.pdf")
    seen = []

    def look(dialog):
        seen.append(dialog.ways.item(0).text())
        press_the_first_way(front)(dialog)
        front.hands.key("Esc")

    show(front, visit, look)
    assert seen == ["附件 平面 <b>图.pdf(1 KB)"]
    assert opened == [str(copy)]


def test_a_file_that_was_altered_is_told_and_not_opened(front, tmp_path, opened):
    visit, copy = attach(front, tmp_path, "图.pdf")
    copy.write_bytes(b"something else")
    words = []

    def refused(dialog):
        words.append(told(dialog))
        front.hands.key("Enter")

    def leave(dialog):
        press_the_first_way(front)(dialog)
        dialog.reject()

    show(front, visit, leave, refused)
    assert "与存入时不一致" in words[0]
    assert opened == []


def test_a_program_is_never_started(front, tmp_path, opened):
    visit, copy = attach(front, tmp_path, "安装.exe", b"MZ")
    words = []

    def refused(dialog):
        words.append(told(dialog))
        front.hands.key("Enter")

    def leave(dialog):
        press_the_first_way(front)(dialog)
        dialog.reject()

    show(front, visit, leave, refused)
    assert str(copy) in words[0]
    assert opened == []
