"""Whether a window can be shown here at all, told without loading Qt."""

from __future__ import annotations

import os
import sys

from desk_app.core.i18n import translate

# The only Qt platforms that need a running display server; "" lets Qt choose between them.
_WINDOWED = ("", "xcb", "wayland", "wayland-egl")


def missing_display() -> str | None:
    """Return one sentence of advice when the window has no display to open on, else None.

    Only Linux can lack one: a server or a container without DISPLAY and WAYLAND_DISPLAY.
    """
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if platform not in _WINDOWED or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return None
    return translate(
        "Display",
        "没有可用的显示器，窗口打不开：请在图形桌面里启动，或用虚拟显示器：xvfb-run -a python3 -m desk_app"
        "（没有 xvfb-run 时先 apt-get install xvfb）",
    )
