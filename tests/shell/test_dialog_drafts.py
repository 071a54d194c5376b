"""What is typed into a dialog survives a crash too, and only a crash."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from desk_app.core.attachments import Archive
from desk_app.core.declare import Field
from desk_app.core.paths import Paths
from desk_app.kit.desk import Desk
from desk_app.kit.form_dialog import FormDialog
from tests.shell.hands import dialogs

FIELDS = (Field("reason", "原因", required=True, span=2), Field("note", "说明", span=2))


@pytest.fixture
def open_dialog(qtbot, db, desk, tmp_path):
    """Return a function that opens the same dialog anew."""
    prefs = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    context = Desk(db, Paths(tmp_path), Archive(tmp_path / "archive"), prefs, desk.qt)

    opened: list[FormDialog] = []

    def make(name: str = "visitors.force_out.1", save=lambda values, reasons: None) -> FormDialog:
        dialog = FormDialog(
            None,
            title="强制签离",
            fields=FIELDS,
            context="Visitors",
            main="保存",
            save=save,
            desk=context,
            draft=name,
        )
        qtbot.addWidget(dialog)
        opened.append(dialog)
        return dialog

    yield make
    opened.clear()


def typed(dialog: FormDialog, text: str) -> None:
    dialog.form.boxes["reason"].editor.setText(text)
    dialog.form.boxes["reason"].edited.emit()
    dialog.form.flush_draft()


def test_what_was_typed_before_a_crash_is_there_when_the_dialog_opens_again(open_dialog):
    typed(open_dialog(), "昨晚离开未签离")
    again = open_dialog()
    assert again.form.boxes["reason"].raw() == "昨晚离开未签离"
    assert again.form.boxes["note"].raw() == ""


def test_it_is_offered_in_that_dialog_only(open_dialog):
    typed(open_dialog(), "昨晚离开未签离")
    assert open_dialog("visitors.force_out.2").form.boxes["reason"].raw() == ""


@pytest.mark.parametrize("answer", ["save", "cancel"])
def test_an_answered_dialog_keeps_nothing(open_dialog, answer):
    dialog = open_dialog()
    dialog.show()
    typed(dialog, "昨晚离开未签离")
    dialog.form.main_button.click() if answer == "save" else dialog.reject()
    assert open_dialog().form.boxes["reason"].raw() == ""


def test_a_dialog_grows_until_the_sentence_under_a_field_can_be_read(front, hands):
    seen = []

    def wrong(dialog):
        hands.key("Ctrl+S")
        QTest.qWait(50)
        assert dialog.form.has_errors()
        seen.append(dialog.form.findChild(QScrollArea).verticalScrollBar().maximum())
        dialog.reject()

    with dialogs(wrong):
        front.controller.open_dialog("own_password")
    assert seen == [0]
