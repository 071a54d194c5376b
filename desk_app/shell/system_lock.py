"""When the system locks its screen or goes to sleep: Windows tells a window, a Linux desktop the message bus.

Where neither can be known (another system, no bus, no service) nothing is ever told, and the program locks by its own
clock alone. The Windows half has not been run on a Windows.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.kit.guard import qt_guard

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 7
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 4

LOGIND = "org.freedesktop.login1"
BUS_SIGNALS = (
    (
        "system",
        LOGIND,
        "/org/freedesktop/login1",
        f"{LOGIND}.Manager",
        "PrepareForSleep",
        "on_switched(bool)",
    ),
    ("system", LOGIND, "", f"{LOGIND}.Session", "Lock", "on_locked()"),
    (
        "session",
        "org.freedesktop.ScreenSaver",
        "",
        "org.freedesktop.ScreenSaver",
        "ActiveChanged",
        "on_switched(bool)",
    ),
    ("session", "org.gnome.ScreenSaver", "", "org.gnome.ScreenSaver", "ActiveChanged", "on_switched(bool)"),
)


def buses() -> dict[str, QDBusConnection]:
    """Return the two message buses of this computer, connected or not; ImportError in a build without them."""
    from PySide6.QtDBus import QDBusConnection

    return {"system": QDBusConnection.systemBus(), "session": QDBusConnection.sessionBus()}


class SystemLock(QObject):
    """Signal: `locked` the system covers its screen now. `source` says who tells: "windows", "bus" or "none"."""

    locked = Signal()

    def __init__(
        self, app: QApplication, window: QWidget, parent: QObject, platform: str = sys.platform
    ) -> None:
        super().__init__(parent)
        self.source = "none"
        self._filter: _Messages | None = None
        if platform == "win32":
            self._listen_to_windows(app, window)
        elif platform.startswith("linux"):
            self._listen_to_the_bus()

    @Slot()
    def on_locked(self) -> None:
        """The session was asked to lock."""
        self.locked.emit()

    @Slot(bool)
    def on_switched(self, active: bool) -> None:
        """The screen saver came up, or the computer is about to sleep (False: it is over)."""
        if active:
            self.locked.emit()

    def _listen_to_windows(self, app: QApplication, window: QWidget) -> None:
        self._filter = _Messages(self.locked.emit)
        app.installNativeEventFilter(self._filter)
        library = getattr(ctypes, "windll", None)
        if library is not None and library.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0):
            self.source = "windows"

    def _listen_to_the_bus(self) -> None:
        try:
            found = buses()
        except ImportError:  # a build without it: the program's own clock has to do
            return
        for name, service, path, interface, signal, slot in BUS_SIGNALS:
            bus = found[name]
            # Declared as bytes, but taken as text only: bytes are a ValueError (PySide6 6.11.3).
            asked = cast(bytes, SLOT(slot))
            if bus.isConnected() and bus.connect(service, path, interface, signal, self, asked):
                self.source = "bus"


class _Messages(QAbstractNativeEventFilter):
    """Hears what Windows tells every window of the program."""

    def __init__(self, on_lock: Callable[[], object]) -> None:
        super().__init__()
        self._on_lock = on_lock

    @qt_guard((False, 0))
    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look for the two messages; nothing is kept from anybody."""
        try:
            if QByteArray(kind).startsWith(b"windows_") and is_lock(*_read(int(message))):
                self._on_lock()
        except (OSError, ValueError, TypeError):  # a message that is none of ours
            pass
        return False, 0


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG: window, message, wParam."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("first", ctypes.c_size_t))


def _read(address: int) -> tuple[int, int]:
    found = _Message.from_address(address)
    return found.message, found.first


def is_lock(message: int, first: int) -> bool:
    """Say whether a message of Windows (with its wParam) means that nobody is there any more."""
    return (message, first) in ((WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK), (WM_POWERBROADCAST, PBT_APMSUSPEND))
