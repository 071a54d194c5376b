"""A desk with a day of demo work whose forms take hostile text: its panels, and values that each form accepts."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.orm import Session

from desk_app.core import clock, people
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Field, FieldKind, Register
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.paths import RESOURCES, Paths
from desk_app.core.people import Actor
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers import REGISTERS
from desk_app.reports import demo
from desk_app.shell.tab_page import build_panel

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
TEXTS = (FieldKind.TEXT, FieldKind.LONG_TEXT)
GIVEN: Mapping[str, Mapping[str, object]] = {
    "entry_passes": {"id_kind": "passport", "id_no": "E12345678"},
    "keys": {"tag": ""},
    "key_loans": {"due_at": NOW + timedelta(hours=2)},
}
"""What a record does not keep (numbers of documents), or keeps for itself."""


PICTURE = RESOURCES / "pictures" / "visitor_slip.png"


class Undone(Exception):
    """Ends a unit of work that shall leave nothing."""


class Trap:
    """A folder in which every opening of a file is seen, by whatever code, Qt's own too (inotify)."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        picture = QImage(8, 8, QImage.Format.Format_RGB32)
        picture.fill(QColor("red"))
        picture.save(str(folder / "picture.png"))
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        self._libc.inotify_add_watch(
            self._watch, bytes(folder), 0x00000020 | 0x00000001
        )  # IN_OPEN | IN_ACCESS

    def opened(self) -> bool:
        """Say whether a file in it was opened since the last question."""
        try:
            return bool(os.read(self._watch, 65536))
        except BlockingIOError:
            return False


def application() -> QApplication:
    """Return the application, dressed as the program dresses it; it shows nothing on a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")  # letters that no font has
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(theme.arguments())
    theme.apply(app, "light", 1.0)
    return app


class HostileDesk:
    """The desk: `panels` by register, and for each a set of values its form's verb takes."""

    def __init__(self, work: Path, app: QApplication) -> None:
        clock.set_source(lambda: NOW)
        self.folder = work / "desk"
        demo.make(Paths(self.folder), days=1)
        clock.set_source(lambda: NOW)
        self.app = app
        paths = Paths(self.folder)
        self.db = Database(paths.url())
        with self.db.read() as session:
            self.actors = [people.as_actor(one, "desk-1") for one in people.on_staff(session)]
        prefs = QSettings(str(self.folder / "window.ini"), QSettings.Format.IniFormat)
        self.registers = {room.key: room.register() for room in REGISTERS}
        self.desk = Desk(
            self.db, paths, Archive(paths.archive), prefs, self.actors[0], list(self.registers.values())
        )
        self.holder = QWidget()
        self.holder.resize(1300, 680)
        self.works: dict[str, RegisterWork] = {
            key: build_panel(self.desk, key, self.holder).work for key in self.registers
        }

    def close(self) -> None:
        """Put the desk away."""
        self.holder.deleteLater()
        self.app.processEvents()
        self.db.close()
        clock.set_source(None)

    def rows(self, register: Register, most: int = 30) -> list[dict[str, object]]:
        """Return some rows of a register's list."""
        with self.db.read() as session:
            ids = register.source.ids(session, register.views[-1].key, "")
            return [dict(row) for row in register.source.rows(session, list(ids)[:most])]

    def accepted(self, register: Register) -> tuple[dict[str, object], Actor] | None:
        """Return values which the form's verb takes, and from whom; None when no record of the demo leads there."""
        for row in self.rows(register):
            with self.db.read() as session:
                known = dict(register.source.values(session, str(row["uid"])))
            values = {**known, **GIVEN.get(register.key, {})}
            values.pop("uid", None)
            for actor in self.actors:
                if self._repaired(register, values, actor):
                    return values, actor
        return None

    def attempt(
        self,
        register: Register,
        values: Mapping[str, object],
        actor: Actor,
        then: Callable[[Session, Any], None],
    ) -> RuleError | None:
        """Save through the form's own verb, look at what it made, and undo it; returns a refusal."""
        reasons = {one.key: "演练" for one in register.fields}
        try:
            with self.db.write(actor) as session:
                made = self.works[register.key]._save(session, values, reasons)
                session.flush()
                then(session, made)
                raise Undone
        except Undone:
            return None
        except RuleError as error:
            return error

    def _repaired(self, register: Register, values: dict[str, object], actor: Actor) -> bool:
        """Change what is refused: the first thing offered for it, or nothing at all."""
        for _try in range(6):
            error = self.attempt(register, values, actor, lambda session, made: None)
            if error is None:
                return True
            for key in fields_of(error):
                field = next((one for one in register.fields if one.key == key), None)
                if field is None or _try > 3:
                    return False
                values[key] = self._offered(field, values, _try)
        return False

    def _offered(self, field: Field, values: Mapping[str, object], number: int) -> object:
        if field.kind is FieldKind.FILES:
            return [str(PICTURE)]
        if field.suggest is None:
            return "" if field.kind in TEXTS else None
        with self.db.read() as session:
            found = field.suggest(session, "", values)
        if not found:
            return "" if field.kind in (*TEXTS, FieldKind.BADGE) else None
        one = found[min(number, len(found) - 1)]
        return one.title if one.value is None else one.value


def fields_of(error: RuleError) -> list[str]:
    """Return the fields a refusal is about, without the line of a table."""
    errors = error.errors if isinstance(error, FieldErrors) else (error,)
    return [one.field.partition(".")[0] for one in errors]
