"""A dialog of the window fits the screen at 150 % too; what is longer scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import KnownError
from desk_app.kit import fit, messages, theme
from desk_app.kit.dialogs import Dialog, fill_table, make_table
from desk_app.kit.form_dialog import FormDialog
from desk_app.kit.preview import PreviewDialog
from desk_app.registers.key_loans.story import StoryDialog
from desk_app.shell.unlock_dialog import UnlockDialog


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_a_dialog_is_no_larger_than_the_screen(qtbot, monkeypatch, factor):
    monkeypatch.setattr(theme, "_scale", factor)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Dialog(parent, "人员与岗位", width=900, height=900)
    qtbot.addWidget(dialog)
    room = QApplication.primaryScreen().availableGeometry()
    assert dialog.width() < room.width() and dialog.height() < room.height()


def test_a_list_whose_columns_fit_does_not_scroll_sideways(qtbot, dressed):
    table = make_table(("编号", "姓名", "申诉"), (170, 90, 0), "list")
    qtbot.addWidget(table)
    table.resize(360, 200)
    table.show()
    fill_table(table, [("XZ-001", "赵大海", "无")])
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() == 0


def test_a_small_form_grows_for_its_sentences_so_that_its_buttons_stay_in_sight(qtbot, dressed):
    fields = [Field(f"text{n}", f"说明{n}", FieldKind.LONG_TEXT, required=True, span=2) for n in range(3)]
    dialog = FormDialog(None, title="申诉", fields=fields, context="", main="保存", save=lambda *_given: None)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    before, area = dialog.height(), dialog.form.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    dialog._on_submit()
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_a_small_form_grows_for_the_hint_above_its_fields(qtbot, dressed):
    dialog = FormDialog(
        None, title="导出", fields=(Field("purpose", "用途", required=True, span=2),), context="", main="导出",
        save=lambda *_given: None,
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.form.set_hint(
        "访客 · 在访 · 到访、访客、单位、被访、事由、牌号、状态。共 11 行;电话、证件号掩码;" * 3
    )
    dialog.show()
    area = dialog.form.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0, timeout=2000)


def covered(dialog):
    """Return the sentences of a dialog that have fewer lines than they need, or whose end is not in sight."""
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]


@pytest.fixture
def large(dressed):
    """Dress the program at 150 %: the test's screen has 800 × 800 pixels."""
    theme.apply(dressed, "light", 1.5)
    return dressed


def test_the_paper_the_history_and_the_lists_of_keys_leave_their_buttons_on_the_screen(qtbot, large):
    room = large.primaryScreen().availableGeometry()
    parent = QWidget()
    qtbot.addWidget(parent)
    for dialog in (PreviewDialog(parent, None, "FX-20261123-001"), StoryDialog(parent, "A-01-01", ())):
        dialog.show()
        assert dialog.frameGeometry().height() < room.height()


def test_a_question_shows_all_its_lines_and_its_buttons_however_long_it_is(qtbot, large):
    parent = QWidget()
    qtbot.addWidget(parent)
    lines = [f"登记{number} 条:回到之前的内容,请核对后再恢复。" for number in range(9)]
    question = messages.Message(parent, "恢复这份备份?", "\n".join(lines), ("恢复", "不恢复"))
    qtbot.addWidget(question)
    question.show()
    assert covered(question) == []
    long = messages.Message(parent, "恢复这份备份?", "\n".join(lines * 5), ("恢复", "不恢复"))
    qtbot.addWidget(long)
    long.show()
    QApplication.processEvents()
    assert long.height() <= fit.room_for(long).height() and covered(long) == []
    assert long.buttons[0].visibleRegion().boundingRect() == long.buttons[0].rect()
    area = long.findChild(QScrollArea, "words_page")
    assert area.verticalScrollBar().maximum() > 0
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_a_reason_that_is_missing_squeezes_no_sentence(qtbot, large):
    ask = messages.ReasonDialog(
        None, "请再看一下", "房号在名册里没有,请核对后写明原因。" * 14, ("本人要求",), "继续"
    )
    qtbot.addWidget(ask)
    ask.show()
    ask.choice.setCurrentIndex(1)
    ask.buttons[0].click()
    QApplication.processEvents()
    assert ask.wrong.isVisible() and covered(ask) == []


def test_a_long_title_of_a_small_form_takes_a_second_line(qtbot, dressed):
    title = "补录本系统外已退的押金(现在不付款) 装修押金 20,000.00 / 垃圾清运押金 3,000.00 / 出入证押金 50.00"
    dialog = FormDialog(
        None, title=title, fields=(Field("note", "说明", required=True),), context="", main="保存", save=lambda *_given: None,
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    area = dialog.form.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0, timeout=2000)
    shown = dialog.form.head.title
    assert shown.text() == title and covered(dialog) == []
    words = shown.fontMetrics().boundingRect(shown.rect(), Qt.TextFlag.TextWordWrap, title)
    assert words.width() <= shown.width() and words.height() <= shown.height()


def test_a_dialog_of_sentences_grows_for_them_and_for_what_went_wrong(qtbot, dressed, tmp_path):
    why = (
        "数据是加密的,这台电脑还没有打开它的密钥(换了电脑、重装过系统或换了用户)。请输入恢复码或管理员密码。"
        * 3
    )
    dialog = UnlockDialog(None, tmp_path / "desk.db", why)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert why in [one.text() for one in dialog.findChildren(QLabel)] and covered(dialog) == []
    dialog._failed(KnownError("恢复码或管理员密码不对,请再输入一次。" * 6))
    QApplication.processEvents()
    assert covered(dialog) == []


def test_choosing_a_row_leaves_the_heads_of_a_list_as_they_were(qtbot, dressed):
    table = make_table(("Number", "Reason"), (68, 0), "list")
    qtbot.addWidget(table)
    table.resize(300, 200)
    fill_table(table, [("XZ-001", "无"), ("XZ-002", "无")])
    table.show()
    QApplication.processEvents()
    before = table.horizontalHeader().grab().toImage()
    table.selectRow(1)
    QApplication.processEvents()
    assert table.horizontalHeader().grab().toImage() == before
