"""A dialog of the window fits the screen at 150 % too; what is longer scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desk_app.core.declare import Field, FieldKind
from desk_app.kit import theme
from desk_app.kit.dialogs import Dialog, fill_table, make_table
from desk_app.kit.form_dialog import FormDialog


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
