"""The window in English: on a desk whose people and companies have Latin names, nothing Chinese is shown."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QTextEdit,
    QWidget,
)

import desk_app
from desk_app import app as program
from desk_app.core import badges, clock, i18n, premises, presence, settings, signing
from desk_app.core.database import Database
from desk_app.core.declare import Field
from desk_app.core.errors import RuleError
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role, add_staff, as_actor, on_staff
from desk_app.kit import confirm_person, theme
from desk_app.kit.form_dialog import FormDialog
from desk_app.registers import REGISTERS
from desk_app.registers.contractors import service as contractors
from desk_app.registers.release_slips import service as slips
from desk_app.registers.visitors import service as visitors
from desk_app.shell import first_start, menu, recovery
from desk_app.shell.controller import Controller
from desk_app.shell.sign_in import SignInDialog
from desk_app.shell.window import MainWindow
from tests.shell.hands import settle

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
GETTERS = (
    "text",
    "title",
    "windowTitle",
    "placeholderText",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
)
PLACES = ("desk_app.core.", "desk_app.kit.", "desk_app.registers.", "desk_app.shell.")
"""Where fields are declared."""
GLUED = re.compile(r"[a-z]:[A-Za-z]")
"""A name and what it names without the space after the colon, as Chinese writes them."""
DIALOGS = (*(item.module for item in menu.ITEMS), "muster")
PRESSED = {
    "staff_dialog": ("add", "change", "code", "delegations", "lend"), "badges_dialog": ("add", "found"),
    "holidays_dialog": ("add",), "retention_dialog": ("clear", "hold", "release"),
    "access_dialog": ("check_off", "export"), "person_dialog": ("ask", "remove"), "notice_dialog": ("request",),
    "premises_dialog": ("export",), "backup_dialog": ("verify_head", "restore"), "delegations_dialog": ("lend",),
    "restricted_dialog": ("ask", "appeal", "end"),
}  # fmt: skip
"""Buttons of dialogs that open others."""
DATA = {"简体中文", "本前台", SYSTEM.name} | {
    spec.default
    for room in REGISTERS
    for spec in room.register().settings
    if spec.kind is settings.Kind.TEXT and spec.default
}
"""The other language's own name, what the log was written with, and what is compared with, or printed on, Chinese papers."""


def fill(paths: Paths) -> None:
    """Put a small English-speaking desk into the data folder: a room, people, one record of each kind."""
    db = Database(paths.url())
    with db.write(SYSTEM) as session:
        settings.change(session, settings.PROJECT, "Harbour Tower")
        settings.change(session, settings.DESK, "Lobby")
        agent = add_staff(
            session, name="Li Min", code="001", roles=[Role.QT, Role.XG, Role.JL, Role.KZ, Role.DB]
        )
        add_staff(session, name="Wang", code="002", roles=[Role.DB, Role.KZ])
        badges.add(session, "visitor", "A", 1, 5)
        badges.add(session, "contractor", "C", 1, 5)
        session.info["verb"] = "premises.import"
        building = premises.Building(name="")
        session.add(building)
        session.flush()
        room = premises.Room(building_id=building.id, name="18-06", floor="18")
        owner = premises.Customer(name="Harbour Ltd", short_name="Harbour", phone="075588880001", arrears=100)
        session.add_all([room, owner])
        session.flush()
        session.add(premises.Occupancy(room_id=room.id, customer_id=owner.id, relation="owner"))
        session.add(
            premises.Contact(customer_id=owner.id, name="Ann", title="Office", phone="", signatory=True)
        )
        session.flush()
        premises.index_room(session, room)
    with db.write(as_actor(agent, "desk-1")) as session:
        visit = {
            "name": "Bob",
            "host_room": "18-06",
            "host_name": "Ann",
            "purpose": "business",
            "id_kind": "passport",
            "party_size": 1,
        }
        come = visit | {"confirm": "phone", "confirmed_by": "Ann", "badge": "A001", "party_size": 2}
        visitors.register(session, come)
        visitors.register(session, visit | {"name": "Carl"})
        visitors.expect(session, visit | {"name": "Dora", "expected_at": clock.now() + timedelta(hours=2)})
        stay = {
            "name": "Ed", "org": "Lifts Co", "id_kind": "passport", "host_room": "18-06", "host_name": "Ann",
            "service": "Lift check", "confirm": "phone", "confirmed_by": "Ann", "badge": "C001", "party_size": 1,
            "hot_work": True,
        }  # fmt: skip
        contractors.enter(session, stay)
        slips.save(session, {"room": "18-06", "kind": "bulky", "applicant": "Ann", "items": []})
    db.close()


