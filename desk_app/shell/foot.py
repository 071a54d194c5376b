"""The foot of the window: what was just done, and the shortcuts."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import CutLabel, plain_label, tooltip

SHORTCUTS = (
    ("F2", QT_TRANSLATE_NOOP("Window", "新增")),
    ("F3", QT_TRANSLATE_NOOP("Window", "筛选")),
    ("F6", QT_TRANSLATE_NOOP("Window", "来电")),
    ("Ctrl S", QT_TRANSLATE_NOOP("Window", "保存")),
    ("Ctrl P", QT_TRANSLATE_NOOP("Window", "打印")),
    ("Enter", QT_TRANSLATE_NOOP("Window", "下一项")),
    ("F12", QT_TRANSLATE_NOOP("Window", "在场人员")),
    ("F1", QT_TRANSLATE_NOOP("Window", "帮助")),
)
MARKS = {"done": "✓", "due": "!", "late": "✕"}


class Foot(QFrame):
    """One line: the last notice stays until the next one (it carries the number and the time)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.setFixedHeight(theme.px(32))
        self.notice = CutLabel("notice")
        self.notice.setObjectName("notice")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(8))
        line.addWidget(self.notice, 1)
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(theme.px(8))
        for key, label in SHORTCUTS:
            keys.addWidget(plain_label(key, "key"))
            keys.addWidget(plain_label(translate("Window", label), "muted"))
        line.addWidget(self._keys)

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave at least half the line to the notice: the shortcuts give way."""
        super().resizeEvent(event)
        self._keys.setVisible(self._keys.sizeHint().width() < self.width() * 0.55)

    def say(self, text: str, tone: str = "done") -> None:
        """Show one line in its tone."""
        shown = f"{MARKS.get(tone, '')} {text}".strip()
        self.notice.setText(shown)
        self.notice.setToolTip(tooltip(shown))
        theme.restyle(self.notice, "tone", tone)
