"""Hostile text painted: every form, every list, messages; ten million characters pasted; and the controls."""

from __future__ import annotations

import time
from array import array
from collections.abc import Sequence

from openpyxl import Workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from desk_app.core.declare import ColumnKind, Register, Row
from desk_app.kit import messages
from desk_app.kit.inputs import PasteInput
from desk_app.kit.line_input import LineInput
from desk_app.kit.record_table import RecordTable
from tests.faults.hostile import compare
from tests.faults.hostile_desk import HostileDesk, Trap
from tests.faults.seeing import Came, boxes_of, raw_of, rich

PASTE = 10_000_000
PASTING = 1.0
"""Characters pasted at once, and the seconds of the processor which that may take."""


def painted(desk: HostileDesk, known: list[str]) -> Came:
    """Paint every form with every known text in every field, every list with it in every column, and messages."""
    came = Came()
    for key, work in desk.works.items():
        form = work.widget.form
        form.setParent(desk.holder)
        form.resize(620, 640)
        form.grab()
        for start in range(len(known)):
            for place, (name, box) in enumerate(form.boxes.items()):
                box.set_raw(raw_of(box.field, known[(start + place) % len(known)]))
                form._page_of(name).set_error(
                    name, known[(start + place + 1) % len(known)] if start % 10 == 0 else ""
                )
            came.examples += len(form.boxes)
            came.painted(f"form {key}", form)
        for found in rich(form):
            came.say(f"{key}: {found}")
        form.reset()
    for register in desk.registers.values():
        _paint_list(came, register, known, desk.rows(register, 1))
    for text in known:
        message = messages.Message(None, text, text, (text[:20] or "x",))
        came.examples += 1
        came.painted("message", message)
    return came


def _paint_list(came: Came, register: Register, known: list[str], rows: list[dict[str, object]]) -> None:
    base: Row = rows[0] if rows else {"state": register.states[0].key, "uid": "u", "no": "1"}
    shown = [one for one in register.columns if one.kind is ColumnKind.TEXT]

    def read(ids: Sequence[int]) -> list[Row]:
        return [
            {**base, "id": number, "uid": str(number)}
            | {one.key: known[(number + at) % len(known)] for at, one in enumerate(shown)}
            for number in ids
        ]

    class Store:
        def value(self, key: str, defaultValue: object = None) -> object:
            return defaultValue

        def setValue(self, key: str, value: object) -> None:
            pass

    table = RecordTable(register, read, Store())
    table.resize(900, 640)
    table.grab()
    for start in range(0, len(known), 15):
        table.set_ids(array("q", range(start, start + 15)))
        came.examples += 15 * len(shown)
        came.painted(f"list {register.key}", table)
    table.deleteLater()


def pasted(desk: HostileDesk) -> Came:
    """Paste ten million characters into every kind of input: it takes what it may hold, at once."""
    came = Came()
    QGuiApplication.clipboard().setText("长x" * (PASTE // 2))
    kinds: dict[object, QWidget] = {"filter": desk.works["visitors"].widget.filter_box, "list": PasteInput()}
    for _name, box in boxes_of(desk):
        for editor in (box.editor, *box.editor.findChildren(QLineEdit)):
            if isinstance(editor, LineInput | QPlainTextEdit):
                kinds.setdefault((box.field.kind, type(editor)), editor)
    kinds["reason"] = messages.ReasonDialog(None, "x", "x", ("a",), "x").free
    for kind, editor in kinds.items():
        came.examples += 1
        began = time.thread_time()
        editor.paste()  # type: ignore[attr-defined]
        took = time.thread_time() - began
        text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()  # type: ignore[attr-defined]
        if len(text) > 20_000 or took > PASTING:
            came.say(f"{kind}: {len(text)} characters in {took:.1f} s")
        editor.resize(400, 120)
        came.painted(str(kind), editor)
        editor.clear()  # type: ignore[attr-defined]
    QGuiApplication.clipboard().clear()
    return came


def controls(trap: Trap) -> list[str]:
    """Do what must not happen; returns what of it was not seen."""
    unseen = []
    picture, slow = QLabel(f"<img src='{trap.folder}/picture.png'>"), QLabel("<table><tr><td>" * 12)
    if not list(rich(picture)):
        unseen.append("markup in a label")
    picture.grab()
    if not trap.opened():
        unseen.append("a file opened by Qt")
    came = Came()
    came.painted("a label", slow)
    if not came.wrong:
        unseen.append("a slow paint")
    book = Workbook()
    assert book.active is not None
    cell = book.active.cell(1, 1, "=1+1")
    compare(came, "a cell", "=1+1", cell)
    if not any("formula" in one for one in came.wrong):
        unseen.append("a formula")
    return unseen
