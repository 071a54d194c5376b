"""A line of text with suggestions under it and quick phrases after "/"; light, as the first screen has one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.core.text import LINE
from desk_app.kit.guard import qt_guard

if TYPE_CHECKING:
    from desk_app.core.declare import Suggestion
    from desk_app.kit.suggest import SuggestPopup

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# An input method in Chinese mode turns "/" into "、"; that one counts only where a text begins.
_PHRASE = re.compile(r"(?:/|(?:(?<=\s)|(?<![\s\S]))、)([^/\s]{0,12})$")

Offers = Callable[[str], "Sequence[Suggestion]"]


def matching_phrases(before: str, phrases: Sequence[str]) -> list[Suggestion]:
    """Return the quick phrases asked for by the "/" at the end of `before` (the text left of the cursor)."""
    found = _PHRASE.search(before)
    if not found:
        return []
    from desk_app.core.declare import Suggestion

    return [Suggestion(p, value=found.group(0)) for p in phrases if found.group(1).lower() in p.lower()]


def claims(popup: SuggestPopup | None, event: QEvent) -> bool:
    """Say whether an open list wants this key before any shortcut: Esc closes the list, not the dialog around it."""
    return (
        popup is not None
        and popup.isVisible()
        and event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )


def passes_on(event: QEvent) -> bool:
    """Let Ctrl+E through to the shortcut that shows what is masked: on X11 an input takes it for "to the end"."""
    is_look = (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_E
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
    if is_look:
        event.ignore()
    return is_look


def popup_key(popup: SuggestPopup, event: QKeyEvent) -> Suggestion | bool:
    """Let an open list take its keys: the pick, True for a key used up, False for any other."""
    if not popup.isVisible() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        popup.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
        return True
    if event.key() == Qt.Key.Key_Escape:
        popup.hide()
        return True
    if event.key() in ENTER and popup.current is not None:
        return popup.current
    return False


class LineInput(QLineEdit):
    """One line of text; `offers(text)` are its suggestions, `phrases` its quick phrases after "/".

    Signals: `entered` Enter was pressed; `chosen(Suggestion)` a line was picked from the list.
    With `eager` the first suggestion is marked at once, so Enter takes it.
    """

    entered = Signal()
    chosen = Signal(object)

    _popup: SuggestPopup | None = None

    def __init__(
        self,
        offers: Offers | None = None,
        phrases: Sequence[str] = (),
        eager: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        self._phrases = tuple(phrases)
        self._eager = eager
        self.setMaxLength(LINE)
        self.textEdited.connect(self._on_edited)

    @property
    def suggestions(self) -> list[Suggestion]:
        """What the list offers now; empty when it is closed."""
        return self._popup.items if self._popup else []

    def set_phrases(self, phrases: Sequence[str]) -> None:
        """Offer other quick phrases from now on."""
        self._phrases = tuple(phrases)

    def close_list(self) -> None:
        """Hide the suggestions."""
        if self._popup:
            self._popup.hide()

    @qt_guard(False)
    def event(self, event: QEvent) -> bool:
        """Keep Esc for the open list, and Ctrl+E for what is masked."""
        if claims(self._popup, event):
            event.accept()
            return True
        return not passes_on(event) and super().event(event)

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, pick from it, or say that Enter was pressed."""
        used = popup_key(self._popup, event) if self._popup else False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not isinstance(used, bool):
            self._take(used)
        elif used:
            event.accept()
        elif control and event.key() == Qt.Key.Key_Delete:
            event.ignore()  # in a table this drops the line
        elif event.key() in ENTER and not control:
            self.close_list()
            event.accept()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down and self._offers:
            self._show(self._offers(self.text()), True)
        else:
            super().keyPressEvent(event)

    @qt_guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list with the focus."""
        self.close_list()
        super().focusOutEvent(event)

    def _on_edited(self, text: str) -> None:
        phrases = matching_phrases(text[: self.cursorPosition()], self._phrases)
        if phrases:
            self._show(phrases, True)
        elif self._offers and text.strip():
            self._show(self._offers(text), self._eager)
        else:
            self.close_list()

    def _show(self, items: Sequence[Suggestion], preselect: bool) -> None:
        if self._popup is None:
            from desk_app.kit.suggest import SuggestPopup

            self._popup = SuggestPopup(self)
            self._popup.picked.connect(self._take)
            self.destroyed.connect(self._popup.deleteLater)
        self._popup.offer(items, preselect)

    def _take(self, item: Suggestion) -> None:
        self.close_list()
        if isinstance(item.value, str) and item.title in self._phrases and item.value[:1] in "/、":
            position = self.cursorPosition()
            before = self.text()[:position].removesuffix(item.value) + item.title
            self.setText((before + self.text()[position:])[: self.maxLength()])
            self.setCursorPosition(len(before))
            self.textEdited.emit(self.text())
        else:
            self.chosen.emit(item)
