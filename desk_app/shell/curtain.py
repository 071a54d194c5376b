"""The covers over every window of the program while nobody who may look is signed in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import plain_label


class Curtain(QWidget):
    """An opaque sheet over the whole of one window; it stays on top and grows with it, the title is covered as well."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("curtain")
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colours().ground)
        self.setPalette(palette)
        column = QVBoxLayout(self)
        words = plain_label(translate("Lock", "物业前台 · 已锁定"), "empty")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        self._title = over.windowTitle()
        over.setWindowTitle(translate("Lock", "物业前台"))
        over.installEventFilter(self)
        self._fit()
        self.show()

    def lift(self) -> None:
        """Take the sheet away and give the window its title back."""
        self._over.removeEventFilter(self)
        self._over.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over everything."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildPolished, QEvent.Type.Show):
            self._fit()
        return False

    def _fit(self) -> None:
        self.setGeometry(self._over.rect())
        self.raise_()


class Curtains(QObject):
    """All curtains. `is_spared(window)` names the windows that ask who is there; `on_new()` is called when another
    window comes up meanwhile, which would lie over them."""

    def __init__(
        self,
        app: QApplication,
        is_spared: Callable[[QWidget], bool],
        on_new: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app, self._is_spared, self._on_new = app, is_spared, on_new
        self._drawn: list[Curtain] = []
        self.is_drawn = False

    def draw(self) -> None:
        """Cover every window that is open, and every one that opens from now on."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        self.is_drawn = True
        self._app.installEventFilter(self)  # only while it is covered: it sees every event of the program
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._cover(window)

    def lift(self) -> None:
        """Show everything again."""
        self.is_drawn = False
        self._app.removeEventFilter(self)
        for curtain in self._drawn:
            if isValid(curtain):
                curtain.lift()
        self._drawn.clear()

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a window that comes up."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._cover(watched)
        elif event.type() is QEvent.Type.ToolTip and isinstance(watched, QWidget):
            return not self._is_spared(watched.window())
        return False

    def _cover(self, window: QWidget) -> None:
        with suppress(RuntimeError):  # on its way out
            if self._is_spared(window) or window.windowType() in (Qt.WindowType.ToolTip, Qt.WindowType.Popup):
                return
            covered = [one for one in window.children() if isinstance(one, Curtain) and not one.isHidden()]
            if not covered:
                self._drawn.append(Curtain(window))
                self._on_new()
