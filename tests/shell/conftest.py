"""The real window on a small building: opened, somebody on duty, a Monday morning at 9:40."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from desk_app.app import open_window
from desk_app.core import badges, clock, exporting, people, premises, settings
from desk_app.core.database import Database
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role
from desk_app.kit import background, theme
from desk_app.kit.record_form import RecordForm
from desk_app.kit.record_table import RecordTable
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.visitors import service as visits
from desk_app.shell import housekeeping
from desk_app.shell.controller import Controller
from desk_app.shell.sign_in import SignInDialog
from desk_app.shell.window import MainWindow
from tests.shell.hands import Hands, breathe, dialogs, settle, told
from tests.staff import PASSWORD, give_password
from tests.tower import Clock

STAFF = (
    ("李敏", "001", (Role.QT, Role.XG)),
    ("赵倩", "002", (Role.QT,)),
    ("王班长", "010", (Role.DB,)),
    ("陈主管", "020", (Role.KZ,)),
)
ROOMS = ("15-08", "15-09", "18-06", "B1-01")


def furnish(db: Database) -> None:
    """Put people, rooms, customers, telephones and badges into an empty database."""
    with db.write(SYSTEM) as session:
        settings.change(session, settings.PROJECT, "中盛国际中心")
        settings.change(session, settings.COMPANY, "中盛国际中心物业服务中心")
        settings.change(session, settings.DESK, "A座大堂")
        for name, code, roles in STAFF:
            staff = people.add_staff(session, name=name, code=code, roles=roles)
            give_password(session, staff.id)
        building = premises.Building(name="A座")
        session.add(building)
        session.flush()
        rooms = {n: premises.Room(building_id=building.id, name=n, floor=n.split("-")[0]) for n in ROOMS}
        session.add_all(rooms.values())
        finance = premises.Customer(name="中盛金融服务有限公司", short_name="中盛金融", phone="075588886666")
        trade = premises.Customer(name="恒泰贸易有限公司", short_name="恒泰贸易", arrears=120000)
        owner = premises.Customer(name="蓝湾置业有限公司", short_name="蓝湾置业", phone="0755-88880001")
        session.add_all((finance, trade, owner))
        session.flush()
        for room, customer, relation in (
            ("18-06", finance, "tenant"), ("18-06", owner, "owner"), ("15-08", trade, "tenant"),
            ("15-08", owner, "owner"), ("15-09", owner, "owner"),
        ):  # fmt: skip
            session.add(
                premises.Occupancy(room_id=rooms[room].id, customer_id=customer.id, relation=relation)
            )
        for customer, name, title, phone, signs in (
            (finance, "周颖", "前台", "13900002222", False), (finance, "单雨桐", "行政经理", "13800138000", True),
            (trade, "曾文涛", "职员", "13800138001", False), (owner, "何业", "物业主管", "13900010001", True),
        ):  # fmt: skip
            session.add(
                premises.Contact(
                    customer_id=customer.id, name=name, title=title, phone=phone, signatory=signs
                )
            )
        session.flush()
        for room in rooms.values():
            premises.index_room(session, room)
        badges.add(session, "visitor", "A", 1, 12)
        badges.add(session, "contractor", "S", 1, 6)


@pytest.fixture(scope="session")
def furnished_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small building once; every test works on its own copy."""
    path = tmp_path_factory.mktemp("furnished") / "desk.db"
    shutil.copyfile(empty_file, path)
    db = Database(f"sqlite:///{path}")
    clock.set_source(Clock())
    furnish(db)
    housekeeping.at_start(db)
    clock.set_source(None)
    db.close()
    return path


@pytest.fixture
def now() -> Iterator[Clock]:
    """Stop the clock on Monday 2026-11-23 09:40."""
    stopped = Clock()
    clock.set_source(stopped)
    yield stopped
    clock.set_source(None)


@pytest.fixture(autouse=True)
def _built_when_opened(request: pytest.FixtureRequest) -> Iterator[None]:
    """Build a register when it is opened; all of them ahead, as at the desk, only in modules that say AHEAD = True."""
    with pytest.MonkeyPatch.context() as patch:  # the test's own is undone before the window closes
        if not getattr(request.module, "AHEAD", False):
            patch.setattr(Controller, "_warm_up", lambda _controller: None)
        yield


