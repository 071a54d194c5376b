"""The day's counts as cards: as many abreast as fit, two rows at most (one where it is low), those that matter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.core.declare import Tone
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import caption, plain_label
from desk_app.shell.pill_row import QUIETEST_FIRST, Pill

ABREAST, ROWS = 8, 2
TALL = 520
"""A page lower than this (at 100 %) has one row."""


class Cards(QWidget):
    """Cards in declared order. Signal: `picked(register key, view key)`.

    Zeros are shown only while all cards have room in one row: with many registers they would hide what matters.
    """

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[tuple[str, str], Card] = {}
        self._pills: tuple[Pill, ...] = ()
        self._rows = ROWS
        self._shown: list[tuple[str, str]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(12))

    def set_pills(self, pills: Sequence[Pill]) -> None:
        """Show these counts."""
        self._pills = tuple(pills)
        for register, view, label, tone, count in pills:
            card = self._cards.get((register, view)) or self._make(register, view, label, tone)
            card.set_count(count)
        self._arrange()

    def set_room(self, height: int) -> None:
        """Say how high the page is: the list below must keep most of it."""
        rows = ROWS if height >= theme.px(TALL) else 1
        if rows != self._rows:
            self._rows = rows
            self._arrange()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many abreast as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self, register: str, view: str, label: str, tone: str) -> Card:
        card = Card(label, Tone(tone), self)
        card.setObjectName(f"card_{register}_{view}")
        card.button.setObjectName(f"open_{register}_{view}")
        card.clicked.connect(lambda: self.picked.emit(register, view))
        self._cards[(register, view)] = card
        return card

    def _abreast(self) -> int:
        widest = max((card.sizeHint().width() for card in self._cards.values()), default=1)
        room = (self.width() + theme.px(12)) // (widest + theme.px(12))
        return max(1, min(ABREAST, room))

    def _chosen(self, abreast: int) -> list[tuple[str, str]]:
        """Return which cards are shown: all that fit into one row, else the loudest of those that count something."""
        pills = [pill for pill in self._pills if pill[4] or len(self._pills) <= abreast]
        loudest = sorted(pills, key=lambda pill: -QUIETEST_FIRST.index(pill[3]))[: abreast * self._rows]
        return [(pill[0], pill[1]) for pill in pills if pill in loudest]

    def _arrange(self) -> None:
        abreast = self._abreast()
        chosen = self._chosen(abreast)
        for key, card in self._cards.items():
            self._grid.removeWidget(card)
            card.setVisible(key in chosen)
        for number, key in enumerate(chosen):
            self._grid.addWidget(self._cards[key], number // abreast, number % abreast)
        for column in range(ABREAST):
            self._grid.setColumnStretch(column, int(column < abreast))
        self.setVisible(bool(chosen))


class Card(QFrame):
    """One count of the day; a click opens the list behind it."""

    clicked = Signal()

    def __init__(self, label: str, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self._tone = tone
        self._number = plain_label("0", "count")
        self.button = button = QPushButton(caption(label))
        button.setProperty("role", "card")
        button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(8))
        column.setSpacing(theme.px(2))
        column.addWidget(self._number)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @qt_guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the list from anywhere on the card: the number is what people aim at."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    def set_count(self, count: int) -> None:
        """Show the count; zero is quiet."""
        self._number.setText(str(count))
        theme.restyle(self._number, "tone", self._tone.value if count else "")
