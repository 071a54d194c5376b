"""A walk through everything that can be opened, in both looks, both sizes and both languages.

pytest-qt fails any test in which Qt prints a warning (pyproject: qt_log_level_fail).
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayoutItem,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import getAllValidWrappers

from desk_app.kit.form_page import FormPage
from desk_app.kit.record_delegate import allowed
from desk_app.kit.table_field import Grid
from desk_app.registers import REGISTERS
from desk_app.shell.menu import ITEMS, is_shown
from tests.shell.conftest import Front, choose
from tests.shell.hands import dialogs, settle
from tests.shell.test_contractors_window import enter
from tests.shell.test_duty_log_window import LEAK, record
from tests.shell.test_slips_window import close, issue

FILTERS = ("filter", "settings_filter")
INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QAbstractSpinBox)
ASKING = {
    "sign_out_at", "force_out", "admit", "refuse", "void", "confirm_call", "leave_at", "calls", "consent", "issue",
    "discard", "refuse_at_gate", "unused", "history", "print", "finish", "hand_over", "next_day", "add", "additions",
}  # fmt: skip
LOOKS = [
    pytest.param(look, scale, language, id=f"{look}-{scale}-{language}")
    for look, scale, language in (
        ("light", 100, "zh_CN"), ("dark", 150, "zh_CN"), ("light", 150, "en"), ("dark", 100, "en"),
    )
]  # fmt: skip


@pytest.fixture
def dressed(bare_window, data, hands):
    """Return a function that opens the window in a look, with something of everything in it."""

    def dress(look: str, scale: int, language: str) -> Front:
        prefs = QSettings(str(data.data / "window.ini"), QSettings.Format.IniFormat)
        prefs.setValue("window/theme", look)
        prefs.setValue("window/scale", str(scale))
        prefs.setValue("window/language", language)
        prefs.sync()
        window, controller = bare_window(data, choose("001"))
        front = Front(window, controller, data, hands)
        window.setMinimumSize(1366, 768)  # the offscreen screen is smaller
        window.resize(1366, 768)
        front.visit(badge="A001", belongings=[{"name": "显示器", "quantity": 1}])
        front.visit(name="等候的", confirm="", confirmed_by="")
        enter(front)
        issue(front)
        record(front, LEAK)
        QApplication.processEvents()
        return front

    yield dress
    from desk_app.app import install_texts
    from desk_app.core import i18n

    install_texts(QApplication.instance(), "zh_CN")
    assert i18n.translate("Window", "今日") == "今日"


def walk(front: Front, look) -> None:
    """Open every tab, view, dialog, group of fields and action once; `look(widget)` sees each."""
    front.hands.key("tab today")
    look(front.window)
    for room in REGISTERS:
        front.window.open_register(room.key)
        look(front.window)
        for view in front.work.register.views:
            front.chip(view.key)
            look(front.window)
        for name, button in front.form._group_buttons.items():
            button.click()
            look(front.window)
            front.form.close_group()
            assert name
        front.hands.key("Ctrl+S")  # everything is missing: the errors stand beside the fields
        assert front.form.has_errors()
        look(front.window)
        front.form.clear()
        front.chip(front.work.register.views[-1].key)
        for row in front.rows():
            front.pick(id=row["id"])
            front.table.make_menu(row, 1).close()
            for action in allowed(front.work.register.actions, row):
                if action.key in ASKING:
                    with dialogs(lambda dialog: (look(dialog), close(dialog))):
                        front.do(action.key)
    for item in (one for one in ITEMS if is_shown(one, front.desk.actor)):
        with dialogs(lambda dialog: (look(dialog), close(dialog))):
            front.controller.open_dialog(item.module)
    with dialogs(lambda dialog: (look(dialog), close(dialog))):
        front.hands.key("F12")
    with dialogs(lambda dialog: (look(dialog), choose("001")(dialog))):
        front.hands.key("F9")
    front.hands.key("F10")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    look(menu)
    menu.close()


@pytest.mark.parametrize("look, scale, language", LOOKS)
def test_everything_opens_without_a_warning_and_with_whole_texts(dressed, look, scale, language):
    front = dressed(look, scale, language)
    seen: list[str] = []
    wrong: set[str] = set()

    def see(widget: QWidget) -> None:
        QApplication.processEvents()
        seen.append(type(widget).__name__)
        assert not widget.grab().isNull()
        wrong.update(nameless(widget))
        if scale == 100:
            wrong.update(cut_texts(widget) | scrolling(widget))

    walk(front, see)
    wrong.update(correcting(front))
    assert len(seen) > 40
    assert not wrong, "\n".join(sorted(wrong))
    assert items_of_layouts() == []


def items_of_layouts() -> list[str]:
    """Return what PySide knows of the items in layouts: Qt deletes them unseen, and what comes there next would crash."""
    known = getAllValidWrappers()
    return [
        type(one).__name__ for one in known if isinstance(one, QLayoutItem) and not isinstance(one, QObject)
    ]


def correcting(front: Front) -> set[str]:
    """Return what is not whole in the heads of forms that correct a record: its number, and how to leave."""
    found: set[str] = set()
    for key in ("visitors", "contractors", "duty_log"):
        front.window.open_register(key)
        front.chip(front.work.register.views[-1].key)
        front.pick(id=front.rows()[0]["id"])
        front.work.content.start_correction(front.table.current_row())
        settle()
        head = front.form.head
        assert front.table.current_row()["no"] in head.title.text() and head.state.text()
        for label in (head.title, head.state):
            tall = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            if label.height() < tall:
                found.add(f"{label.text()} ({label.height()} of {tall} px high)")
        found |= cut_texts(head)
        front.work.content.leave_correction()
    return found


def shown(widget: QWidget, kinds) -> list[QWidget]:
    """Return the visible widgets of some kinds inside a widget."""
    return [w for kind in kinds for w in widget.findChildren(kind) if w.isVisibleTo(widget)]


def nameless(widget: QWidget) -> set[str]:
    """Return what a screen reader, a test or a key could not tell: no name, no accessible name, no label."""
    wrong: set[str] = set()
    buddies = {label.buddy() for label in widget.findChildren(QLabel) if label.buddy()}
    for one in shown(widget, INPUTS):
        where = f"{widget.objectName() or type(widget).__name__}/{one.objectName() or type(one).__name__}"
        if not one.objectName():
            wrong.add(f"{where}: no object name")
        if not one.accessibleName():
            wrong.add(f"{where}: no accessible name")
        read_only = getattr(one, "isReadOnly", lambda: False)()
        if not ({one, one.parentWidget()} & buddies or is_plain(one) or read_only):
            wrong.add(f"{where}: no label")
    for button in shown(widget, (QPushButton, QToolButton)):
        if not button.objectName():
            wrong.add(
                f"{type(widget).__name__}/{button.text() or type(button).__name__}: a button without a name"
            )
        if not button.text() and not button.accessibleName():
            wrong.add(f"{type(widget).__name__}/{button.objectName()}: a button that says nothing")
    return wrong


def is_plain(one: QWidget) -> bool:
    """Say whether an input needs no label of its own: a check mark, a table's cell, the filter of a list."""
    parent = one.parentWidget()
    while parent is not None and not isinstance(parent, Grid):
        parent = parent.parentWidget()
    return isinstance(one, QCheckBox) or parent is not None or one.objectName() in FILTERS


def cut_texts(widget: QWidget) -> set[str]:
    """Return the texts of buttons and labels that do not fit into them."""
    found: set[str] = set()
    for one in shown(widget, (QPushButton, QLabel)):
        text = one.text().replace("&&", "&")
        if not text or one.width() <= 1 or (isinstance(one, QLabel) and one.wordWrap()):
            continue
        longest = max(one.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        if longest > one.contentsRect().width() + 1:
            found.add(f"{one.objectName() or type(one).__name__}: {text} ({longest} > {one.width()})")
    return found


def scrolling(widget: QWidget) -> set[str]:
    """Return the forms that do not fit without scrolling (as long as no errors push them down)."""
    return {
        f"{page.objectName()} of {page.boxes[0].field.key} scrolls {page.verticalScrollBar().maximum()} px"
        for page in widget.findChildren(FormPage)
        if page.isVisibleTo(widget) and not page.errors() and page.verticalScrollBar().maximum()
    }


def test_tab_goes_round_without_losing_the_focus(dressed):
    front = dressed("light", 100, "zh_CN")
    front.hands.key("tab visitors")
    met = set()
    for _ in range(60):
        front.hands.key("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None and widget.isVisible()
        met.add(widget.objectName())
    assert {"name", "phone", "save"} <= met
