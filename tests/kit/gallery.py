"""Show the building blocks in a window: python -m tests.kit.gallery [--dark] [--scale 1.25] [--english] [--shot FILE]."""

from __future__ import annotations

import argparse
import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desk_app.core import clock, i18n
from desk_app.core.errors import RuleError
from desk_app.kit import messages, text, theme
from desk_app.kit.register_panel import RegisterPanel
from tests.kit.fakes import MAIN, MUSTER, NOW, PRINT, FakeDesk, FakeStore, Town

SCENES = ("panel", "suggest", "errors", "group", "message", "empty")


def build() -> tuple[QMainWindow, RegisterPanel]:
    """Return a window of the size of the pictures with a panel between a header and a foot."""
    panel = RegisterPanel(FakeDesk(), Town().register(), FakeStore(), "登记访客", MAIN, (PRINT,), (MUSTER,))
    window = QMainWindow()
    body = QWidget()
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(bar(theme.px(98), "物业前台", "中盛国际中心 · A座大堂"))
    layout.addWidget(panel, 1)
    layout.addWidget(bar(theme.px(31), "", "✓ LF-20261121-046 已登记 10:41:12,已保存到本机"))
    window.setCentralWidget(body)
    window.resize(1366, 768)
    return window, panel


def bar(height: int, title: str, words: str) -> QFrame:
    """Return a stand-in for the shell's header and foot."""
    frame = QFrame()
    frame.setFixedHeight(height)
    frame.setStyleSheet(f"QFrame {{ background: {theme.colours().panel}; }}")
    row = QHBoxLayout(frame)
    row.addWidget(text.plain_label(title, "title"))
    row.addWidget(text.plain_label(words, "muted"))
    row.addStretch(1)
    return frame


def fill(panel: RegisterPanel) -> None:
    """Type what the pictures show."""
    form = panel.form
    form.set_raw({"name": "张雨薇", "party_size": "1", "org": "蓝湾会展", "phone": "139****5521", "id_seen": True,
                  "confirmed": "phone", "purpose": "business", "badge_no": "A027", "expected_out": "11:40",
                  "plate": "粤B12345F6", "belongings": [{"item": "笔记本电脑", "count": "2"}, {"item": "投影仪", "count": "1"}]})  # fmt: skip
    form.draft_saved(NOW)
    panel.table.select_id(5)


def stage(panel: RegisterPanel, scene: str) -> QWidget | None:
    """Bring the panel into a scene; return another window if that is what to look at."""
    form = panel.form
    if scene in ("suggest", "errors"):
        form.show_errors(
            RuleError("车牌应为 7 位,新能源 8 位;港澳、使领馆、警车可勾选「其他」后照录", "plate")
        )
    if scene == "suggest":
        form.focus_field("host_room")
        QTest.keyClicks(form.boxes["host_room"].editor, "zsjr")
    elif scene == "errors":
        try:
            form.set_raw({"party_size": "x"})
            form.values()
        except RuleError as error:
            form.show_errors(error)
    elif scene == "group":
        QTest.keyClick(form.findChild(QWidget, "open.携带物品"), Qt.Key.Key_Return)
    elif scene == "empty":
        panel.filter_box.setText("没有这个人")
    elif scene == "message":
        dialog = messages.ReasonDialog(panel, "作废 LF-20261121-046", "作废后编号不再使用,原记录仍可查。",
                                       ("录入错误", "访客未到", "重复登记"), "作废")  # fmt: skip
        dialog.show()
        return dialog
    return None


def main(arguments: list[str]) -> int:
    """Run the gallery, or save one picture of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--english", action="store_true", help="mark every translated text")
    parser.add_argument("--shot", metavar="FILE")
    parser.add_argument("--scene", choices=SCENES, default="panel")
    chosen = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(theme.arguments())
    assert isinstance(app, QApplication)
    clock.set_source(lambda: NOW)
    if chosen.english:
        i18n.install(lambda context, source: f"[{context}] {source}")
    theme.apply(app, "dark" if chosen.dark else "light", chosen.scale)
    window, panel = build()
    window.show()
    fill(panel)
    other = stage(panel, chosen.scene)
    if not chosen.shot:
        return app.exec()
    QTest.qWait(50)
    (other or window).grab().save(chosen.shot)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
