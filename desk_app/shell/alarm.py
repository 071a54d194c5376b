"""What has just become late is said aloud: a red line at the foot and, unless muted, a sound (domain.md §5.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desk_app.core.declare import Due, Tone
from desk_app.core.i18n import named, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk_app.kit.desk import Desk

SOUND = "window/sound"
"""The preference of this computer: "on" or "off"."""


class Alarm:
    """Remembers what was late already; the focus is never taken (S0㈠2, F05 确认超时 · 播报)."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()

    def check(self, desk: Desk, found: Sequence[tuple[str, Due]]) -> list[Due]:
        """Tell what has become late since the last check; returns it, the longest overdue first."""
        late = {(key, due.uid): due for key, due in found if due.tone is Tone.LATE}
        new = [due for key, due in late.items() if key not in self._known]
        self._known = set(late)
        if new:
            desk.notice(self._sentence(new), "late")
            if desk.prefs.value(SOUND, "on") != "off":
                QApplication.beep()
        return new

    def _sentence(self, new: list[Due]) -> str:
        first = new[0]
        said = named(first.label, f"{first.title} {first.detail}".strip())
        if len(new) == 1:
            return said
        return translate("Today", "{first};另有 {n} 项超时,见「今日」").format(first=said, n=len(new) - 1)
