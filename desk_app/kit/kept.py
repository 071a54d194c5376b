"""What somebody typed into a dialog that is no form waits for them when another person takes the desk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from desk_app.kit.desk import Desk

Raw = Mapping[str, object]


class Kept(QObject):
    """Keeps what `raw()` returns as a draft of who is signed in until the dialog is answered; {} keeps nothing.

    It is a child of its dialog: whoever locks the screen finds it there (shell/lock.py).
    """

    def __init__(self, dialog: QDialog, desk: Desk, name: str, raw: Callable[[], Raw]) -> None:
        super().__init__(dialog)
        self._dialog, self._desk, self._raw = dialog, desk, raw
        self._name = f"dialog.{name}"
        self._is_aside = False
        found = desk.kept_draft(self._name)
        self.back: Raw = found[1] if found else {}
        """What was typed before, to be shown again."""
        self._is_filed = bool(self.back)
        dialog.finished.connect(self._on_finished)

    def keep_draft(self) -> None:
        """Keep what is typed now."""
        raw = self._raw()
        if raw or self._is_filed:
            self._desk.keep_draft(self._name, raw)
            self._is_filed = bool(raw)

    def put_aside(self) -> None:
        """Close because somebody else takes the desk: what is typed waits for whoever typed it."""
        self.keep_draft()
        self._is_aside = True
        self._dialog.reject()

    def _on_finished(self, _result: int) -> None:
        if self._is_filed and not self._is_aside:
            self._desk.keep_draft(self._name, {})


def name_of(*words: str) -> str:
    """Return a name for what is asked in these words, which may name people: the same words, the same name."""
    return hashlib.sha256("\n".join(words).encode("utf-8", "replace")).hexdigest()[:24]
