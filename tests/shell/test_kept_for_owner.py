"""What is typed into a dialog waits for whoever typed it when somebody else takes the desk at the lock."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desk_app.core import drafts, settings
from desk_app.kit import messages
from desk_app.kit.messages import ReasonDialog
from desk_app.registers.hot_work_permits.checklist_dialog import ChecklistDialog as Measures
from desk_app.registers.visitors.expected_dialog import ExpectedDialog
from desk_app.shell.settings_dialog import SettingsDialog
from tests.shell.conftest import choose
from tests.shell.hands import dialogs

OWNER, OTHER = "001", "002"


def taken_over(front, dialog) -> None:
    """Lock over an open dialog; the next dialog that comes is the sign-in."""
    assert dialog.isVisible()
    front.controller._lock.lock()


def waits_for_its_owner(front, open_it, type_into, read) -> None:
    """Type, let somebody else take the desk, look that they see nothing, and that the owner gets it back."""
    seen = []

    def begin(dialog):
        type_into(dialog)
        taken_over(front, dialog)

    def look(dialog):
        seen.append(read(dialog))
        dialog.reject()

    with dialogs(begin, choose(OTHER)):
        open_it()
    assert QApplication.activeModalWidget() is None and front.desk.actor.name == "赵倩"
    with dialogs(look):
        open_it()
    with dialogs(choose(OWNER)):
        front.hands.key("F9")
    with dialogs(look):
        open_it()
    with dialogs(look):
        open_it()
    empty, typed, again = seen[0], seen[1], seen[2]
    assert typed != empty
    assert again == empty, "an answered dialog keeps nothing"


def test_reasons_settings_checklists_and_pasted_lists_wait_for_whoever_typed_them(front):
    visit = front.visit(name="张雨薇")
    front.hands.key("tab visitors")

    def ask_why():
        front.pick(no=visit.no)
        front.do("void")

    waits_for_its_owner(
        front, ask_why,
        lambda dialog: (dialog.choice.setCurrentIndex(1), dialog.free.setText("登记重了")),
        lambda dialog: (dialog.choice.currentIndex(), dialog.free.text()) if isinstance(dialog, ReasonDialog) else None,
    )  # fmt: skip
    with front.desk.read() as session:
        assert session.get_one(type(visit), visit.id).state != "void"
    waits_for_its_owner(
        front, lambda: ExpectedDialog(front.window, front.desk).exec(),
        lambda dialog: dialog.text.setPlainText("张三 13800001111"), lambda dialog: dialog.text.toPlainText(),
    )  # fmt: skip
    waits_for_its_owner(
        front, lambda: Measures(front.window, "安全措施", {}, lambda _answers: None, front.desk, "uid-1").exec(),
        lambda dialog: dialog._on_answered(0, "no") or dialog._on_noted("旁边有纸箱"), lambda dialog: dialog.answers(),
    )  # fmt: skip
    waits_for_its_owner(
        front, lambda: SettingsDialog(front.controller).exec(), change_settings, read_settings
    )
    with front.desk.read() as session:
        assert session.query(drafts.Draft).filter(drafts.Draft.form.startswith("dialog.")).count() == 0
        assert settings.get(session, settings.PROJECT) == "中盛国际中心"


def change_settings(dialog: SettingsDialog) -> None:
    dialog.sections.setCurrentRow(1)
    dialog.findChild(QLineEdit, settings.PROJECT.key).setText("别的名字")
    dialog.findChild(QComboBox, "window/scale").setCurrentIndex(2)


def read_settings(dialog: SettingsDialog):
    """Return what would be saved; where nothing was typed the page is not even filled."""
    return dialog._raw()


def test_a_question_that_another_person_finds_is_answered_no(front):
    answers = []

    with dialogs(lambda dialog: taken_over(front, dialog), choose(OTHER)):
        answers.append(messages.confirm(front.window, "强制签离?", "孙丽仍未离开。"))
    assert answers == [False] and front.desk.actor.name == "赵倩"
