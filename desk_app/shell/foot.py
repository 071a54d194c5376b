"""The foot of the window: what was just done, and the shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.text import plain_label

SHORTCUTS = (
    ("F2", QT_TRANSLATE_NOOP("Window", "新增")),
    ("F3", QT_TRANSLATE_NOOP("Window", "筛选")),
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
        self.notice = plain_label("", "notice")
        self.notice.setObjectName("notice")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(8))
        line.addWidget(self.notice, 1)
        for key, label in SHORTCUTS:
            line.addWidget(plain_label(key, "key"))
            line.addWidget(plain_label(translate("Window", label), "muted"))
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)

    def say(self, text: str, tone: str = "done") -> None:
        """Show one line in its tone."""
        self.notice.setText(f"{MARKS.get(tone, '')} {text}".strip())
        theme.restyle(self.notice, "tone", tone)
