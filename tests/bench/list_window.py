"""The visitors' list on a real database, as it stands in the window at 1400 × 800; used by bars_list.py."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from desk_app import app
from desk_app.core.database import Database
from desk_app.core.declare import Action
from desk_app.core.people import SYSTEM
from desk_app.core.store import url_of
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.register_panel import RegisterPanel
from desk_app.registers.visitors import service
from desk_app.registers.visitors.register import REGISTER
from tests.bench.harness import all_days
from tests.kit.fakes import FakeStore

SIZE = (1400, 800)
FORM = {
    "name": "张玥闻", "party_size": 1, "org": "华为技术", "phone": "13800005521", "host_room": "15-08 中盛国际贸易",
    "host_name": "查明雪", "purpose": "business", "confirm": "no_answer",
    "belongings": [], "party": [],
}  # fmt: skip


def application() -> QApplication:
    """Return the application, dressed as the program is."""
    found = QApplication.instance() or QApplication([])
    app.install_texts(found, "zh_CN")
    theme.apply(found, "light", 1.0)
    return found


class ListWindow:
    """One panel of the visitors' register on one database."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        self.url = url_of(folder / "desk.db")
        self.desk = Desk(Database(self.url), None, None, FakeStore(), SYSTEM, [REGISTER])
        self.panel = RegisterPanel(self.desk, REGISTER, FakeStore(), "登记访客", Action("save", "登记并发牌"))
        self.table = self.panel.table
        self.longest = 0.0
        self.panel.resize(*SIZE)
        self.panel.show()
        self.settle()

    def settle(self) -> None:
        """Let the window work until nothing is under way; the longest time it was held is kept."""
        quiet = 0
        while quiet < 3:
            self._hold(self.app.processEvents)
            quiet = 0 if self.panel._reader.is_reading else quiet + 1
            time.sleep(0.001)

    def held(self, do: Callable[[], object]) -> float:
        """Do something and let it come to its end; return the seconds for which nothing else was answered."""
        self.longest = 0.0
        self._hold(do)
        self.settle()
        return self.longest

    def _hold(self, do: Callable[[], object]) -> None:
        start = time.perf_counter()
        do()
        self.longest = max(self.longest, time.perf_counter() - start)

    def show(self, view: str) -> None:
        """Show a view and paint it."""
        self.panel.show_view(view)
        self.table.viewport().repaint()

    def jump(self) -> None:
        """Go to a place anywhere in the list, and paint."""
        bar = self.table.verticalScrollBar()
        bar.setValue(random.randrange(bar.maximum()))
        self.table.viewport().repaint()

    def repaint(self) -> None:
        """Paint what is on the screen again."""
        self.table.viewport().repaint()

    def press_end(self) -> None:
        """Press the End key."""
        QTest.keyClick(self.table, Qt.Key.Key_End)

    def save_elsewhere(self) -> None:
        """Register a visitor at another desk."""
        other = Database(self.url)
        with other.write(SYSTEM) as session:
            service.register(session, FORM)
        other.close()

    def oldest(self) -> int:
        """Return the oldest visit's id."""
        with self.desk.read() as session:
            return REGISTER.source.ids(session, all_days(), "")[-1]


def qt_view(table: QTableView) -> QTableView:
    """Return Qt's own view, model and delegate in C++ with the rows, columns and texts that `table` shows now."""
    model = table.model()
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    copy = QStandardItemModel(last - first + 1, model.columnCount())
    for row in range(copy.rowCount()):
        for column in range(copy.columnCount()):
            copy.setItem(row, column, QStandardItem(model.index(first + row, column).data()))
    view = QTableView()
    copy.setParent(view)
    view.setModel(copy)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(table.rowHeight(first))
    view.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    for column in range(model.columnCount()):
        view.setColumnWidth(column, table.columnWidth(column))
        view.setColumnHidden(column, table.isColumnHidden(column))
    view.resize(table.size())
    view.show()
    QApplication.processEvents()
    return view


class AllRows(QAbstractTableModel):
    """The plain way: every row of the list in memory, as the driver returned it."""

    COLUMNS = "id, uid, no, state, in_at, name, org, host_room, purpose, badge, handler_name, remark"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        with desk.read() as session:
            query = f"SELECT {self.COLUMNS} FROM visit ORDER BY id DESC"  # noqa: S608 - a constant
            self.rows = session.connection().exec_driver_sql(query).cursor.fetchall()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return all."""
        return len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return the columns read."""
        return len(self.rows[0])

    def data(self, index: QModelIndex, role: int = 0) -> object:
        """Return a cell's text."""
        return None if role else str(self.rows[index.row()][index.column()])


def memory() -> float:
    """Return this process's resident memory in MB."""
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def grown_by_scrolling(folder: str) -> float:
    """Return the MB that a list grows by when everything is shown and scrolled to its end."""
    window = ListWindow(Path(folder))
    window.show("today")
    window.settle()
    before = memory()
    window.show(all_days())
    window.settle()
    bar = window.table.verticalScrollBar()
    for step in range(201):
        bar.setValue(bar.maximum() * step // 200)
        window.repaint()
    window.press_end()
    window.settle()
    return memory() - before


def grown_by_loading(folder: str) -> float:
    """Return the MB that a plain table grows by which holds all rows."""
    window = ListWindow(Path(folder))
    before = memory()
    view = QTableView()
    view.setModel(AllRows(window.desk))
    view.resize(*SIZE)
    view.show()
    view.scrollToBottom()
    window.settle()
    return memory() - before
