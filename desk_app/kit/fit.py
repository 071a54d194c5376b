"""How large a dialog may be on this screen, and that its sentences get the lines they need."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desk_app.kit import theme


def room_for(dialog: QWidget) -> QSize:
    """Return how large a dialog may be, in pixels: the screen less a window's frame and title."""
    return dialog.screen().availableGeometry().size() - QSize(theme.px(16), theme.px(48))


def resize(dialog: QWidget, width: int, height: int) -> None:
    """Make a dialog as large as it likes to be, in pixels at 100 %, as far as the screen has it.

    Its buttons stand at the foot: they would be the first to lie outside.
    """
    dialog.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room_for(dialog)))


def give_height(dialog: QWidget) -> int:
    """Make a dialog as high as its sentences ask, as far as the screen has it; returns the lines of pixels that lack.

    Qt stops at two thirds of the screen, and then lays sentences over what stands below them.
    """
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    asked, most = layout.totalHeightForWidth(dialog.width()), room_for(dialog).height()
    dialog.resize(dialog.width(), min(max(dialog.height(), asked), most))
    return max(asked - most, 0)
