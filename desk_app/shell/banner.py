"""A line across the window for what must not be overlooked: red or amber, with what to do; the worst one is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.text import caption, plain_label, tooltip

WORST = ("late", "due", "done")


class Notice(NamedTuple):
    """One thing to be told: its tone, the sentence, what the button says and does."""

    tone: str
    text: str
    label: str = ""
    run: Callable[[], object] | None = None


class Banner(QFrame):
    """Hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("role", "banner")
        self._notices: dict[str, Notice] = {}
        self.words = plain_label("", "banner")
        self.words.setObjectName("banner_words")
        self.words.setWordWrap(True)
        self.button = QPushButton()
        self.button.setObjectName("banner_button")
        self.button.clicked.connect(self._press)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        line.setSpacing(theme.px(12))
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.hide()

    def say(self, key: str, notice: Notice | None) -> None:
        """Tell one thing, or no longer (None)."""
        if notice is None:
            self._notices.pop(key, None)
        else:
            self._notices[key] = notice
        self._show()

    @property
    def told(self) -> dict[str, str]:
        """What is to be told, by key."""
        return {key: notice.text for key, notice in self._notices.items()}

    def _worst(self) -> tuple[str, Notice] | None:
        ordered = sorted(self._notices.items(), key=lambda item: WORST.index(item[1].tone))
        return ordered[0] if ordered else None

    def _show(self) -> None:
        found = self._worst()
        self.setVisible(found is not None)
        if found is None:
            return
        notice, others = found[1], len(self._notices) - 1
        more = translate("Banner", "(另有 {count} 条)").format(count=others) if others else ""
        self.words.setText(notice.text + more)
        self.words.setToolTip(tooltip("\n".join(one.text for one in self._notices.values())))
        label = notice.label or translate("Banner", "知道了")
        self.button.setText(caption(label))
        self.button.setAccessibleName(label)
        for widget in (self, self.words):
            theme.restyle(widget, "tone", notice.tone)

    def _press(self) -> None:
        """Do what the button says; one without anything to do is put away."""
        found = self._worst()
        if found is None:
            return
        if found[1].run is None:
            self.say(found[0], None)
        else:
            found[1].run()
