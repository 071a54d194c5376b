"""One page of a form: rows of one or two boxes with their error lines; it scrolls only when it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.declare import FieldKind
from desk_app.kit import theme
from desk_app.kit.fields import FieldBox
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import plain_label

TALL = (FieldKind.LONG_TEXT, FieldKind.TABLE, FieldKind.FILES)


@dataclass
class _Row:
    boxes: list[FieldBox]
    line: QHBoxLayout
    holder: QWidget
    errors: dict[str, QLabel] = field(default_factory=dict)
    gap: QWidget = field(default_factory=QWidget)

    def place_errors(self) -> None:
        """Put a sentence under its input; a long one alone may take the whole row."""
        left, right = self.errors[self.boxes[0].field.key], self.errors[self.boxes[-1].field.key]
        alone = right is not left and left.isHidden() and not right.isHidden()
        short = right.fontMetrics().horizontalAdvance(right.text()) <= self.boxes[-1].width()
        self.gap.setVisible(alone and short)
        right.setAlignment(Qt.AlignmentFlag.AlignRight if alone and not short else Qt.AlignmentFlag.AlignLeft)


class FormPage(QScrollArea):
    """The boxes of one group, laid out two abreast (`Field.span`)."""

    def __init__(self, boxes: Sequence[FieldBox]) -> None:
        super().__init__()
        self.boxes = list(boxes)
        self._rows: list[_Row] = []
        self._compact = False
        self._groups: list[QPushButton] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setProperty("role", "page")
        self._layout = QVBoxLayout(self._body)
        self._layout.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        self._layout.setSpacing(theme.px(5))
        for row in _pairs(self.boxes):
            self._add_row(row)
        if not any(box.field.kind in TALL for box in self.boxes):
            self._layout.addStretch(1)
        self.setWidget(self._body)

    def add_head(self, button: QPushButton) -> None:
        """Put the way back on top."""
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._layout.insertLayout(0, row)

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Put the groups' buttons under the boxes."""
        if buttons:
            self._groups = list(buttons)
            self._grid = QGridLayout()
            self._grid.setContentsMargins(0, theme.px(6), 0, 0)
            self._grid.setSpacing(theme.px(8))
            self._layout.insertLayout(len(self._rows), self._grid)
            self._place_groups()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the groups' buttons as many lines as the width asks for."""
        super().resizeEvent(event)
        if self._groups:
            self._place_groups()

    def _place_groups(self) -> None:
        gap = theme.px(8)
        wanted = sum(button.sizeHint().width() + gap for button in self._groups)
        abreast = len(self._groups) if wanted <= self.viewport().width() else 2
        for number, button in enumerate(self._groups):
            self._grid.addWidget(button, number // abreast, number % abreast)
        self._grid.setColumnStretch(len(self._groups), 1)

    def set_error(self, key: str, text: str) -> None:
        """Show a sentence under the row of `key`, or take it away."""
        row = next(row for row in self._rows if key in row.errors)
        box = next(box for box in row.boxes if box.field.key == key)
        label = row.errors[key]
        if bool(text) == label.isHidden() or label.text() != text:
            label.setText(text)
            label.setVisible(bool(text))
            box.set_wrong(text)
            row.place_errors()

    def hide_errors(self) -> None:
        """Take all sentences away."""
        for row in self._rows:
            for key in row.errors:
                self.set_error(key, "")

    def errors(self) -> dict[str, str]:
        """Return the sentences shown, by field key."""
        return {
            k: label.text() for row in self._rows for k, label in row.errors.items() if not label.isHidden()
        }

    def reveal(self, box: FieldBox) -> None:
        """Scroll a box into sight, if there is anything to scroll."""
        self.ensureWidgetVisible(box, 0, theme.px(24))

    def show_box(self, key: str, shown: bool) -> None:
        """Show or hide a box; a row of hidden boxes takes no room."""
        row = next(row for row in self._rows if key in row.errors)
        for box in row.boxes:
            if box.field.key == key:
                box.setVisible(shown)
        row.holder.setVisible(any(not box.isHidden() for box in row.boxes))

    def fit(self, height: int) -> None:
        """Use closer rows when the loose ones would not fit into `height`."""
        loose = self._body.minimumSizeHint().height()
        if self._compact:
            shown = sum(not row.holder.isHidden() for row in self._rows)
            loose += shown * (theme.px(2) + theme.px(5) - theme.px(2))
        compact = loose > height > 0
        if compact != self._compact:
            self._compact = compact
            self._layout.setSpacing(theme.px(2 if compact else 5))
            for box in self.boxes:
                box.set_compact(compact)

    def _add_row(self, boxes: list[FieldBox]) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        column.addLayout(line)
        row = _Row(boxes, line, holder)
        tall = any(box.field.kind in TALL for box in boxes)
        for box in boxes:
            line.addWidget(box, 1)
        if len(boxes) == 1 and not _is_alone(boxes[0]):
            spacer = QWidget()
            spacer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.addWidget(spacer, 1)
        under = QHBoxLayout()
        under.setSpacing(theme.px(12))
        column.addLayout(under)
        row.gap.hide()
        under.addWidget(row.gap, 1)
        for box in boxes:
            label = plain_label("", "error")
            label.setObjectName(f"{box.field.key}.error")
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.hide()
            under.addWidget(label, 1)
            row.errors[box.field.key] = label
        self._rows.append(row)
        self._layout.addWidget(holder, 1 if tall else 0)


def _pairs(boxes: Sequence[FieldBox]) -> list[list[FieldBox]]:
    """Return rows: a wide or tall box alone, two narrow ones together."""
    rows: list[list[FieldBox]] = []
    for box in boxes:
        if rows and len(rows[-1]) == 1 and not _is_alone(box) and not _is_alone(rows[-1][0]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return rows


def _is_alone(box: FieldBox) -> bool:
    return box.field.span == 2 or box.field.kind in (FieldKind.TABLE, FieldKind.FILES)