class Reader:
    """Collects every text shown; dialogs that open are read and dismissed."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.shown: dict[str, str] = {}
        self.dialogs: list[str] = []
        self.cut: list[str] = []
        self._pressed: dict[QWidget, list[str]] = {}
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._on_timer)

    def watch(self, run: Callable[[], object]) -> None:
        """Run something that may open dialogs."""
        self._timer.start()
        run()
        self._timer.stop()
        self.app.processEvents()

    def read(self, top: QWidget) -> None:
        """Collect what a window and everything in it says."""
        for widget in (top, *top.findChildren(QWidget)):
            for text in texts_of(widget):
                self.shown.setdefault(
                    text, f"{top.objectName()}/{type(widget).__name__} {widget.objectName()}"
                )

    def _on_timer(self) -> None:
        dialog = self.app.activeModalWidget()
        if dialog is None:
            return
        if dialog not in self._pressed:
            self.dialogs.append(dialog.windowTitle())
            self._pressed[dialog] = list(PRESSED.get(dialog.objectName(), ()))
            wrong = [*cramped(dialog), *cut_heads(dialog)]
            self.cut += [f"{dialog.windowTitle()}: {words}" for words in wrong]
        self.read(dialog)
        button = self._next_button(dialog)
        if button is None:
            dialog.close()
        else:
            QTimer.singleShot(0, button, button.click)  # in a turn of its own: what it opens is read as well

    def _next_button(self, dialog: QWidget) -> QPushButton | None:
        waiting = self._pressed[dialog]
        found = dialog.findChild(QPushButton, waiting.pop(0)) if waiting else None
        return found if found is None or found.isVisible() else None


def texts_of(widget: QWidget) -> Iterator[str]:
    for getter in GETTERS:
        if callable(get := getattr(widget, getter, None)):
            yield str(get())
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(n).text() for n in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(n) for n in range(widget.count()))
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QTableView) and widget.objectName() != "holidays":  # their names are data
        model = widget.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            yield from (
                str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), 50))
            )


def cramped(window: QWidget) -> list[str]:
    """Return the buttons, labels and check marks that are shown narrower than their text."""
    kinds = (QPushButton, QLabel, QCheckBox)
    shown = [w for kind in kinds for w in window.findChildren(kind) if w.isVisible()]
    return [
        f"{one.objectName()} {one.text()}"
        for one in shown
        if one.text()
        and not (isinstance(one, QLabel) and one.wordWrap())
        and one.width() < one.sizeHint().width() - 1
    ]


def cut_heads(window: QWidget) -> list[str]:
    """Return the heads of lists that are wider than their column."""
    found = []
    for table in window.findChildren(QTableView):
        model, header = table.model(), table.horizontalHeader()
        columns = 0 if header.isHidden() else model.columnCount() - (not table.isVisible())
        for column in range(columns):  # on a page behind another the last one has not stretched yet
            text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            asked = header.fontMetrics().horizontalAdvance(text)
            if not table.isColumnHidden(column) and asked > header.sectionSize(column):
                found.append(f"{table.objectName()} {text} {asked} > {header.sectionSize(column)}")
    return found


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[MainWindow, Controller, Reader]]:
    """Open the program in English, somebody signed in."""
    paths = Paths(tmp_path)
    paths.prepare()
    fill(paths)
    (tmp_path / "window.ini").write_text("[window]\nlanguage=en\n")
    window, controller = program.open_window(qapp, paths, unseen=True)
    reader = Reader(qapp)
    window.show()
    wait_for(qapp, lambda: controller.desk is not None and not window.findChildren(QWidget, "curtain"))
    assert controller.desk is not None
    with controller.desk.read() as session:
        controller.desk.set_actor(as_actor(on_staff(session)[0], "desk-1"))
    yield window, controller, reader
    window.close()
    qapp.processEvents()
    controller.desk.db.close()
    window.deleteLater()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale.system())
    i18n.install(None)
    theme.apply(qapp, "light", 1.0)
    QCoreApplication.processEvents()


def wait_for(app: QApplication, ready: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not ready() and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)
    app.processEvents()


def test_nothing_chinese_is_shown_in_english(desk: tuple[MainWindow, Controller, Reader]) -> None:
    window, controller, reader = desk
    reader.read(window)
    for room in REGISTERS:
        for action in room.register().menu:
            reader.watch(lambda r=room.key, a=action.key: window.do(r, a))
        window.open_register(room.key)
        work = window._page(room.tab).open(room.key).work
        for view in room.register().views:
            work.show_view(view.key)
            QApplication.processEvents()
            reader.read(window)
        work.save()  # an empty form says what is missing
        reader.read(window)
        rows = [work.widget.table.record(n) for n in range(len(work.widget.table.shown_ids()))]
        for row in filter(None, rows):
            reader.read(work.widget.table.make_menu(row))
            for action in room.register().actions:
                if (not action.states or row["state"] in action.states) and action.key != "print":
                    reader.watch(lambda a=action, r=row, w=work: w._on_action(a.key, r))
                    reader.read(window)
    for name in DIALOGS:
        reader.watch(lambda name=name: controller.open_dialog(name))
    assert controller.desk is not None
    with controller.desk.read() as session:
        staff = on_staff(session)[1]
    reader.watch(lambda: first_start.make_administrator(controller.desk, window))
    reader.watch(lambda: first_start._name_desk(controller.desk, window))
    reader.watch(lambda: recovery.recover(window, controller.desk.db))
    lead = presence.Unconfirmed(staff, "lead")
    reader.watch(lambda: confirm_person.ask(window, controller.desk.db, lead))
    reader.read(SignInDialog(window, controller.desk, "key", controller.desk.actor))
    menu.open_menu(controller)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    reader.read(popup)
    popup.close()

    assert len(reader.dialogs) > 45, reader.dialogs
    assert reader.cut == []
    assert len(reader.shown) > 300
    chinese = {text: where for text, where in reader.shown.items() if CHINESE.search(text)}
    assert {t: w for t, w in chinese.items() if not any(data in t for data in DATA)} == {}
    assert {t: w for t, w in reader.shown.items() if GLUED.search(t)} == {}


def test_a_sentence_that_follows_another_has_its_space(qapp: QApplication, tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    paths.prepare()
    fill(paths)
    db = Database(paths.url())
    program.install_texts(qapp, "en")
    said = []
    try:
        for _ in range(4):
            with pytest.raises(RuleError) as told:
                signing.sign_in(db, "001", "not the password at all", "desk-1")
            said.append(told.value.text)
    finally:
        program.install_texts(qapp, "zh_CN")
        db.close()
    assert any(re.fullmatch(r"Wrong name .*password\. Please wait \d+ s.*", one) for one in said), said


def small_forms() -> Iterator[tuple[str, str, tuple[Field, ...]]]:
    """Yield what small dialogs ask for, wherever it is declared: a name, the texts' context, the fields."""
    on_tabs = {id(room.register().fields) for room in REGISTERS}
    for found in pkgutil.walk_packages(desk_app.__path__, "desk_app."):
        if found.name.startswith(PLACES) and "migrations" not in found.name:
            module = importlib.import_module(found.name)
            source = Path(str(module.__file__)).read_text("utf-8")
            for name, value in vars(module).items():
                if (
                    isinstance(value, tuple)
                    and value
                    and id(value) not in on_tabs
                    and type(value[0]) is Field
                ):
                    label = re.escape(value[0].label)
                    told = re.search(rf'QT_TRANSLATE_NOOP\(\s*"(\w+)",\s*"{label}"', source)
                    if told:
                        yield f"{found.name}.{name}", told[1], value


