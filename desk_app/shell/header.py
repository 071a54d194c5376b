"""The head of the window: where, who, which shift, what time, and the search over everything."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.text import CutLabel, caption, plain_label, tooltip
from desk_app.shell.quick_find import QuickFind


class Header(QFrame):
    """Signals: `lock_requested` cover the screen, or let another person sign in, `menu_requested` everything else."""

    lock_requested = Signal()
    menu_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setFixedHeight(theme.px(52))
        self.quick_find = QuickFind(self)
        self._place = CutLabel("muted")
        self._place.setObjectName("place")
        self._shift = plain_label("", "shift")
        self._shift.hide()
        self._clock = plain_label("", "strong")
        self._duty = QPushButton()
        self._duty.setObjectName("duty")
        self._duty.setProperty("role", "plain")
        self._duty.setAccessibleName(translate("Window", "值班人"))
        self._duty.setToolTip(translate("Window", "锁屏、换人 (F9)"))
        self._duty.clicked.connect(self.lock_requested)
        self._duty.hide()  # until somebody is known
        self._menu = QToolButton()
        self._menu.setObjectName("menu")
        self._menu.setAccessibleName(translate("Window", "菜单"))
        self._menu.setToolTip(translate("Window", "更多:楼宇名册、月报、设置…(F10)"))
        theme.put_icon(self._menu, "ellipsis", "muted")
        self._menu.clicked.connect(self.menu_requested)
        self._lay_out()

    def set_place(self, project: str, desk: str) -> None:
        """Show the project and the desk."""
        text = " · ".join(filter(None, (project, desk)))
        self._place.setText(text)
        self._place.setToolTip(tooltip(text))

    def set_duty(self, name: str, shift: str) -> None:
        """Show who is on duty and in which shift."""
        self._duty.setText(caption(name or translate("Window", "未登录")))
        self._duty.show()
        self._shift.setText(shift)
        self._shift.setVisible(bool(shift))

    def set_clock(self, text: str) -> None:
        """Show the time."""
        self._clock.setText(text)

    def _lay_out(self) -> None:
        logo = QLabel()
        logo.setPixmap(
            theme.icon("building-2", theme.colours().accent, 24).pixmap(QSize(theme.px(24), theme.px(24)))
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        line.setSpacing(theme.px(12))
        line.addWidget(logo)
        line.addWidget(plain_label(translate("Window", "物业前台"), "title"))
        line.addWidget(self._place, 3)
        line.addWidget(self.quick_find, 6)
        line.addStretch(1)
        for widget in (self._shift, self._duty, self._clock, self._menu):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