@dataclass
class Front:
    """The open window, and short ways to what is in it."""

    window: MainWindow
    controller: Controller
    paths: Paths
    hands: Hands

    @property
    def desk(self):
        assert self.controller.desk is not None
        return self.controller.desk

    @property
    def db(self) -> Database:
        return self.desk.db

    def panel(self, key: str = ""):
        """Return the panel on the screen (of register `key`, opened first)."""
        if key:
            self.window.open_register(key)
        return self.window._page(self.window._current).panel

    @property
    def work(self) -> RegisterWork:
        return self.panel().work

    @property
    def form(self) -> RecordForm:
        return self.work.widget.form

    @property
    def table(self) -> RecordTable:
        return self.work.widget.table

    @property
    def notice(self) -> str:
        return self.window.foot.notice.text()

    def rows(self) -> list[dict[str, object]]:
        """Return the rows the list shows."""
        found = (self.table.record(n) for n in range(len(self.table.shown_ids())))
        return [dict(row) for row in found if row is not None]

    def pick(self, **wanted: object) -> dict[str, object]:
        """Select the row with these values and put the focus into the list."""
        row = next(row for row in self.rows() if all(row[k] == v for k, v in wanted.items()))
        assert self.table.select_id(int(str(row["id"])))
        self.table.setFocus()
        QApplication.processEvents()
        return row

    def do(self, key: str) -> None:
        """Choose an entry of the context menu of the selected row, by its action's key."""
        row = self.table.current_row()
        assert row is not None
        from desk_app.kit.record_delegate import allowed

        assert key in {action.key for action in allowed(self.work.register.actions, row)}, key
        self.table.action_requested.emit(key, row)

    def chip(self, view: str) -> None:
        self.work.widget.findChild(QPushButton, f"view.{view}").click()

    def minute(self) -> None:
        """Let the window's minute pass."""
        self.window._minute.timeout.emit()
        settle()

    def write(self, verb, actor=None):
        """Run a service verb in the name of who is on duty."""
        with self.desk.write() as session:
            done = verb(session)
        settle()
        return done

    def visit(self, **changes: object):
        """Register a visitor through the service."""
        values = {
            "name": "张雨薇", "party_size": 1, "org": "德勤", "phone": "13911112222", "host_room": "18-06 中盛金融",
            "host_name": "周颖", "purpose": "business", "confirm": "phone", "confirmed_by": "周颖",
        } | changes  # fmt: skip
        return self.write(lambda session: visits.register(session, values))


@pytest.fixture(autouse=True)
def _exports_of_this_hour() -> Iterator[None]:
    """Date an export by the real clock: the process that writes it has no other, and an old number is refused."""
    begin = exporting.begin

    def begun(session, *given):
        row = begin(session, *given)
        row.created_at = datetime.now(UTC)
        return row

    with pytest.MonkeyPatch.context() as patch:  # the test's own is undone before the window closes
        patch.setattr(exporting, "begin", begun)
        yield


@pytest.fixture
def hands() -> Hands:
    return Hands()


def choose(code: str):
    """Return a step that signs somebody in, by keyboard."""

    def step(dialog) -> None:
        assert isinstance(dialog, SignInDialog), told(dialog)
        keyboard = Hands()
        keyboard.key("Shift+Tab")  # the cursor begins in the password
        dialog.name.selectAll()
        keyboard.type(code)
        keyboard.key("Enter")
        dialog.password.insert(PASSWORD)
        keyboard.key("Enter")
        tried(dialog)

    return step


def become_administrator(name: str):
    """Return a step that makes somebody of the staff the administrator, as the first start after an upgrade asks."""

    def step(dialog) -> None:
        dialog.form.boxes["name"].set_raw(name)
        for key in ("password", "again"):
            dialog.form.boxes[key].editor.setText(PASSWORD)
        Hands().key("Ctrl+S")

    return step


def tried(dialog) -> None:
    """Wait until the password was tried: that is done on a thread."""
    waited = time.monotonic()
    while dialog._trying:
        assert time.monotonic() - waited < 10
        breathe()


def start(qtbot, paths: Paths, *steps) -> tuple[MainWindow, Controller]:
    """Open the window and wait until the desk is open, answering the first dialogs.

    One whose first dialogs go wrong is closed: left open it would spoil all that follow.
    """
    window, controller = open_window(QApplication.instance(), paths)
    try:
        _begin(qtbot, window, controller, *steps)
    except BaseException:
        stop(window, controller)
        raise
    return window, controller


def _begin(qtbot, window: MainWindow, controller: Controller, *steps) -> None:
    with dialogs(*steps):
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: controller.desk is not None, timeout=15_000)
    qtbot.waitUntil(lambda: not window.findChildren(QWidget, "curtain"), timeout=15_000)
    assert QTest.qWaitForWindowActive(window)
    settle()  # the change of person has the registers read again


def stop(window: MainWindow, controller: Controller) -> None:
    """Close the window and everything behind it."""
    background.stop_all()
    window.close()
    if controller.desk is not None:
        controller.desk.db.close()
    controller.close() if hasattr(controller, "close") else None
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert not isValid(window)  # windows left behind make every later test slower


@pytest.fixture
def bare_window(qtbot, qapp, now, tmp_path):
    """Return a function that opens a window on a data folder; all are closed at the end."""
    opened = []

    def open_on(paths: Paths, *steps) -> tuple[MainWindow, Controller]:
        pair = start(qtbot, paths, *steps)
        opened.append(pair)
        return pair

    yield open_on
    for pair in opened:
        stop(*pair)
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def data(tmp_path: Path, furnished_file: Path) -> Paths:
    """A data folder with the small building."""
    paths = Paths(tmp_path / "data")
    paths.prepare()
    shutil.copyfile(furnished_file, paths.database)
    return paths


@pytest.fixture
def front(bare_window, data: Paths, hands: Hands) -> Front:
    """Open the window, 李敏 on duty."""
    window, controller = bare_window(data, choose("001"))
    return Front(window, controller, data, hands)
