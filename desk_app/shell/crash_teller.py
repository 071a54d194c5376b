"""Tell of what nobody caught: in the window's next turn, one at a time, with the drafts kept first."""

from __future__ import annotations

import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.core import crashes
from desk_app.core.errors import Away, KnownError, RuleError
from desk_app.core.i18n import translate

if TYPE_CHECKING:
    from desk_app.shell.window import MainWindow

AGAIN = 60
"""Seconds in which the same place is not told twice: a bug in painting would never let go of the window."""


class CrashTeller(QObject):
    """Tells of what nobody caught, one at a time, in the window's next turn: it may come from a thread or a paint."""

    _caught = Signal(str, object)

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._told: dict[str, float] = {}
        self._busy = False
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def caught(self, number: str, error: BaseException) -> None:
        """Take a crash (or, without a number, a sentence nobody showed) from any thread."""
        with suppress(RuntimeError):  # the window is gone
            self._caught.emit(number, error)

    def tell_last(self) -> None:
        """Tell once of the native crashes since the last start."""
        for number in crashes.take_up(self._folder):
            text = translate(
                "Crash",
                "上次程序突然关闭。已保存的记录都在,没写完的内容会作为草稿恢复。请把编号和下面的文件交给管理员,文件里没有客人的资料。",
            )
            self._show(translate("Crash", "上次程序突然关闭"), text, number)

    def _tell(self, number: str, error: BaseException) -> None:
        if isinstance(error, Away):
            return  # the banner tells of it as long as it lasts (shell/watch.py)
        if self._busy or not self._is_new(error):
            again = translate("Crash", "程序又出错,编号 {number}").format(number=number)
            self._window.foot.say(error.text if isinstance(error, KnownError | RuleError) else again, "late")
            return
        self._busy = True
        try:
            with suppress(Exception):  # what keeps them may be what failed; they are kept every 0.8 s anyway
                self._keep_drafts()
            if isinstance(error, KnownError | RuleError):
                from desk_app.kit import messages

                messages.tell(self._over(), translate("Crash", "没有办成"), error.text)
            else:
                text = translate(
                    "Crash",
                    "出了一个没有料到的错。已填的内容已保留,可以继续工作;刚才那一步请看一下列表再决定要不要重做。\n"
                    "请把编号和下面的文件交给管理员,文件里没有客人的资料。",
                )
                self._show(translate("Crash", "程序出错"), text, number)
        finally:
            self._busy = False

    def _keep_drafts(self) -> None:
        from desk_app.kit.record_form import RecordForm

        self._window.keep_drafts()
        for form in self._over().findChildren(RecordForm):
            form.flush_draft_if_waiting()

    def _is_new(self, error: BaseException) -> bool:
        """Say whether this place was not told of in the last minute."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        last, self._told[place] = self._told.get(place, -float("inf")), time.monotonic()
        return self._told[place] - last > AGAIN

    def _show(self, title: str, text: str, number: str) -> None:
        from desk_app.shell.crash_dialog import CrashDialog

        dialog = CrashDialog(self._over(), title, text, number, crashes.file_of(self._folder, number))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # what it stands on may be gone before it
        dialog.exec()

    def _over(self) -> QWidget:
        """Return what the user looks at: a dialog that is open, else the window."""
        return QApplication.activeModalWidget() or self._window
