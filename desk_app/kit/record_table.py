"""The list of a register: keyboard, mouse, widths and order; what it shows comes from a RecordModel."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desk_app.core.declare import Action, Column, ColumnKind, Register, Row
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import ENTER
from desk_app.kit.record_delegate import RecordDelegate, allowed
from desk_app.kit.record_model import SORT_LIMIT, ReadRows, RecordModel, sorted_ids
from desk_app.kit.record_painter import RowPainter
from desk_app.kit.text import caption

MenuItem = tuple[str, Callable[[], None] | None]
LONGEST_NUMBER = "WW-20261121-0001"
_STRETCHY = (ColumnKind.TEXT, ColumnKind.CHOICE)


class Store(Protocol):
    """What remembers widths and order: QSettings, or a fake."""

    def value(self, key: str, defaultValue: object = None) -> object:
        """Return what was stored."""

    def setValue(self, key: str, value: object) -> None:
        """Store a text."""


class RecordTable(QTableView):
    """One register's list.

    Signals: `opened(row)` by Enter or double-click; `action_requested(key, row)` by button, key or menu;
    `row_changed(row or None)` the current row; `noticed(text)` a sentence for the foot.
    """

    opened = Signal(object)
    action_requested = Signal(str, object)
    row_changed = Signal(object)
    noticed = Signal(str)

    def __init__(
        self, register: Register, read_rows: ReadRows, store: Store, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.register = register
        self._store = store
        self._record_model = RecordModel(register, read_rows)
        self._read_rows = read_rows
        self._natural: array[int] = array("q")
        self._sort: tuple[str, bool] | None = None
        self._own_widths = False
        self._fitting = True
        self._filtered = False
        self._is_filled = False
        self.empty_register = True
        self.setObjectName(f"{register.key}.list")
        self.setAccessibleName(translate(register.context, register.title))
        self._delegate = RecordDelegate(register, self)
        self._delegate.pressed.connect(self._on_button)
        self._rows = RowPainter(register, self._record_model.columns, self._delegate)
        self.setModel(self._record_model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._restore()
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self._open())

    def set_ids(self, ids: array[int], filtered: bool = False) -> None:
        """Show these records, keeping order, selection and place; `filtered` words the empty list."""
        self._natural, self._filtered, self._is_filled = ids, filtered, True
        number, bar, first = self.current_id(), self.verticalScrollBar(), self.rowAt(0)
        top, mark = bar.value(), QPersistentModelIndex(self._record_model.index(first, 0))
        self._record_model.set_ids(self._ordered(ids))
        self.updateGeometries()  # the bar knows how far it goes before anything is scrolled to
        moved = mark.row() - first if top and mark.isValid() else 0
        bar.setValue(top + moved * self.rowHeight(first))
        if self.current_id() != number:
            self.select_id(number, scroll=False)
        self.viewport().update()

    def reread(self) -> None:
        """Read what is on the screen again; repaints the changed rows only."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        self._record_model.reread(first, last if last >= 0 else self._record_model.rowCount() - 1)
        self.viewport().update()

    def record(self, number: int) -> Row | None:
        """Return the row shown at a place."""
        line = self._record_model.line(number) if 0 <= number < len(self._record_model.ids) else None
        return line.row if line else None

    def current_row(self) -> Row | None:
        """Return the selected record, or None."""
        return self.record(self.currentIndex().row())

    def current_id(self) -> int:
        """Return the id of the selected record, 0 for none."""
        place = self.currentIndex().row()
        ids = self._record_model.ids
        return ids[place] if 0 <= place < len(ids) else 0

    def select_id(self, record_id: int, scroll: bool = True) -> bool:
        """Select a record; False when it is not in the list."""
        place = self._record_model.place(record_id) if record_id else -1
        if place < 0:
            return False
        self.setAutoScroll(scroll)
        self.setCurrentIndex(self._record_model.index(place, 0))
        self.setAutoScroll(True)
        return True

    def select_only(self, record_id: int) -> None:
        """Select a record; nothing is selected when it is not in the list."""
        if not self.select_id(record_id):
            self.setCurrentIndex(QModelIndex())

    def select_first(self) -> None:
        """Select the first row if nothing is selected."""
        if not self.currentIndex().isValid() and self._record_model.rowCount():
            self.setCurrentIndex(self._record_model.index(0, 0))

    def natural_ids(self) -> array[int]:
        """Return the ids in the register's own order."""
        return self._natural

    def shown_ids(self) -> array[int]:
        """Return the ids in the order shown, for the export."""
        return self._record_model.ids

    def sort_by(self, key: str, descending: bool = False) -> bool:
        """Sort by a column's native values, "" for the register's own order; False for too long a list."""
        if key and len(self._natural) > SORT_LIMIT:
            text = translate("List", "超过 {limit} 行不排序,请先筛选。").format(limit=SORT_LIMIT)
            self.noticed.emit(text)
            self._show_sort()
            return False
        self._sort = (key, descending) if key else None
        self._remember("sort", [key, descending] if key else [])
        self._show_sort()
        self.set_ids(self._natural, self._filtered)
        return True

    def refuse(self, keys: frozenset[str]) -> None:
        """Offer these actions no more: the service would refuse them to who is signed in."""
        if keys != self._delegate.refused:
            self._delegate.refused = keys
            self._fit_columns()  # the buttons' column is as wide as the buttons that are left
            self.viewport().update()

    def menu_items(self, row: Row, column: int = -1) -> list[MenuItem]:
        """Return the context menu as data: (text, callable), None for a line between."""
        items: list[MenuItem] = [(translate("List", "打开") + "\tEnter", lambda: self.opened.emit(row))]
        for action in allowed(self.register.actions, row, self._delegate.refused):
            text = translate(self.register.context, action.label)
            text += f"\t{action.shortcut}" if action.shortcut else ""
            items.append((text, lambda key=action.key: self.action_requested.emit(key, row)))  # type: ignore[misc]
        if 0 <= column < len(self._record_model.columns):
            place = self._record_model.place(int(str(row["id"])))
            line = self._record_model.line(place) if place >= 0 else None
            if line:
                items.append(("", None))
                items.append(
                    (
                        translate("List", "复制「{text}」").format(text=line.texts[column][:20]),
                        lambda: QGuiApplication.clipboard().setText(line.texts[column]),
                    )
                )
        return items

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; an action's own key does it; Ctrl+C copies the cell; Home and End go to the ends."""
        row = self.current_row()
        if (
            row is not None
            and event.key() in ENTER
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._record_model.rowCount():
            last = self._record_model.rowCount() - 1
            self.setCurrentIndex(self._record_model.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        elif row is not None and (action := self._action_of(event, row)):
            self.action_requested.emit(action.key, row)
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # letters belong to the window (Qt would start a search in all rows)
        else:
            super().keyPressEvent(event)

    @qt_guard(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """List what can be done with the row under the mouse, or by the menu key with the chosen one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.record(index.row())
        if row is not None:
            self.setCurrentIndex(index)
            under = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.make_menu(row, index.column()).exec(under if by_key else event.globalPos())

    def make_menu(self, row: Row, column: int = -1) -> QMenu:
        """Return the context menu of a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, done in self.menu_items(row, column):
            if done is None:
                menu.addSeparator()
            else:
                # `triggered` brings whether it is checked: that is no argument of what is to be done.
                menu.addAction(caption(text)).triggered.connect(lambda _checked=False, do=done: do())
        return menu

    @qt_guard(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the button under the mouse."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        key = self._delegate.button_at(self.visualRect(index), index, event) if index.isValid() else ""
        if (index.row(), key) != self._delegate.hovered:
            self._delegate.hovered = (index.row(), key)
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()

    @qt_guard(None)
    def leaveEvent(self, event: QEvent) -> None:
        """No button is under the mouse any more."""
        super().leaveEvent(event)
        self._delegate.hovered = (-1, "")
        self.viewport().update()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the texts the width that is left."""
        super().resizeEvent(event)
        self._fit_columns()

    @qt_guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or in an empty list its first step; nothing before it was read."""
        painter = QPainter(self.viewport())
        if self._record_model.rowCount():
            self._paint_rows(painter, event.rect())
        elif self._is_filled:
            self._paint_first_step(painter)
        painter.end()

    def _paint_rows(self, painter: QPainter, part: QRect) -> None:
        """Paint the rows that touch `part` of the view; those not known yet are read together."""
        first, last = self.rowAt(part.top()), self.rowAt(part.bottom())
        if first < 0:
            return
        last = last if last >= 0 else self._record_model.rowCount() - 1
        self._record_model.prepare(first, last)
        header = self.horizontalHeader()
        places = [
            (number, header.sectionViewportPosition(number), header.sectionSize(number))
            for number in range(header.count())
            if not header.isSectionHidden(number)
        ]
        chosen, nowhere = self.selectionModel(), QModelIndex()
        self._rows.begin(painter, places)
        for number in range(first, last + 1):
            top, height = self.rowViewportPosition(number), self.rowHeight(number)
            box = QRect(-header.offset(), top, header.length(), height)
            self._rows.paint(
                box, number, self._record_model.line(number), chosen.isRowSelected(number, nowhere)
            )

    def _paint_first_step(self, painter: QPainter) -> None:
        """Say what to do in an empty list."""
        text = translate(self.register.context, self.register.first_step) if self.register.first_step else ""
        if not self.empty_register:
            text = translate("List", "这里现在没有记录。")
        if self._filtered:
            text = translate("List", "没有符合筛选的记录。")
        painter.setPen(QColor(theme.colours().muted))
        box = self.viewport().rect().adjusted(theme.px(40), 0, -theme.px(40), -theme.px(60))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, text or translate("List", "还没有记录。"))

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(38))
        rows.hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(theme.px(40))
        header.setMinimumSectionSize(theme.px(40))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        header.sectionClicked.connect(self._on_header)
        self._keep_widths = QTimer(self, singleShot=True, interval=400)
        self._keep_widths.timeout.connect(self._remember_widths)
        header.sectionResized.connect(self._on_resized)

    def _restore(self) -> None:
        """Take up the widths and the order remembered under column keys."""
        widths, sort = self._recall("widths"), self._recall("sort")
        header = self.horizontalHeader()
        self._fitting = True
        for number, column in enumerate(self._record_model.columns):
            width = widths.get(column.key) if isinstance(widths, dict) else None
            if not isinstance(width, int) or not 20 < width < 2000:
                header.resizeSection(number, self._usual_width(column))
            else:
                header.resizeSection(number, theme.px(width))
        if self._record_model.has_buttons:
            place = len(self._record_model.columns)
            header.resizeSection(place, self._delegate.buttons_width(self.fontMetrics()))
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        self._fitting = False
        self._own_widths = isinstance(widths, dict) and bool(widths)
        if (
            isinstance(sort, list)
            and len(sort) == 2
            and any(c.key == sort[0] for c in self._record_model.columns)
        ):
            self._sort = (str(sort[0]), bool(sort[1]))
        self._show_sort()

    def _fit_columns(self) -> None:
        """Spread what is left (or missing) over the text columns, unless the user chose the widths."""
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._own_widths else policy.ScrollBarAlwaysOff
        )
        if self._own_widths:
            return
        columns = self._record_model.columns
        usual = [self._usual_width(column) for column in columns]
        buttons = self._delegate.buttons_width(self.fontMetrics()) if self._record_model.has_buttons else 0
        self._fitting = True  # hiding a column resizes it too: that is not the user's doing
        self._leave_out_spare(usual, self.viewport().width() - buttons)
        usual = [0 if self.isColumnHidden(n) else width for n, width in enumerate(usual)]
        spare = self.viewport().width() - sum(usual) - buttons
        number = self.fontMetrics().horizontalAdvance(LONGEST_NUMBER) + theme.px(24)
        least = [number if column.key == "no" else theme.px(58) for column in columns]
        grows = [column.kind in _STRETCHY and column.key != "no" for column in columns]
        shrinks = [column.kind in _STRETCHY for column in columns]
        # Growing, every text column takes its share; shrinking, the wide ones give what they have to spare.
        weights = [
            w * g if spare > 0 else max(0, w - low) * s
            for w, low, g, s in zip(usual, least, grows, shrinks, strict=True)
        ]
        spare = max(spare, -sum(weights))
        total = sum(weights)
        for place, (width, weight) in enumerate(zip(usual, weights, strict=True)):
            extra = spare * weight // total if total else 0
            total, spare = total - weight, spare - extra
            if width:
                self.horizontalHeader().resizeSection(place, width + extra)
        if buttons:
            self.horizontalHeader().resizeSection(len(columns), buttons)
        self._fitting = False

    def _usual_width(self, column: Column) -> int:
        """Return the declared width; a column of states is wide enough for the longest of them."""
        width = theme.px(round(column.width * 7.7 + 22))
        if column.kind is not ColumnKind.STATE:
            return width
        labels = (translate(self.register.context, state.label) for state in self.register.states)
        longest = max((self.fontMetrics().horizontalAdvance(label) for label in labels), default=0)
        return max(width, min(longest + theme.px(40), theme.px(150)))

    def _leave_out_spare(self, usual: Sequence[int], room: int) -> None:
        """Hide spare columns from the right while the list is too narrow for all."""
        wanted = sum(usual)
        for number in reversed(range(len(usual))):
            hide = self._record_model.columns[number].spare and wanted > room * 1.08
            if hide:
                wanted -= usual[number]
            self.setColumnHidden(number, hide)

    def _on_resized(self, _section: int, _old: int, _new: int) -> None:
        if not self._fitting:
            self._own_widths = True
            self._keep_widths.start()

    def _remember_widths(self) -> None:
        header = self.horizontalHeader()
        widths = {
            column.key: round(header.sectionSize(n) / theme.scale())
            for n, column in enumerate(self._record_model.columns)
        }
        self._remember("widths", widths)

    def _on_header(self, section: int) -> None:
        """Ascending, descending, and back to the register's own order."""
        if section >= len(self._record_model.columns):
            return
        key = self._record_model.columns[section].key
        if self._sort == (key, True):
            self.sort_by("")
        else:
            self.sort_by(key, descending=self._sort == (key, False))

    def _show_sort(self) -> None:
        header = self.horizontalHeader()
        keys = [column.key for column in self._record_model.columns]
        header.setSortIndicatorShown(self._sort is not None)
        if self._sort:
            order = Qt.SortOrder.DescendingOrder if self._sort[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(keys.index(self._sort[0]), order)

    def _ordered(self, ids: array[int]) -> array[int]:
        if not self._sort or len(ids) > SORT_LIMIT:
            return ids
        return sorted_ids(self._read_rows(ids), *self._sort)

    def _action_of(self, event: QKeyEvent, row: Row) -> Action | None:
        pressed = QKeySequence(event.keyCombination())
        choices: Sequence[Action] = allowed(self.register.actions, row, self._delegate.refused)
        return next((a for a in choices if a.shortcut and QKeySequence(a.shortcut) == pressed), None)

    def _on_button(self, key: str, number: int) -> None:
        row = self.record(number)
        if row is not None:
            self.action_requested.emit(key, row)

    def _on_current(self, _new: QModelIndex, _old: QModelIndex) -> None:
        self.row_changed.emit(self.current_row())

    def _open(self) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)

    def _remember(self, name: str, data: object) -> None:
        self._store.setValue(f"list/{self.register.key}/{name}", json.dumps(data))

    def _recall(self, name: str) -> object:
        text = self._store.value(f"list/{self.register.key}/{name}")
        try:
            return json.loads(text) if isinstance(text, str) else None
        except ValueError:
            return None
