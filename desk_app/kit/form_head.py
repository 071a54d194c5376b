"""The head of a form: its title whole, its key, and a few words on its state beside it or below."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import plain_label

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FormHead(QWidget):
    """Title and F2 at the left, the state at the right; where both are too wide the state has its own lines.

    A form that stands alone has no F2, and a long title two lines.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = plain_label(title, "title", self)
        self.key = plain_label("F2", "key", self)
        self.state = plain_label("", "state", self)
        self.state.setObjectName("draft_state")
        self._row = QBoxLayout(BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        name = QHBoxLayout()
        self._row.addLayout(name, 1)
        self._row.addWidget(self.state)
        name.setSpacing(theme.px(10))
        name.addWidget(self.title)
        name.addWidget(self.key)
        name.addStretch(1)
        self._name = name

    def stand_alone(self) -> None:
        """Leave the key out, and let the title have the whole width."""
        self.key.hide()
        self.title.setWordWrap(True)
        self._name.setStretch(0, 1)
        self._name.setStretch(2, 0)

    def set_title(self, text: str) -> None:
        """Name what the form does."""
        self.title.setText(text)
        self._fit()

    def set_state(self, text: str) -> None:
        """Say a few words on it."""
        self.state.setText(text)
        self._fit()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the state where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        names = [_width(self.title), *([] if self.key.isHidden() else [self.key.sizeHint().width()])]
        state = _width(self.state)
        below = state > 0 and sum(names) + state + (len(names) + 1) * theme.px(10) > self.width()
        self.state.setWordWrap(below)
        self._row.setDirection(BELOW if below else BESIDE)
        self._row.setSpacing(theme.px(2 if below else 10))


def _width(label: QLabel) -> int:
    return label.fontMetrics().horizontalAdvance(label.text())
