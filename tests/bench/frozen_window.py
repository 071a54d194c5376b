"""The bare window that is packed for S5 (the one of bare_window.py tells its own times, this one is only looked at)."""

import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget

TABS = ("今日", "值班日志", "访客", "钥匙", "放行与证件")

app = QApplication(sys.argv)
tabs = QTabWidget()
for title in TABS:
    model = QStandardItemModel(0, 6)
    model.setHorizontalHeaderLabels(["到访", "访客", "单位", "被访房号", "来访事由", "状态"])
    model.appendRow(
        [QStandardItem(text) for text in ("09:40", "张雨薇", "德勤", "18-06", "商务洽谈", "在访")]
    )
    table = QTableView()
    table.setModel(model)
    tabs.addTab(table, title)
window = QMainWindow()
window.setCentralWidget(tabs)
window.setWindowTitle("物业前台")
window.resize(1366, 700)
window.show()
sys.exit(app.exec())
