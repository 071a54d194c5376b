"""What the window watches over while it is open: who has the data folder, backups, disk, clock, the file itself.

It looks every minute on a thread and says on the banner what it found; the desk works on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desk_app.core import claim, clock_watch, place
from desk_app.core.claim import Claim, Holder
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.shell.banner import Notice

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk
    from desk_app.shell.checking import Found
    from desk_app.shell.controller import Controller

MINUTE = 60_000
SOON = 5_000
"""How often it looks while the file, or the server, cannot be reached."""
FIRST = 3_000
"""Milliseconds after the window is filled until it looks for the first time: before the first entry is saved."""
ASKED = 1_000
"""How often it looks whether another window wants to take over."""


class Watch(QObject):
    """One per program; it lets the database be opened only when the folder may be used."""

    _gone = Signal()

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._claim: Claim | None = None
        self._from: Holder | None = None
        self._alone = True
        self._busy = False
        self._clock = clock_watch.ClockWatch()
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self.look)
        self._asked = QTimer(self, interval=ASKED)
        self._asked.timeout.connect(self._look_for_successor)
        controller.guard = self.admit
        controller.filled.connect(self._begin)
        self._gone.connect(self.look, Qt.ConnectionType.QueuedConnection)

    def admit(self) -> bool:
        """Say whether the database may be opened now; tells or asks when not."""
        folder, window = self._controller.paths.data, self._controller.window
        try:
            place.refuse_remote(folder)
        except KnownError as error:
            window.say_meanwhile(error.text)
            return False
        if self._claim is not None or not self._alone:
            return True
        with suppress(OSError):  # a folder that cannot be written: the opening says so
            found = claim.take(folder)
            if isinstance(found, Holder):
                return self._ask(found)
            self._claim = found
        return True

    def end(self) -> None:
        """Make the last backup and let the folder go."""
        self._minute.stop()
        desk = self._controller.desk
        if desk is not None and not desk.db.read_only:
            from desk_app.shell import survey

            with suppress(KnownError):  # it is loud tomorrow
                survey.back_up_changes(desk)
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def look(self) -> None:
        """Look over everything once, if the last look has ended."""
        desk = self._controller.desk
        if desk is None or self._busy or desk.db.read_only:
            return
        from desk_app.kit import background
        from desk_app.shell import survey

        self._look_at_clock(desk)
        self._busy = True
        background.run(
            lambda _progress: survey.survey(desk), on_done=self._surveyed, on_failed=self._failed, parent=self
        )

    def _ask(self, holder: Holder) -> bool:
        """Ask what to do about a window that is open already."""
        from desk_app.kit import messages

        window = self._controller.window
        text = translate(
            "Claim",
            "这份数据已在另一个窗口打开:{holder}。接管会让那个窗口保留草稿后关闭,并记入修改记录;"
            "也可以再开一个窗口,两个一起用。",
        )
        answers = (
            translate("Claim", "接管"),
            translate("Claim", "再开一个窗口"),
            translate("Claim", "退出"),
        )
        title = translate("Claim", "已有窗口打开")
        answer = messages.ask(window, title, text.format(holder=holder.told), answers, careful=True)
        if answer == 0:
            self._take_over(holder)
        elif answer == 1:
            self._alone = False
            return True
        else:
            window.close()
        return False

    def _take_over(self, holder: Holder) -> None:
        from desk_app.kit import background, messages

        window, folder = self._controller.window, self._controller.paths.data
        window.say_meanwhile(translate("Claim", "正在请另一个窗口退出…"))

        def done(found: Claim | Holder) -> None:
            if isinstance(found, Claim):
                self._claim, self._from = found, holder
            else:
                self._alone = False
                title = translate("Claim", "另一个窗口没有退出")
                text = translate("Claim", "它可能没有响应。现在再开一个窗口,两个一起用;稍后请关闭那个窗口。")
                messages.tell(window, title, text)
            self._controller.open_data()

        background.run(lambda _progress: claim.take_over(folder), on_done=done, parent=self)

    def _look_for_successor(self) -> None:
        """Leave when another window takes over; what is typed is kept."""
        if self._claim is None or self._claim.asked_by() is None:
            return
        self._asked.stop()
        self._controller.window.keep_drafts()
        self._controller.leave()

    def _begin(self) -> None:
        desk = self._controller.desk
        if desk is None:
            return
        if desk.db.read_only:
            text = translate(
                "Rescue", "只读查看:这里的改动都不会保存。要登记,请重启程序并恢复备份或抢救数据。"
            )
            self._controller.window.banner.say("read_only", Notice("late", text))
            return
        desk.db.when_gone = self._gone.emit
        if self._claim is not None:
            self._asked.start()
            desk.actor_changed.connect(self._tell_who)
            self._tell_who()
        if self._from is not None:
            self._note(desk, "take_over", {"from": self._from.told})
        unclean = self._claim.before if self._claim is not None and self._from is None else None
        QTimer.singleShot(FIRST, self, lambda: self._check(desk, unclean))
        self._minute.start()

    def _tell_who(self) -> None:
        desk = self._controller.desk
        if self._claim is not None and desk is not None and desk.actor is not None:
            self._claim.tell(desk.actor.name)

    def _check(self, desk: Desk, unclean: Holder | None) -> None:
        """Look over the data beside the window; say what is wrong, or what an unclean end left.

        Only then the registers do their daily work: the program itself writes nothing into a damaged file, and nothing
        over a tail that was cut off, before that is known.
        """
        from desk_app.kit import background
        from desk_app.shell import checking, housekeeping

        def done(found: checking.Found) -> None:
            banner = self._controller.window.banner
            if found.damage:
                banner.say("damaged", self._damaged(found.damage))
                self.look()
                return
            if found.cut:
                self._controller.tell_alarm(found.cut)
            elif unclean is not None:
                banner.say("unclean", Notice("done", _unclean(unclean, found)))
            background.run(
                lambda _progress: housekeeping.at_start(desk.db), on_done=lambda _nothing: self.look(),
                on_failed=self._failed, parent=self,
            )  # fmt: skip

        background.run(
            lambda _progress: checking.look_over(desk), on_done=done, on_failed=self._failed, parent=self
        )

    def _damaged(self, wrong: str) -> Notice:
        text = translate("Rescue", "数据文件有损坏({wrong})。请停止登记,按「处理」恢复备份或抢救数据。")
        label = translate("Rescue", "处理…")
        return Notice("late", text.format(wrong=wrong), label, self._controller.rescue)

    def _surveyed(self, found: dict[str, tuple[str, str]]) -> None:
        from desk_app.shell import survey

        self._busy = False
        self._minute.setInterval(SOON if "file" in found else MINUTE)
        banner = self._controller.window.banner
        runs: dict[str, tuple[str, Callable[[], object]]] = {
            "backup": (
                translate("Backup", "备份…"),
                lambda: self._controller.open_dialog("backup_dialog"),
            )
        }
        runs["drill"] = runs["backup"]
        for key in survey.KEYS:
            tone, text = found.get(key, ("", ""))
            banner.say(key, Notice(tone, text, *runs.get(key, ())) if text else None)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, KnownError):
            self._controller.window.banner.say("backup", Notice("late", error.text))

    def _look_at_clock(self, desk: Desk) -> None:
        jump = self._clock.look()
        if jump is not None:
            self._controller.window.banner.say("clock", Notice("late", clock_watch.sentence(jump)))
            self._note(desk, "clock_turned", {"seconds": round(jump.total_seconds())})

    def _note(self, desk: Desk, what: str, facts: dict[str, object]) -> None:
        from desk_app.core import database, events
        from desk_app.core.people import SYSTEM, Actor

        actor = Actor(SYSTEM.staff_id, SYSTEM.name, SYSTEM.roles, database.workstation())
        with suppress(KnownError), desk.db.write(actor) as session:
            events.note(session, what, facts)


def _unclean(holder: Holder, found: Found) -> str:
    """Tell an unclean end; nothing is called whole beside what an earlier check found wrong."""
    if found.is_doubtful:
        text = translate("Claim", "上次没有正常关闭({holder})。没保存的内容在草稿里。")
        return text.format(holder=holder.told)
    text = translate(
        "Claim", "上次没有正常关闭({holder})。已核对 {rows} 条记录,数据完好;没保存的内容在草稿里。"
    )
    return text.format(holder=holder.told, rows=found.rows)
