"""What the window hides the service refuses too, and what it shows the service lets pass: one window, every post in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

import pytest
from PySide6.QtWidgets import QPushButton

from desk_app.core import people
from desk_app.core.people import SYSTEM, VERBS, Role
from desk_app.kit.dialogs import Dialog
from desk_app.kit.record_delegate import allowed
from desk_app.registers import REGISTERS
from desk_app.registers import rights as screen
from desk_app.registers.visitors.restricted_dialog import VERBS as RESTRICTED
from desk_app.registers.visitors.restricted_dialog import RestrictedDialog
from desk_app.shell import menu
from desk_app.shell.delegations_dialog import VERBS as DELEGATIONS
from desk_app.shell.delegations_dialog import DelegationsDialog
from tests.shell.conftest import choose
from tests.shell.hands import dialogs
from tests.staff import give_password
from tests.test_rights import gate

OF_THE_MENU = {
    "premises_dialog": "PremisesDialog", "staff_dialog": "StaffDialog", "badges_dialog": "BadgesDialog",
    "holidays_dialog": "HolidaysDialog", "retention_dialog": "RetentionDialog", "notice_dialog": "NoticeDialog",
    "backup_dialog": "BackupDialog",
}  # fmt: skip
"""The menu's dialogs in which not everybody who may open them may do everything."""
FOR_ALL = {"premises_dialog", "settings_dialog", "help_dialog", "own_password", "own_pin"}
"""The menu's lines without a right: the roster to look at, this computer's own settings, help, one's own secrets."""


@pytest.fixture
def posts(front) -> dict[Role, str]:
    """Somebody of each post, who can sign in, by number."""
    found = {}
    with front.db.write(SYSTEM) as session:
        for number, role in enumerate(Role):
            code = found[role] = f"9{number:02}"
            give_password(
                session, people.add_staff(session, name=f"某{role.value}", code=code, roles=[role]).id
            )
    front.visit()
    return found


Seen = tuple[str, bool, tuple[str, ...]]
"""What can be seen, whether it is, and the verbs behind it."""


def of_registers(front) -> Iterator[Seen]:
    """Look at every button of every tab, and at the menus of rows in every state."""
    for room in REGISTERS:
        work = front.window._page(room.tab).open(room.key).work
        panel, register = work.widget, work.register
        buttons = {**panel.form.buttons, **panel._extra, "export": panel.export_button}
        buttons[panel._main.key] = panel.form.main_button
        for key, button in buttons.items():
            yield f"{room.key} {key}", not button.isHidden(), verbs_of(room.key, key)
        refused = panel.table._delegate.refused
        for state in {None, *(state for action in register.actions for state in action.states)}:
            shown = {action.key for action in allowed(register.actions, {"state": state}, refused)}
            for action in register.actions:
                if not action.states or state in action.states:
                    yield (
                        f"{room.key} {state} {action.key}",
                        action.key in shown,
                        verbs_of(room.key, action.key),
                    )


def verbs_of(register: str, key: str) -> tuple[str, ...]:
    return screen.verbs_of(register, key)


def of_the_menu(front) -> Iterator[Seen]:
    """Look at the menu, and at the buttons of its dialogs."""
    lines = {line.text for line in menu.lines(front.controller)}
    for item in menu.ITEMS:
        is_there = menu.translate("Menu", item.label) in lines
        yield item.module, is_there, item.verbs
        if is_there and item.module in OF_THE_MENU:
            module = import_module(f"desk_app.shell.{item.module}")
            yield from of_a_dialog(getattr(module, OF_THE_MENU[item.module])(front.controller), module.VERBS)
    for room in REGISTERS:
        register = room.register()
        for action in register.menu:
            text = menu.translate(register.context, action.label)
            yield f"menu {room.key} {action.key}", text in lines, verbs_of(room.key, action.key)
    yield from of_a_dialog(RestrictedDialog(front.window, front.desk), RESTRICTED)
    yield from of_a_dialog(DelegationsDialog(front.window, front.desk), DELEGATIONS)


def of_a_dialog(dialog: Dialog, verbs: dict[str, str]) -> Iterator[Seen]:
    for name, verb in verbs.items():
        button = dialog.findChild(QPushButton, name)
        assert button is not None, (dialog.objectName(), name)
        yield f"{dialog.objectName()} {name}", not button.isHidden(), (verb,)
    dialog.reject()


def passed_and_refused(front, names: Iterable[str]) -> tuple[set[str], set[str]]:
    """Return which verbs the service lets pass and which it refuses, in a unit of work of the window's own desk."""
    passed, refused = set(), set()
    with front.desk.write() as session:
        for name in names:
            try:
                gate(name, session)
                passed.add(name)
            except people.Refused:
                refused.add(name)
    return passed, refused


def test_every_post_sees_what_the_service_lets_it_do_and_nothing_else(front, posts):
    hidden_at_all = 0
    for role, code in posts.items():
        with dialogs(choose(code)):
            front.hands.key("F9")
        assert front.desk.actor.held == {role}
        seen = [*of_registers(front), *of_the_menu(front)]
        passed, refused = passed_and_refused(front, {name for _what, _shown, verbs in seen for name in verbs})
        for what, shown, verbs in seen:
            if not verbs:
                assert shown, (role, what)
            elif shown:
                assert passed.intersection(verbs), (role, what, "is shown and would be refused")
            else:
                assert refused.issuperset(verbs), (role, what, "is hidden and would be let pass")
        hidden_at_all += sum(not shown for _what, shown, _verbs in seen)
        assert passed | refused <= VERBS.keys()
    assert hidden_at_all > 500


def test_only_what_shows_nothing_of_the_records_needs_no_right():
    assert {item.module for item in menu.ITEMS if not item.verbs} == FOR_ALL
