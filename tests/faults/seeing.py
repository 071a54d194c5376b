"""What the hostile part of the fault suite counts, and how it sees markup, slow paints and opened files."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from desk_app.core.declare import Field, FieldKind
from desk_app.core.text import clean
from desk_app.kit.fields import FieldBox
from tests.faults.hostile_desk import HostileDesk, Trap

PAINT = 0.05
"""Seconds of the processor that a paint may take."""


@dataclass
class Came:
    """What came of one property: examples, how many were taken, the slowest paint, and what was wrong."""

    examples: int = 0
    taken: int = 0
    slowest: float = 0.0
    wrong: dict[str, str] = field(default_factory=dict)

    def say(self, what: str, told: str = "") -> None:
        """Note that something is wrong; the first example of each kind is kept."""
        self.wrong.setdefault(what, told)

    def unclean(self, what: str, rows: Iterable[object]) -> None:
        """Look at every text of these rows: what the gate would change did not come through it."""
        for one in rows:
            for key, value in vars(one).items():
                if isinstance(value, str) and clean(value, limit=10**9, multiline=True) != value.strip():
                    self.say(f"{what}: {type(one).__name__}.{key} is kept unclean", repr(value[:60]))

    def painted(self, what: str, widget: QWidget) -> None:
        """Paint a widget and note how long it took of the processor."""
        began = time.thread_time()
        widget.grab()
        took = time.thread_time() - began
        if took > PAINT:  # once more: a first time loads letters
            began = time.thread_time()
            widget.grab()
            took = time.thread_time() - began
        self.slowest = max(self.slowest, took)
        if took > PAINT:
            self.say(f"{what} painted in {took * 1000:.0f} ms")


def each(count: int, check: Callable[..., None], *strategies: st.SearchStrategy[Any]) -> None:
    """Run a check on so many examples."""
    run = settings(
        max_examples=max(count, 1), database=None, derandomize=True, deadline=None,
        suppress_health_check=list(HealthCheck),
    )(given(*strategies)(check))  # fmt: skip
    run()


def rich(widget: QWidget) -> Iterator[str]:
    """Yield what under a widget lays text out as markup."""
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one, QLabel) and one.text() and one.textFormat() is not Qt.TextFormat.PlainText:
            yield f"label {one.objectName()}"
        if isinstance(one, QTextEdit):
            yield f"text {one.objectName()}"
        told = one.toolTip()
        if Qt.mightBeRichText(told) and "<" in told.removeprefix("<span>").removesuffix("</span>").replace(
            "<br>", ""
        ):
            yield f"tooltip {one.objectName()}"


def boxes_of(desk: HostileDesk) -> list[tuple[str, FieldBox]]:
    """Return every input of every form."""
    return [
        (f"{key}.{name}", box)
        for key, work in desk.works.items()
        for name, box in work.widget.form.boxes.items()
    ]


def raw_of(one: Field, text: str) -> object:
    """Return a text as a draft would bring it to this kind of input."""
    if one.kind is FieldKind.TABLE:
        return [{column.key: text for column in one.columns}]
    return [text] if one.kind is FieldKind.FILES else text


def watch_python(trap: Trap) -> list[str]:
    """Note from now on which files in the trap Python opens."""
    opened: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(trap.folder) in str(arguments[0]):
            opened.append(str(arguments[0]))

    sys.addaudithook(hook)
    return opened
