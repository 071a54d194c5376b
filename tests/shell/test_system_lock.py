"""The system's lock and sleep, told over a message bus of the test's own."""

import shutil
import subprocess
from contextlib import contextmanager

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QWidget

from desk_app.shell import system_lock

LOGIND, SAVER, GNOME = "org.freedesktop.login1", "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"
pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon")


@contextmanager
def _bus():
    """Run a message bus; yield its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@pytest.fixture
def desktop(qapp, monkeypatch):
    """Return a connection that speaks as the system does to a lock that listens, and what the lock heard."""
    with _bus() as address:
        ours = QDBusConnection.connectToBus(address, "listens")
        monkeypatch.setattr(system_lock, "buses", lambda: {"system": ours, "session": ours})
        window = QWidget()
        lock = system_lock.SystemLock(qapp, window, window, platform="linux")
        heard = []
        lock.locked.connect(lambda: heard.append(True))
        speaks = QDBusConnection.connectToBus(address, "speaks")
        assert lock.source == "bus"
        yield speaks, heard
        for name in ("listens", "speaks"):
            QDBusConnection.disconnectFromBus(name)


def _say(bus, service, path, interface, signal, *what):
    assert bus.registerService(service)
    message = QDBusMessage.createSignal(path, interface, signal)
    message.setArguments(list(what))
    assert bus.send(message)


@pytest.mark.parametrize(
    "told",
    [
        (LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", True),
        (LOGIND, "/org/freedesktop/login1/session/_31", f"{LOGIND}.Session", "Lock"),
        (SAVER, "/ScreenSaver", SAVER, "ActiveChanged", True),
        (GNOME, "/org/gnome/ScreenSaver", GNOME, "ActiveChanged", True),
    ],
)
def test_the_systems_own_lock_and_its_going_to_sleep_are_heard(qtbot, desktop, told):
    bus, heard = desktop
    _say(bus, *told)
    qtbot.waitUntil(lambda: heard == [True])


def test_waking_up_covers_nothing(qtbot, desktop):
    bus, heard = desktop
    _say(bus, LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", False)
    _say(bus, SAVER, "/ScreenSaver", SAVER, "ActiveChanged", True)  # sent after it, so heard after it
    qtbot.waitUntil(lambda: heard == [True])