def test_what_small_dialogs_ask_fits_in_english(desk: tuple[MainWindow, Controller, Reader]) -> None:
    window, _controller, _reader = desk
    found = {}
    names = []
    for name, context, fields in small_forms():
        names.append(name)
        dialog = FormDialog(
            window, title="Do it", fields=fields, context=context, main="Save", save=lambda *_given: None
        )
        dialog.show()
        QApplication.processEvents()
        wrong = [*cramped(dialog), *cut_choices(dialog)]
        if wrong:
            found[name] = wrong
        dialog.reject()
        dialog.deleteLater()
    assert len(names) > 60, names
    assert not found, "\n".join(f"{name}: {wrong}" for name, wrong in found.items())


def cut_choices(window: QWidget) -> list[str]:
    """Return the choices that are wider than their box."""
    return [
        f"{box.objectName()} {box.itemText(n)}"
        for box in window.findChildren(QComboBox)
        if box.isVisible()
        for n in range(box.count())
        if box.fontMetrics().horizontalAdvance(box.itemText(n)) > box.width() - theme.px(28)
    ]


def test_english_words_fit_at_1366_by_768(desk: tuple[MainWindow, Controller, Reader]) -> None:
    window, _controller, _reader = desk
    window.resize(1366, 768)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    wrong = cramped(window)
    for room in REGISTERS:
        window.open_register(room.key)
        form = window._page(room.tab).open(room.key).work.widget.form
        settle()  # the list is read in a turn of its own, and the chips get their places after it
        late = time.monotonic() + 2
        while cramped(window) and time.monotonic() < late:
            QTest.qWait(30)
        wrong += [*cramped(window), *cut_heads(window)]
        for button in form._group_buttons.values():
            button.click()
            QApplication.processEvents()
            wrong += [*cramped(window), *cut_heads(window)]
            form.close_group()
    assert not wrong, "\n".join(sorted(set(wrong)))
