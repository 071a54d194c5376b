"""TABLE: a small grid of lines. Enter goes to the next cell and after the last to a new line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.field_kinds import make_box
from desk_app.kit.fields import FieldBox, Lookup
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import caption, cut, plain_label, tooltip

RAW_ROLE = int(Qt.ItemDataRole.UserRole)
WRONG_ROLE = RAW_ROLE + 1
Index = QModelIndex | QPersistentModelIndex

SHORT = 12  # a column of at most so many characters is as narrow as a number


class CellDelegate(QStyledItemDelegate):
    """Edits a cell with the same box as a form's field."""

    def __init__(
        self, columns: tuple[Field, ...], context: str, lookup: Lookup | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._columns, self._context, self._lookup = columns, context, lookup
        self.box: FieldBox | None = None

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys a cell's input leaves over: up and down, and the one that takes the line away."""
        grid = self.parent()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return False  # Esc leaves the group or the dialog, not the cell
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(grid, Grid):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = min(max(grid.currentRow() + step, 0), grid.rowCount() - 1)
                grid.setCurrentCell(row, grid.currentColumn())
                return True
            if event.key() == Qt.Key.Key_Delete and control:
                grid.drop_line()
                return True
        return super().eventFilter(watched, event)

    @qt_guard(cast(QWidget, None))
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the box of the column's kind."""
        box = make_box(self._columns[index.column()], self._context, self._lookup, bare=True, parent=parent)
        box.setAutoFillBackground(True)
        box.editor.setMinimumHeight(0)
        box.entered.connect(lambda: self._go_on(box))
        box.edited.connect(lambda: self.commitData.emit(box))
        self.box = box
        return box

    @qt_guard(None)
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what was typed."""
        if isinstance(editor, FieldBox) and editor.raw() != index.data(RAW_ROLE):
            editor.set_raw(index.data(RAW_ROLE))
            if isinstance(editor.editor, LineInput):
                editor.editor.selectAll()

    @qt_guard(None)
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed."""
        if isinstance(editor, FieldBox):
            write_cell(model, index, editor)

    @qt_guard(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame a wrong cell in red."""
        super().paint(painter, option, index)
        if index.data(WRONG_ROLE):
            painter.setPen(QPen(QColor(theme.colours().error), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def _go_on(self, box: FieldBox) -> None:
        self.commitData.emit(box)
        grid = self.parent()
        if isinstance(grid, Grid):
            grid.go_on()


def write_cell(model: QAbstractItemModel, index: Index, box: FieldBox) -> None:
    """Put the box's text into a cell: what was typed, and what is shown for it."""
    raw = box.raw()
    shown = raw.get("text", "") if isinstance(raw, dict) else raw
    if box.field.kind is FieldKind.CHOICE:
        shown = next(
            (translate(c.context or box.context, c.label) for c in box.field.choices if c.key == raw), ""
        )
    elif isinstance(shown, bool):
        shown = translate("Fields", "是") if shown else ""
    model.setData(index, raw, RAW_ROLE)
    model.setData(index, None, WRONG_ROLE)
    model.setData(index, cut(str(shown)), Qt.ItemDataRole.DisplayRole)


class Grid(QTableWidget):
    """The cells; the current one is always being edited, so an input method has an input to write into.

    Enter goes to the next cell and, in the first cell of an empty line, leaves; Ctrl+Delete drops the line.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, columns: int, parent: QWidget) -> None:
        super().__init__(1, columns, parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    @qt_guard(QSize())
    def sizeHint(self) -> QSize:
        """Ask for no more than it must have: Qt's height would push a sentence under it out of sight."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def go_on(self) -> None:
        """Move to the next cell; from the last cell of the last line to a new line; out of an empty one."""
        row, column = self.currentRow(), self.currentColumn()
        if column <= 0 and self._is_blank(row):
            self.left.emit()
        elif column + 1 < self.columnCount():
            self.setCurrentCell(row, column + 1)
        else:
            if row + 1 == self.rowCount():
                self.add_line()
            self.setCurrentCell(row + 1, 0)

    def add_line(self) -> None:
        """Put an empty line at the end."""
        self.insertRow(self.rowCount())

    def drop_line(self) -> None:
        """Take the current line away; one empty line always stays."""
        row = self.currentRow()
        if row < 0:
            return
        self.removeRow(row)
        if not self.rowCount():
            self.add_line()
        self.setCurrentCell(min(row, self.rowCount() - 1), 0)
        self.changed.emit()

    @qt_guard(False)
    def event(self, event: QEvent) -> bool:
        """Hand the focus to the cell being edited, the first one at the start."""
        done = super().event(event)
        if event.type() is QEvent.Type.FocusIn:
            delegate = self.itemDelegate()
            box = delegate.box if isinstance(delegate, CellDelegate) else None
            if self.currentRow() < 0:
                self.setCurrentCell(0, 0)
            elif box is not None and isValid(box) and box.isVisible():
                box.setFocus()
            else:
                self.edit(self.currentIndex())
        return done

    def _is_blank(self, row: int) -> bool:
        cells = (self.item(row, column) for column in range(self.columnCount()))
        return not any(cell and cell.data(RAW_ROLE) not in (None, "", False) for cell in cells)


class TableBox(FieldBox):
    """A grid of lines; blank lines do not count. Errors name their cell as key.line.column (from 0)."""

    _filling = False

    def raw(self) -> object:
        """Return the lines that are not blank: mappings of column key to what was typed."""
        lines = (self._line(row) for row in range(self._grid.rowCount()))
        return [line for line in lines if line]

    def set_raw(self, raw: object) -> None:
        """Show lines as `raw` returned them."""
        lines = [line for line in raw if isinstance(line, dict)] if isinstance(raw, list) else []
        self._fill(lines, native=False)

    def value(self) -> object:
        """Return a list of mappings with native values; FieldErrors name the wrong cells."""
        lines: list[dict[str, object]] = []
        wrong: list[RuleError] = []
        for row in range(self._grid.rowCount()):
            if raw := self._line(row):
                lines.append(self._convert(row, raw, wrong))
        if wrong:
            raise FieldErrors(tuple(wrong))
        if self.field.required and not lines:
            raise self._missing()
        return lines

    def set_value(self, value: object) -> None:
        """Show lines of native values."""
        self._fill([dict(line) for line in value] if isinstance(value, list | tuple) else [], native=True)

    def set_wrong(self, text: str) -> None:
        """Mark the grid; an empty text also clears the marks of its cells."""
        super().set_wrong(text)
        theme.restyle(self._grid, "wrong", bool(text))
        if not text:
            self._mark({})

    def mark_cell(self, where: str, text: str) -> None:
        """Mark the cell named "line.column" and move there."""
        line, _, key = where.partition(".")
        column = next((i for i, f in enumerate(self.field.columns) if f.key == key), 0)
        if line.isdecimal() and int(line) < self._grid.rowCount():
            self._mark({(int(line), column): text}, keep=True)
            self._grid.setCurrentCell(int(line), column)

    def _make_editor(self) -> QWidget:
        page = QWidget(self)
        self._boxes = tuple(
            make_box(f, self.context, self._lookup, bare=True, parent=page) for f in self.field.columns
        )
        for box in self._boxes:
            box.hide()
        self._grid = grid = Grid(len(self.field.columns), page)
        grid.setObjectName(f"{self.field.key}.grid")
        grid.setAccessibleName(self.title)
        grid.setItemDelegate(CellDelegate(self.field.columns, self.context, self._lookup, grid))
        grid.setHorizontalHeaderLabels(
            [box.title + (" *" if box.field.required else "") for box in self._boxes]
        )
        header, modes = grid.horizontalHeader(), QHeaderView.ResizeMode
        for number, column in enumerate(self.field.columns):
            short = column.limit <= SHORT or column.kind is FieldKind.INTEGER
            header.setSectionResizeMode(number, modes.Fixed if short else modes.Stretch)
            if short:
                header.resizeSection(number, theme.px(62))
        grid.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        grid.verticalHeader().setDefaultSectionSize(theme.px(32))
        grid.verticalHeader().setMinimumWidth(theme.px(28))
        grid.setMinimumHeight(theme.px(100))
        grid.model().dataChanged.connect(self._on_data)
        grid.changed.connect(self.edited)
        grid.left.connect(self.entered)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(grid, 1)
        row = QHBoxLayout()
        layout.addLayout(row)
        self._put_buttons(row, page)
        page.setFocusProxy(grid)
        return page

    def _put_buttons(self, row: QHBoxLayout, page: QWidget) -> None:
        for name, text, icon, action in (
            ("add", translate("Fields", "加一行"), "plus", self._add),
            ("drop", translate("Fields", "删本行"), "minus", self._grid.drop_line),
        ):
            button = QPushButton(caption(text), page)
            button.setObjectName(f"{self.field.key}.{name}")
            button.setProperty("role", "plain")
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            theme.put_icon(button, icon, "accent")
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(plain_label(translate("Fields", "Enter 下一格 · Ctrl+Delete 删行"), "muted", page))

    def _add(self) -> None:
        self._grid.add_line()
        self._grid.setCurrentCell(self._grid.rowCount() - 1, 0)
        self._grid.setFocus()

    def _on_data(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if not self._filling and RAW_ROLE in roles:
            self.edited.emit()

    def _fill(self, lines: list[dict[str, object]], native: bool) -> None:
        self._filling = True
        self._grid.setRowCount(0)
        self._grid.setRowCount(len(lines) + 1)
        for row, line in enumerate(lines):
            for column, box in enumerate(self._boxes):
                (box.set_value if native else box.set_raw)(line.get(box.field.key))
                self._grid.setItem(row, column, QTableWidgetItem())
                write_cell(self._grid.model(), self._grid.model().index(row, column), box)
        self._filling = False

    def _line(self, row: int) -> dict[str, object]:
        """Return what was typed in a line, {} when it is blank."""
        cells = {f.key: self._grid.item(row, c) for c, f in enumerate(self.field.columns)}
        raw = {key: cell.data(RAW_ROLE) for key, cell in cells.items() if cell}
        return raw if any(v not in (None, "", False) for v in raw.values()) else {}

    def _convert(self, row: int, raw: Mapping[str, object], wrong: list[RuleError]) -> dict[str, object]:
        line: dict[str, object] = {}
        for box in self._boxes:
            box.set_raw(raw.get(box.field.key, ""))
            try:
                line[box.field.key] = box.value()
            except RuleError as error:
                place = translate("Fields", "第 {line} 行「{label}」:").format(line=row + 1, label=box.title)
                wrong.append(RuleError(place + error.text, f"{self.field.key}.{row}.{box.field.key}"))
        return line

    def _mark(self, wrong: Mapping[tuple[int, int], str], keep: bool = False) -> None:
        self._filling = True
        for row in range(self._grid.rowCount()):
            for column in range(self._grid.columnCount()):
                text = wrong.get((row, column))
                if text is None and keep:
                    continue
                cell = self._grid.item(row, column)
                if cell is None and text:
                    cell = QTableWidgetItem()
                    self._grid.setItem(row, column, cell)
                if cell:
                    cell.setData(WRONG_ROLE, text)
                    cell.setToolTip(tooltip(text or ""))
        self._filling = False
