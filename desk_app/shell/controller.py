"""What happens around the window: opening the database, the lock, menu, scanner, search, crash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.paths import Paths
from desk_app.registers import REGISTERS
from desk_app.shell.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desk_app.core.database import Database
    from desk_app.core.declare import Suggestion
    from desk_app.core.people import Actor
    from desk_app.kit.desk import Desk
    from desk_app.kit.scanner import Scanner
    from desk_app.shell.lock import Lock
    from desk_app.shell.reading import Reading

LENT = "lent_key"
RESTART = 75
"""The exit code of a window that is to begin anew."""


def _is_refused(actor: Actor | None, register: str, action: str) -> bool:
    """Ask the rights, which nobody needs before a register is opened: they bring every service of the core along."""
    from desk_app.registers import rights

    return rights.is_refused(actor, register, action)


class Controller(QObject):
    """One per window; it owns the desk once the database is open.

    Signals: `filled` the window shows the day, or why not; `begun` the first questions are answered.
    """

    filled = Signal()
    begun = Signal()

    def __init__(
        self, app: QApplication, window: MainWindow, paths: Paths, prefs: QSettings, unseen: bool = False
    ) -> None:
        """Wait for the window to be shown; `unseen`: it is drawn for a picture or a check, nobody signs in."""
        super().__init__(window)
        self._unseen = unseen
        self._last_in: int | None = None
        self._lock: Lock | None = None
        self._app = app
        self._window = window
        self._paths = paths
        self._prefs = prefs
        self._scanner: Scanner | None = None
        self._searched = ""
        self.desk: Desk | None = None
        self.guard: Callable[[], bool] | None = None
        """Asked before the database is opened; False when it must not be."""
        self._reading: Path | None = None
        window.shown_first.connect(self.open_data)
        window.lock_requested.connect(self.lock)
        window.menu_requested.connect(self._open_menu)
        window.help_requested.connect(lambda: self.open_dialog("help_dialog"))
        window.muster_requested.connect(lambda: self.open_dialog("muster"))
        window.badge_requested.connect(lambda: self.open_dialog("badge_return"))
        app.focusWindowChanged.connect(self._lend_keys)

    def open_dialog(self, name: str) -> None:
        """Open one of the shell's dialogs once the desk is open."""
        if self.desk is not None:
            from desk_app.shell import menu

            menu.open_dialog(self, name)
            if name in ("badges_dialog", "settings_dialog"):
                self.set_up_scanner()
            if name == "settings_dialog" and self._lock is not None:
                self._lock.set_up()

    def lock(self) -> None:
        """Cover the screen (F9); whoever signs in next has the desk, what is typed waits for who typed it."""
        if self._lock is not None:
            self._lock.lock()

    def _tell_stalled(self, key: str, sentence: str) -> None:
        """Say across the window that the program's own work cannot be done, or no longer ("")."""
        from desk_app.shell.banner import Notice

        self._window.banner.say(key, Notice("late", sentence) if sentence else None)

    def tell_alarm(self, sentence: str) -> None:
        """Say that the record is not as it was written, and no longer that all is well."""
        from desk_app.kit import messages

        self._window.banner.say("unclean", None)
        messages.tell(self._window, translate("Verify", "记录核对发现异常"), sentence)

    def open_data(self) -> None:
        """Open the database, unless the guard says no."""
        from desk_app.kit import background
        from desk_app.shell.loader import open_database

        if self.guard is not None and not self.guard():
            return
        reading = self._reading
        background.run(
            lambda progress: open_database(
                self._paths, lambda sentence: progress.tell(0, 0, sentence), reading
            ),
            on_done=self._on_opened,
            on_failed=self._failed,
            on_progress=lambda _done, _total, sentence: self._window.say_meanwhile(sentence),
            parent=self,
            lasting=True,
        )

    def _failed(self, error: Exception) -> None:
        from desk_app.core.datafile import Damaged
        from desk_app.core.keys import Locked

        if isinstance(error, Locked) and self._unlock(error.text):
            return
        if isinstance(error, Damaged) and self._mend(error.text):
            return
        unexpected = translate("Window", "打开数据时出错。请重启程序;再出现请把日志交给管理员。")
        self._window.say_meanwhile(error.text if isinstance(error, KnownError) else unexpected)
        self.filled.emit()

    def _unlock(self, why: str) -> bool:
        """Ask for what opens the data, and open them; False when nobody knows it."""
        from desk_app.shell import unlock_dialog

        opens = unlock_dialog.ask(self._window, self._paths.file(), why)
        if opens:
            self.open_data()
        return opens

    def _mend(self, why: str) -> bool:
        """Offer the ways back from a damaged file, and open what came of it; False when the user leaves."""
        from desk_app.shell import rescue_dialog

        if (
            self._reading is not None
        ):  # it was to be looked at: the same question again would tell her nothing
            why = translate("Rescue", "损坏的地方正好是打开时要读的,不能只读查看。请抢救数据或恢复备份。")
        chosen = rescue_dialog.ask(self._window, self._paths, why)
        if chosen is False:
            return False
        self._reading = None if isinstance(chosen, bool) else chosen
        self.open_data()
        return True

    def rescue(self, over: QWidget | None = None) -> None:
        """Offer the ways back while the desk is open, in front of `over`; the program starts anew after it."""
        from desk_app.shell import rescue_dialog

        assert self.desk is not None
        self._window.keep_drafts()
        self.desk.db.close()
        why = translate("Rescue", "数据文件有损坏。做完后程序会重新启动。")
        if rescue_dialog.ask(over or self._window, self._paths, why, is_open=True) is True:
            self.leave(restart=True)

    def leave(self, *, restart: bool = False) -> None:
        """End the program, whatever is open; with `restart` it begins anew on the same data."""
        self._app.exit(RESTART if restart else 0)

    def _on_opened(self, opened: tuple[Database, Reading]) -> None:
        from desk_app.core.attachments import Archive
        from desk_app.kit import background
        from desk_app.kit.desk import Desk

        database, first = opened
        registers = [room.register() for room in REGISTERS]
        desk = Desk(database, self._paths, Archive(self._paths.archive), self._prefs, registers=registers)
        from desk_app.shell.lock import Lock

        desk.refusals = _is_refused
        self._lock = Lock(self._app, self._window)
        self._lock.leave_requested.connect(self._window.close)
        self._lock.entered.connect(self._on_entered)
        self._lock.damaged.connect(self.rescue)
        self._lock.cover()
        steps = self._window.start(desk, first)
        background.in_steps(self, *steps, lambda: self._connect(desk), self._begin)

    def _connect(self, desk: Desk) -> None:
        from desk_app.kit.clipboard import ClipboardGuard
        from desk_app.kit.scanner import Scanner
        from desk_app.shell.checking import Checking
        from desk_app.shell.purging import Purging
        from desk_app.shell.tidying import Tidying

        self.desk = desk
        self._tidying = Tidying(desk, self)
        self._checking = Checking(desk, self)
        self._purging = Purging(desk, self)
        self._checking.alarmed.connect(self.tell_alarm)
        self._checking.stalled.connect(self._tell_stalled)
        self._purging.stalled.connect(self._tell_stalled)
        self.desk.dialog_requested.connect(self.open_dialog)
        self.desk.muster_requested.connect(lambda: self.open_dialog("muster"))
        self._window.header.quick_find.set_search(self._find)
        self._window.header.quick_find.chosen.connect(self._on_found)
        self._clipboard = ClipboardGuard(self._clipboard_seconds, self)
        self.desk.revealed.connect(self._clipboard.watch)
        self._app.aboutToQuit.connect(self._clipboard.forget_all)
        if self._lock is not None:
            self._lock.locked.connect(self._clipboard.forget_all)
        self._scanner = Scanner(self._app)
        self._scanner.setParent(self)
        self._scanner.scanned.connect(self.open_code)
        self.set_up_scanner()
        self.filled.emit()

    def _begin(self) -> None:
        assert self.desk is not None and self._lock is not None
        QTimer.singleShot(0, self, self._warm_up)  # once the dialog is built: while it waits for an answer
        if self._unseen:
            self._lock.open()
        else:
            self._lock.begin(self.desk)

    def _on_entered(self, is_first: bool) -> None:
        """Somebody signed in: say what is late, what a check found, and that there is no code on paper yet."""
        from desk_app.shell import checking, recovery_dialog

        self._window.sound_alarm()
        if self.desk is None or self.desk.actor is None:
            return
        self._window.banner.say("record", checking.reminder(self.desk))
        begins, before = self._last_in is None, self._last_in
        self._last_in = self.desk.actor.staff_id
        if before != self._last_in:  # not again after every short absence
            recovery_dialog.remind(self, ask=is_first)
        if begins:
            self.begun.emit()

    def _warm_up(self) -> None:
        from desk_app.kit import background
        from desk_app.shell.loader import warm_up

        background.run(
            lambda _progress: warm_up(),
            on_done=lambda _done: self._window.build_ahead(),
            parent=self,
            lasting=True,
        )

    def _clipboard_seconds(self) -> int:
        from desk_app.core import access, settings

        assert self.desk is not None
        with self.desk.read() as session:
            return settings.get(session, access.CLIPBOARD_SECONDS)

    def _find(self, text: str) -> Sequence[Suggestion]:
        from desk_app.shell.finding import suggestions

        assert self.desk is not None
        self._searched = text
        with self.desk.read() as session:
            return suggestions(session, text, actor=self.desk.actor)

    def _on_found(self, target: object) -> None:
        from desk_app.shell.finding import Target

        if isinstance(target, Target):
            assert self.desk is not None
            self.desk.note_query(target.kind, self._searched)
            self._open_target(target.kind, target.uid)

    def set_up_scanner(self) -> None:
        """Let the scanner know its settings, how the badges in stock are named, and the registers' own codes."""
        from desk_app.core import badges, settings
        from desk_app.kit.scanner import PATTERN
        from desk_app.registers import REGISTERS

        if self.desk is None or self._scanner is None:
            return
        with self.desk.read() as session:
            config = settings.load(session)
            names = {re.sub(r"\d+$", "", badge.code) for badge, _loan in badges.stock(session)}
        listed = "|".join(re.escape(name) for name in sorted(names))
        own = [codes for room in REGISTERS if (codes := room.register().codes)]
        pattern = "|".join([PATTERN, *([rf"(?:{listed})\d{{3,4}}"] if names else []), *own])
        self._scanner.set_up(pattern, config.get(settings.SCAN_PREFIX), config.get(settings.SCAN_SUFFIX))

    def open_code(self, code: str) -> None:
        """Open what a scanned code belongs to: a number, or the badge somebody holds."""
        from desk_app.shell.finding import by_code

        if self.desk is None or (self._lock is not None and self._lock.is_locked):
            return
        modal = self._app.activeModalWidget()
        with self.desk.read() as session:
            target = by_code(session, code)
        take = getattr(modal, "take_code", None)
        if take is not None:
            take(code)
        elif modal is not None:
            self._window.foot.say(
                translate("Window", "扫到 {code}。请先关闭对话框再扫。").format(code=code), "due"
            )
        elif self._window.take_code(code):
            pass
        elif target is not None:
            self._open_target(target.kind, target.uid)
            self._window.take_code(code)
        elif not self._window.take_badge(code):
            self._window.foot.say(
                translate("Window", "扫到 {code},没有找到对应的记录。").format(code=code), "due"
            )

    def _open_target(self, kind: str, uid: str) -> None:
        if kind == "room":
            from desk_app.shell.premises_dialog import PremisesDialog

            assert self.desk is not None
            PremisesDialog(self, uid).exec()
        else:
            self._window.open_record(kind, uid)

    def _lend_keys(self, _focused: object) -> None:
        """Let F6 open the call card and F9 lock over a dialog as well: neither telephone nor stranger waits for it."""
        dialog = self._app.activeModalWidget()
        if not isinstance(dialog, QDialog) or (self._lock is not None and self._lock.is_locked):
            return
        from desk_app.kit.progress_dialog import ProgressDialog

        if isinstance(dialog, ProgressDialog):
            return
        if dialog.findChild(QShortcut, LENT) is None:
            for name, do in (("F6", self._take_call), ("F9", self.lock)):
                key = QShortcut(QKeySequence(name), dialog)
                key.setObjectName(LENT)
                key.activated.connect(do)

    def _take_call(self) -> None:
        self._window.take_call(self._app.activeModalWidget())

    def _open_menu(self) -> None:
        if self.desk is None:
            return
        from desk_app.shell.menu import open_menu

        open_menu(self)

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._window

    @property
    def paths(self) -> Paths:
        """Where the data is."""
        return self._paths

    @property
    def prefs(self) -> QSettings:
        """This computer's preferences."""
        return self._prefs

    @property
    def app(self) -> QApplication:
        """The application."""
        return self._app
