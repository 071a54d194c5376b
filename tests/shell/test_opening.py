"""What opens is ready at once, what closes is gone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from desk_app.shell.menu import ITEMS, is_shown
from tests.shell.conftest import Front, choose
from tests.shell.hands import dialogs, focus_name

AHEAD = True


def test_a_dialog_that_was_closed_is_gone_and_what_a_kill_left_too(bare_window, data, hands):
    left = data.data / "desk-before-upgrade-3-20261122213000.db.part"
    left.write_bytes(b"half")
    front = Front(*bare_window(data, choose("020")), data, hands)
    assert not left.exists()

    def dialogs_there():
        return {type(w).__name__ for w in front.window.findChildren(QDialog)}

    for item in (one for one in ITEMS if is_shown(one, front.desk.actor)):
        with dialogs(lambda dialog: dialog.reject()):
            front.controller.open_dialog(item.module)
    front.hands.key("F10")
    QApplication.activePopupWidget().close()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert dialogs_there() == set() and front.window.findChildren(QMenu) == []


def test_registers_are_built_ahead_and_begin_with_what_is_known_when_they_are_opened(qtbot, front):
    front.window.build_ahead()
    page = front.window._page("visitors")
    qtbot.waitUntil(lambda: "contractors" in page._panels, timeout=20_000)
    front.visit(badge="A001")  # a badge goes out meanwhile
    front.hands.key("tab visitors")
    assert front.form.boxes["badge"].value() == "A002"
    assert focus_name() == "name"


def test_a_register_half_built_ahead_opens_whole_and_keeps_every_key(front):
    page = front.window._page("visitors")
    building = page.build_ahead("visitors")
    next(building)
    front.hands.key("tab visitors")
    front.hands.type("wang")
    assert front.form.boxes["name"].raw() == "wang"
    for _piece in building:
        pass
    assert front.form.boxes["name"].raw() == "wang" and focus_name() == "name"
