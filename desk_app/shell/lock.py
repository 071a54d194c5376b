"""The screen's lock: nobody sees or does anything before somebody signed in, nor after they went away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk_app.core import access, accounts, settings
from desk_app.core.locking import WHEN_MINIMISED, WITH_SYSTEM
from desk_app.kit.form_dialog import FormDialog
from desk_app.kit.kept import Kept
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.shell.curtain import Curtains
from desk_app.shell.idle import Idle
from desk_app.shell.sign_in import SignInDialog
from desk_app.shell.system_lock import SystemLock

if TYPE_CHECKING:
    from desk_app.core.people import Actor
    from desk_app.core.settings import Spec
    from desk_app.kit.desk import Desk
    from desk_app.shell.window import MainWindow


class Lock(QObject):
    """One per window. Signals: `entered(True on the first start)` somebody signed in; `leave_requested` close the program;
    `locked` the screen was covered; `damaged(dialog)` nobody can sign in: the ways back go over this dialog."""

    entered = Signal(bool)
    leave_requested = Signal()
    locked = Signal()
    damaged = Signal(QWidget)

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._app, self._window = app, window
        self._desk: Desk | None = None
        self._dialog: SignInDialog | None = None
        self._system: SystemLock | None = None
        self._is_new = False
        self._to_ask = ""  # why somebody must sign in as soon as the window is shown again
        self.idle = Idle(app, self)
        self.idle.expired.connect(self.lock)
        window.minimised.connect(self._on_minimised, Qt.ConnectionType.QueuedConnection)
        self._curtains = Curtains(app, self._is_ours, self._come_forward, self)

    @property
    def is_locked(self) -> bool:
        """True while the screen is covered."""
        return self._curtains.is_drawn

    def cover(self) -> None:
        """Cover the window before it shows anything."""
        self._curtains.draw()

    def begin(self, desk: Desk) -> None:
        """Ask who is there for the first time; on a new desk somebody becomes the administrator first."""
        from desk_app.shell import first_start

        self._desk = desk
        with desk.read() as session:
            is_new = not accounts.any_administrator(session)
        self._is_new = (
            is_new  # then nobody's data are there yet, and the dialogs of the first start are no secret
        )
        if is_new and not first_start.make_administrator(desk, self._window):
            self.leave_requested.emit()
        elif desk.actor is not None:
            self._enter(desk.actor)
        else:
            self._ask("start")

    def open(self) -> None:
        """Show everything without asking: for who draws the window where nobody sees it."""
        self._curtains.lift()
        self.entered.emit(False)

    def lock(self, why: str = "key") -> None:
        """Cover the screen, dialogs too, and ask who is there; what is typed anywhere is kept."""
        if self._desk is None or self.is_locked:
            return
        self._window.keep_drafts()
        for dialog in self._open_dialogs():
            if (keeper := _keeper(dialog)) is not None:
                keeper.keep_draft()
        self.idle.stop()
        self._curtains.draw()
        self.locked.emit()
        self._note(why)
        self._ask(why)

    def _note(self, why: str) -> None:
        """Note in the access log that the desk was left."""
        assert self._desk is not None
        with self._desk.db.aside() as session:
            access.note(session, access.Kind.LOCK, actor=self._desk.actor, conditions=why)

    def set_up(self) -> None:
        """Take changed settings."""
        if self._desk is not None:
            with self._desk.read() as session:
                self.idle.set_up(settings.load(session))

    def _ask(self, why: str) -> None:
        """Ask who is there; a minimised window asks when it is shown again: it would cover another program."""
        assert self._desk is not None
        self._to_ask = why if self._window.isMinimized() and not self._open_dialogs() else ""
        if self._to_ask:
            return
        parent = QApplication.activeModalWidget() or self._window
        dialog = SignInDialog(parent, self._desk, why, self._desk.actor)
        dialog.signed_in.connect(self._on_signed_in)
        dialog.leave_requested.connect(self.leave_requested)
        dialog.recovery_requested.connect(self._recover)
        dialog.damaged.connect(lambda: self.damaged.emit(dialog))
        self._dialog = dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _on_signed_in(self, actor: Actor) -> None:
        assert self._desk is not None
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        before = self._desk.actor
        if before is not None and before.staff_id != actor.staff_id:
            self._put_dialogs_aside()
        if before != actor:
            self._desk.set_actor(actor)
        self._enter(actor)

    def _enter(self, actor: Actor) -> None:
        assert self._desk is not None
        is_first, self._is_new = self._is_new, False
        self._curtains.lift()
        with self._desk.read() as session:
            config = settings.load(session)
        self.idle.begin(config)
        if self._system is None and config.get(WITH_SYSTEM):
            QTimer.singleShot(
                0, self, self._listen
            )  # the bus may take its time: not before the window is there
        self.entered.emit(is_first)

    def _listen(self) -> None:
        self._system = SystemLock(self._app, self._window, self)
        self._system.locked.connect(self._on_system_locked)

    def _on_system_locked(self) -> None:
        self._lock_if_wanted(WITH_SYSTEM, "system")

    def _on_minimised(self, minimised: bool) -> None:
        if minimised and self._desk is not None and not self.is_locked:
            self._lock_if_wanted(WHEN_MINIMISED, "minimised")
        elif not minimised and self._to_ask:
            self._ask(self._to_ask)

    def _lock_if_wanted(self, setting: Spec[bool], why: str) -> None:
        assert self._desk is not None
        with self._desk.read() as session:
            wanted = settings.get(session, setting)
        if wanted:
            self.lock(why)

    def _recover(self) -> None:
        from desk_app.shell import recovery

        assert self._desk is not None and self._dialog is not None
        recovery.recover(self._dialog, self._desk.db)

    def _put_dialogs_aside(self) -> None:
        """Close what the former person had open; what was typed waits for them."""
        for _try in range(20):  # one may ask a question when it is closed
            dialogs = self._open_dialogs()
            if not dialogs:
                return
            keeper = _keeper(dialogs[0])
            (dialogs[0].reject if keeper is None else keeper.put_aside)()

    def _open_dialogs(self) -> list[QDialog]:
        """Return the dialogs that stand open, the topmost first; work under way is left alone."""
        found = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible() and not isinstance(widget, ProgressDialog)
            if not self._is_ours(widget)
        ]
        return sorted(found, key=_depth, reverse=True)

    def _is_ours(self, widget: QWidget) -> bool:
        """Say whether a window is the one that asks who is there, or one that it opened."""
        above: QObject | None = widget
        while above is not None and not isinstance(above, SignInDialog):
            above = above.parent()
        return above is not None or (self._is_new and isinstance(widget, QDialog))

    def _come_forward(self) -> None:
        """Stay in front of a window that came up meanwhile, and keep the keyboard."""
        QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        dialog = self._dialog
        if (
            dialog is not None
            and QApplication.activeModalWidget() is not dialog
            and not dialog.findChildren(QDialog)
        ):
            dialog.hide()  # the last modal window to be shown has the keyboard
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()


def _keeper(dialog: QDialog) -> FormDialog | Kept | None:
    """Return what keeps what is typed into a dialog, None where nothing is: a question, or what only shows."""
    if isinstance(dialog, FormDialog):
        return dialog
    return next((child for child in dialog.children() if isinstance(child, Kept)), None)


def _depth(widget: QWidget) -> int:
    """Return how many windows a window stands on."""
    above = widget.parentWidget()
    return 0 if above is None else 1 + _depth(above.window())
