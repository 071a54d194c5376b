"""The least that a PySide6 program with our tabs can be: `python -m tests.bench.bare_window`.

Variant c of figures/speed.md §1: a QTableView a tab over a small Python model, Chinese text in the bundled font
(without a font of its own a machine that has no Chinese one would draw empty boxes). Nothing else is imported.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget

from tests.bench import watch

FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
TABS = ("今日", "值班日志", "访客", "钥匙", "放行与证件")
COLUMNS = ("时间", "剩余", "状态", "事项", "谁", "说明", "登记", "房号")


class Model(QAbstractTableModel):
    """Fifty rows of the same words."""

    def rowCount(self, _parent: QModelIndex) -> int:
        """Return fifty."""
        return 50

    def columnCount(self, _parent: QModelIndex) -> int:
        """Return the columns."""
        return len(COLUMNS)

    def data(self, _index: QModelIndex, role: int) -> str | None:
        """Return a cell."""
        return "张雨薇 中盛金融" if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int) -> str | None:
        """Return a column's title."""
        shown = role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal
        return COLUMNS[section] if shown else None


def main() -> int:
    """Show the window until the first paint is done, then tell."""
    app = QApplication(sys.argv[:1])
    QFontDatabase.addApplicationFont(str(FONT))
    app.setFont(QFont("Noto Sans SC", 10))
    window, tabs = QMainWindow(), QTabWidget()
    for title in TABS:
        table = QTableView()
        table.setModel(Model(table))
        tabs.addTab(table, title)
    window.setCentralWidget(tabs)
    window.resize(1366, 700)
    watch.on_first_paint(window, watch.tell)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
