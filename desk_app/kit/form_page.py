"""One page of a form: rows of one or two boxes with their error lines; it scrolls only when it must."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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

from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.fields import FieldBox
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import caption, plain_label

TALL = (FieldKind.LONG_TEXT, FieldKind.TABLE, FieldKind.FILES)


@dataclass
class _Row:
    boxes: list[FieldBox]
    holder: QWidget
    column: QVBoxLayout
    errors: dict[str, QLabel] = field(default_factory=dict)
    """The sentences under the inputs; there are none before one is needed."""

    def box(self, key: str) -> FieldBox | None:
        """Return the box of a field, None when it is not in this row."""
        return next((box for box in self.boxes if box.field.key == key), None)

    def set_error(self, key: str, text: str) -> None:
        """Show a sentence under a field's input, or take it away."""
        if not self.errors and text:
            self._make_errors()
        label, box = self.errors.get(key), self.box(key)
        if label is not None and box is not None and (label.text() != text or bool(text) == label.isHidden()):
            label.setText(text)
            label.setVisible(bool(text))
            box.set_wrong(text)
            self._place_errors()

    def _make_errors(self) -> None:
        under = QHBoxLayout()
        under.setSpacing(theme.px(12))
        self.column.addLayout(under)
        self._gap = QWidget(self.holder)
        self._gap.hide()
        under.addWidget(self._gap, 1)
        for box in self.boxes:
            label = plain_label("", "error", self.holder)
            label.setObjectName(f"{box.field.key}.error")
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.hide()
            under.addWidget(label, 1)
            self.errors[box.field.key] = label

    def _place_errors(self) -> None:
        """Put a sentence under its input; a long one alone may take the whole row."""
        left, right = self.errors[self.boxes[0].field.key], self.errors[self.boxes[-1].field.key]
        alone = right is not left and left.isHidden() and not right.isHidden()
        short = right.fontMetrics().horizontalAdvance(right.text()) <= self.boxes[-1].width()
        self._gap.setVisible(alone and short)
        right.setAlignment(Qt.AlignmentFlag.AlignRight if alone and not short else Qt.AlignmentFlag.AlignLeft)


class FormPage(QScrollArea):
    """The boxes of one group, laid out two abreast (`Field.span`).

    Every widget is made inside the one it stays in: one that is moved is dressed by the style sheet anew.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: list[FieldBox] = []
        self._rows: list[_Row] = []
        self._compact = False
        self._groups: list[QPushButton] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget(self.viewport())
        self._body.setProperty("role", "page")
        self.setWidget(self._body)
        self._layout = QVBoxLayout(self._body)
        self._layout.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        self._layout.setSpacing(theme.px(5))

    def build(self, fields: Sequence[Field], make: Callable[[Field, QWidget], FieldBox]) -> Iterator[None]:
        """Build the rows of these fields, one with every `next`; `make(field, parent)` makes a box."""
        for row in _pairs(fields):
            self._add_row(row, make)
            yield
        if not any(one.kind in TALL for one in fields):
            self._layout.addStretch(1)

    def add_head(self, group: str) -> QPushButton:
        """Put the way back from the group called `group` on top, and return its button."""
        back = QPushButton(caption(translate("Form", "返回 · {group}").format(group=group)), self._body)
        back.setObjectName(f"back.{self.objectName().removeprefix('group.')}")
        back.setProperty("role", "plain")
        theme.put_icon(back, "chevron-left", "accent")
        row = QHBoxLayout()
        self._layout.insertLayout(0, row)
        row.addWidget(back)
        row.addStretch(1)
        return back

    def add_buttons(self, groups: Sequence[str]) -> dict[str, QPushButton]:
        """Put a button for each group under the boxes; the form names them."""
        buttons = {group: self._make_group(group) for group in groups}
        if buttons:
            self._groups = list(buttons.values())
            self._grid = QGridLayout()
            self._grid.setContentsMargins(0, theme.px(6), 0, 0)
            self._grid.setSpacing(theme.px(8))
            self._layout.insertLayout(len(self._rows), self._grid)
            self._place_groups()
        return buttons

    def _make_group(self, group: str) -> QPushButton:
        button = QPushButton(self._body)
        button.setProperty("role", "group")
        button.setObjectName(f"open.{group}")
        button.setAutoDefault(True)
        theme.put_icon(button, "chevron-right", "muted")
        return button

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
        self._row_of(key).set_error(key, text)

    def hide_errors(self) -> None:
        """Take all sentences away."""
        for row in self._rows:
            for key in row.errors:
                row.set_error(key, "")

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
        row = self._row_of(key)
        box = row.box(key)
        assert box is not None
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

    def _row_of(self, key: str) -> _Row:
        return next(row for row in self._rows if row.box(key) is not None)

    def _add_row(self, fields: Sequence[Field], make: Callable[[Field, QWidget], FieldBox]) -> None:
        holder = QWidget(self._body)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        column.addLayout(line)
        boxes = [make(one, holder) for one in fields]
        for box in boxes:
            line.addWidget(box, 1)
        if len(fields) == 1 and not _is_alone(fields[0]):
            spacer = QWidget(holder)
            spacer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.addWidget(spacer, 1)
        self.boxes += boxes
        self._rows.append(_Row(boxes, holder, column))
        self._layout.addWidget(holder, 1 if any(one.kind in TALL for one in fields) else 0)


def _pairs(fields: Sequence[Field]) -> list[list[Field]]:
    """Return rows: a wide or tall field alone, two narrow ones together."""
    rows: list[list[Field]] = []
    for one in fields:
        if rows and len(rows[-1]) == 1 and not _is_alone(one) and not _is_alone(rows[-1][0]):
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _is_alone(one: Field) -> bool:
    return one.span == 2 or one.kind in (FieldKind.TABLE, FieldKind.FILES)
