"""What every panel is given: the database, who is on duty, and ways to speak to the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from desk_app.core.errors import AlreadyDone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.core.attachments import Archive
    from desk_app.core.database import Database
    from desk_app.core.declare import Register
    from desk_app.core.paths import Paths
    from desk_app.core.people import Actor
    from desk_app.core.presence import Unconfirmed
    from desk_app.kit.form_pages import FormPages

CONFIRMED_SECONDS = 60
"""How long the save that follows may take after somebody confirmed."""


class Desk(QObject):
    """The working context of one window; panels hold it and nothing global.

    Signals: `changed` something was written (panels compare `db.revision` and refill when shown);
    `noticed(text, tone)` a line for the foot, tone "done", "due" or "late"; `open_requested(register key,
    uid)` show that record; `actor_changed`; `muster_requested` print everybody in the
    building (F12); `view_requested(register key, view)`; `dialog_requested(shell dialog)`;
    `new_requested(register key)` start a new record there; `follow_requested(register key, values, uid)`
    start one there that follows from the record `uid`: its form opens with `values`, its save links the two;
    `revealed(values)` these were shown in clear: a copy of one does not stay in the clipboard.
    """

    changed = Signal()
    noticed = Signal(str, str)
    open_requested = Signal(str, str)
    actor_changed = Signal()
    muster_requested = Signal()
    view_requested = Signal(str, str)
    dialog_requested = Signal(str)
    new_requested = Signal(str)
    follow_requested = Signal(str, object, str)
    revealed = Signal(object)

    def __init__(
        self,
        db: Database,
        paths: Paths,
        archive: Archive,
        prefs: QSettings,
        actor: Actor | None = None,
        registers: Sequence[Register] = (),
    ) -> None:
        super().__init__()
        self.db = db
        self.paths = paths
        self.archive = archive
        self.prefs = prefs
        self.registers = {register.key: register for register in registers}
        self.pages_ahead: dict[str, FormPages] = {}
        """Pages of forms that were built before their registers were opened, by register."""
        self._actor = actor
        self._confirmed: dict[int, tuple[str, float]] = {}
        self.refusals: Callable[[Actor | None, str, str], bool] = lambda _actor, _register, _action: False
        """Whether the service would refuse an action of a register to somebody (registers/rights.py)."""

    @property
    def actor(self) -> Actor | None:
        """Who is on duty at this desk, or None before the choice was made."""
        return self._actor

    def set_actor(self, actor: Actor) -> None:
        """Hand the desk to another person."""
        self._actor = actor
        self._confirmed.clear()
        self.actor_changed.emit()

    def refuses(self, register: str, action: str) -> bool:
        """Say whether the service would refuse what an action of a register does to who is signed in."""
        return self.refusals(self._actor, register, action)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open one unit of work in the name of who is on duty; commits at the end, then tells the panels.

        It bears the id of the form that is being saved (core/units.py): a repeat raises AlreadyDone.
        """
        from desk_app.core import presence, units

        self.db.assert_writable()
        try:
            with self.db.write(self._actor, units.next_id()) as session:
                session.info["presence"] = self._present()
                yield session
        except presence.Unconfirmed as gap:
            gap.ask = partial(self._let_confirm, gap)
            raise
        except AlreadyDone:
            self.changed.emit()  # what was saved then is on no list yet, and would be typed again
            raise
        self._confirmed.clear()
        self.changed.emit()

    def _present(self) -> dict[int, str]:
        """Return who confirmed just now, and how."""
        now = time.monotonic()
        return {who: how for who, (how, at) in self._confirmed.items() if now - at <= CONFIRMED_SECONDS}

    def _let_confirm(self, gap: Unconfirmed, parent: QWidget | None) -> bool:
        """Let somebody who is named confirm it here; True when they did, for the next unit of work."""
        from desk_app.kit import confirm_person

        how = confirm_person.ask(parent, self.db, gap)
        if how:
            self._confirmed[gap.staff_id] = how, time.monotonic()
        return bool(how)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open one short reading session."""
        with self.db.read() as session:
            yield session

    def ticket(self) -> str:
        """Return what lets a command that the window starts act as who is signed in; RuleError when nobody is."""
        from desk_app.core import people, signing

        if self._actor is None:
            raise people.nobody()
        return signing.ticket(self.db, self._actor)

    def keep_draft(self, name: str, raw: Mapping[str, object]) -> datetime | None:
        """Keep what was typed into a form for who is on duty; {} forgets it. None when nobody is."""
        from desk_app.core import drafts

        if self._actor is None:
            return None
        with self.db.aside() as session:
            return drafts.keep(session, name, self._actor.staff_id, raw)

    def kept_draft(self, name: str) -> tuple[datetime, Mapping[str, object]] | None:
        """Return when and what who is on duty had typed into a form, None when nothing was kept."""
        from desk_app.core import drafts

        if self._actor is None:
            return None
        with self.read() as session:
            return drafts.kept(session, name, self._actor.staff_id)

    def note_query(self, what: str, conditions: str, count: int | None = None, reason: str = "") -> None:
        """Note in the access log what somebody looked for, and why where they had to say so (domain.md §4.4)."""
        from desk_app.core import access

        with self.db.aside() as session:
            access.note(
                session, access.Kind.QUERY, actor=self._actor, entity=what, reason=reason, conditions=conditions,
                count=count,
            )  # fmt: skip

    def notice(self, text: str, tone: str = "done") -> None:
        """Say one line at the foot of the window."""
        self.noticed.emit(text, tone)
