"""The other bare inputs: a text of several lines, a choice, a check mark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from desk_app.core.declare import Suggestion
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import ENTER, claims, matching_phrases, passes_on, popup_key
from desk_app.kit.suggest import SuggestPopup

PASTE_LIMIT = 20_000


class PasteInput(QPlainTextEdit):
    """Several lines of plain text, at most `limit` characters; a huge clipboard must not freeze the desk."""

    def __init__(self, limit: int = PASTE_LIMIT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = min(limit, PASTE_LIMIT)

    @qt_guard(False)
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take plain text only."""
        return source.hasText()

    @qt_guard(None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste at most what still fits."""
        room = self._limit - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(0, room)])


class TextInput(PasteInput):
    """Several lines; Enter goes on, Shift+Enter starts a line. Quick phrases after "/" as in a LineInput."""

    entered = Signal()
    edited = Signal()

    _popup: SuggestPopup | None = None

    def __init__(self, limit: int, phrases: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(limit, parent)
        self._phrases = tuple(phrases)
        self._quiet = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    def set_phrases(self, phrases: Sequence[str]) -> None:
        """Offer other quick phrases from now on."""
        self._phrases = tuple(phrases)

    def set_quietly(self, text: str) -> None:
        """Set the text without saying that the user edited it."""
        self._quiet = True
        self.setPlainText(text[: self._limit])
        self._quiet = False

    @qt_guard(QSize())
    def sizeHint(self) -> QSize:
        """Ask for four lines: Qt's ten would push the buttons out of a small form."""
        return QSize(super().sizeHint().width(), theme.px(96))

    @qt_guard(False)
    def event(self, event: QEvent) -> bool:
        """Keep Esc for the open list, and Ctrl+E for what is masked."""
        if claims(self._popup, event):
            event.accept()
            return True
        return not passes_on(event) and super().event(event)

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next input."""
        used = popup_key(self._popup, event) if self._popup else False
        if not isinstance(used, bool):
            self._take(used)
        elif used:
            event.accept()
        elif event.key() in ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @qt_guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list with the focus."""
        if self._popup:
            self._popup.hide()
        super().focusOutEvent(event)

    def _on_changed(self) -> None:
        if self._quiet:
            return
        if len(self.toPlainText()) > self._limit:
            self._quiet = True
            cursor = self.textCursor()
            surplus = len(self.toPlainText()) - self._limit
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, surplus)
            cursor.removeSelectedText()
            self._quiet = False
        self.edited.emit()
        phrases = matching_phrases(self._before(), self._phrases) if self.hasFocus() else []
        if self._popup is None and phrases:
            self._popup = SuggestPopup(self)
            self._popup.picked.connect(self._take)
            self.destroyed.connect(self._popup.deleteLater)
        if self._popup:
            self._popup.offer(phrases, True)

    def _before(self) -> str:
        return self.textCursor().block().text()[: self.textCursor().positionInBlock()]

    def _take(self, item: Suggestion) -> None:
        if self._popup:
            self._popup.hide()
        cursor = self.textCursor()
        asked = len(str(item.value))
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, asked)
        cursor.insertText(item.title)
        self.setTextCursor(cursor)


class ChoiceInput(QComboBox):
    """A choice made with a digit (its place), an initial, the arrows, or the mouse; Enter goes on."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(12)

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick by digit, else leave it to Qt (initials, arrows)."""
        digit = event.text() if event.text() in tuple("123456789") else ""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.entered.emit()
        elif digit and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            offset = (
                0 if self.count() and self.itemData(0) is not None else 1
            )  # an empty first line has no number
            place = int(digit) - 1 + offset
            if place < self.count():
                self.setCurrentIndex(place)
                self.activated.emit(place)
            event.accept()
        elif event.key() == Qt.Key.Key_Delete and event.modifiers():
            event.ignore()  # in a table Ctrl+Delete drops the line
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self.itemData(0) is None:
            self.setCurrentIndex(0)
            self.activated.emit(0)
        else:
            super().keyPressEvent(event)

    @qt_guard(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form: a choice must not change while scrolling past."""
        event.ignore()

    @qt_guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow in the text's colour."""
        super().paintEvent(event)
        size = theme.px(16)
        box = QRect(self.width() - size - theme.px(8), (self.height() - size) // 2, size, size)
        painter = QPainter(self)
        theme.icon("chevron-down", theme.colours().muted).paint(painter, box)
        painter.end()


class CheckInput(QCheckBox):
    """A check mark; Space turns it, Enter goes on."""

    entered = Signal()

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next input."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @qt_guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark over the style sheet's box."""
        super().paintEvent(event)
        if self.isChecked():
            size = theme.px(14)
            box = QRect(theme.px(2), (self.height() - size) // 2, size, size)
            painter = QPainter(self)
            theme.icon("check", theme.colours().on_accent).paint(painter, box)
            painter.end()

    @qt_guard(False)
    def hitButton(self, pos: object) -> bool:
        """Answer clicks over the whole width."""
        return True
