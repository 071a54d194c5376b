"""钥匙柜: the cabinets as a grid of hooks, each hook's state by colour and by word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desk_app.core.declare import Register, Tone
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import ENTER
from desk_app.kit.text import tooltip
from desk_app.registers.keys.rules import Hook
from desk_app.registers.keys.views import Cabinet, HookView

EMPTY = QT_TRANSLATE_NOOP("Keys", "空")
_VIEW = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 27
_Index = QModelIndex | QPersistentModelIndex


class CabinetView(QTableWidget):
    """The picture: one line a row of hooks; arrows move, Enter or a click chooses.

    Signals: `chosen(record id)` of the key on the hook; `free_chosen(code)` where nothing hangs.
    """

    chosen = Signal(int)
    free_chosen = Signal(str)

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._words = {state.key: translate(register.context, state.label) for state in register.states}
        self._tones = {state.key: state.tone for state in register.states}
        self.setObjectName("cabinet")
        self.setAccessibleName(translate("Keys", "钥匙柜:方向键移动,回车选中"))
        self.setItemDelegate(_HookDelegate(self._tones, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setProperty("role", "hooks")
        self.setCornerButtonEnabled(False)
        for header, size in ((self.verticalHeader(), _ROW_HEIGHT), (self.horizontalHeader(), 24)):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            if header is self.verticalHeader():
                header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
                header.setDefaultSectionSize(theme.px(size))
            else:
                header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
                header.setMinimumSectionSize(theme.px(58))
                header.setFixedHeight(theme.px(size))
        self.cellClicked.connect(lambda _row, _column: self._choose())

    def show_cabinets(self, cabinets: Sequence[Cabinet]) -> None:
        """Show these cabinets one below the other; the hook that was current stays."""
        before = self.current_hook()
        self.setUpdatesEnabled(False)
        lines = [(one.name, number, line) for one in cabinets for number, line in enumerate(one.rows, 1)]
        self.clear()
        self.setRowCount(len(lines))
        self.setColumnCount(max((len(line) for _, _, line in lines), default=0))
        self.setHorizontalHeaderLabels([str(n + 1) for n in range(self.columnCount())])
        self.setVerticalHeaderLabels([f"{name}-{number:02d}" for name, number, _ in lines])
        for row, (_, _, line) in enumerate(lines):
            for column, view in enumerate(line):
                self.setItem(row, column, self._item(view))
        self.setUpdatesEnabled(True)
        if before is not None:
            self._go_to(lambda view: view.hook == before)
        self.updateGeometry()

    def show_record(self, record: int) -> None:
        """Put the cursor on a key's hook, without choosing it."""
        self._go_to(lambda view: bool(record) and view.record == record)

    def current_hook(self) -> Hook | None:
        """Return the hook the cursor is on."""
        view = self._current()
        return view.hook if view else None

    @qt_guard(QSize())
    def sizeHint(self) -> QSize:
        """Return the size that shows every row."""
        header = self.horizontalHeader().height()
        return QSize(theme.px(400), header + theme.px(_ROW_HEIGHT) * self.rowCount() + 2 * self.frameWidth())

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or the space bar chooses; everything else moves as in any table."""
        if (
            event.key() in (*ENTER, Qt.Key.Key_Space)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._choose()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # letters belong to the window
        else:
            super().keyPressEvent(event)

    def _item(self, view: HookView) -> QTableWidgetItem:
        word = self._words.get(view.state, translate("Keys", EMPTY))
        item = QTableWidgetItem(word)
        item.setData(_VIEW, view)
        told = " ".join(filter(None, (view.hook.code, word, view.place)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        item.setToolTip(tooltip(told))
        return item

    def _current(self) -> HookView | None:
        item = self.currentItem()
        view = item.data(_VIEW) if item else None
        return view if isinstance(view, HookView) else None

    def _go_to(self, wanted: object) -> None:
        assert callable(wanted)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None and wanted(item.data(_VIEW)):
                    self.setCurrentCell(row, column)
                    return

    def _choose(self) -> None:
        view = self._current()
        if view is None:
            return
        if view.record:
            self.chosen.emit(view.record)
        else:
            self.free_chosen.emit(view.hook.code)


class _HookDelegate(QStyledItemDelegate):
    """Paints a hook: its state as a dot, a word and a tint; an empty one as an outline."""

    def __init__(self, tones: dict[str, Tone], parent: QWidget) -> None:
        super().__init__(parent)
        self._tones = tones

    @qt_guard(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one hook."""
        view = index.data(_VIEW)
        if not isinstance(view, HookView):
            return
        palette = theme.colours()
        tone = self._tones.get(view.state)
        text, tint = palette.tones[tone.value] if tone else (palette.muted, palette.panel)
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        edge = QPen(QColor(palette.accent if chosen else palette.line), 2 if chosen else 1)
        if tone is None and not chosen:
            edge.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(edge)
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        painter.setPen(QColor(text))
        painter.setFont(option.font)
        left = box.adjusted(theme.px(6), 0, -theme.px(4), 0)
        if tone:
            dot = theme.px(6)
            painter.setBrush(QColor(text))
            painter.drawEllipse(QRectF(left.left(), box.center().y() - dot / 2, dot, dot))
            left.adjust(dot + theme.px(5), 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(left.width())
        )
        painter.drawText(left, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()
