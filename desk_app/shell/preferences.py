"""What this computer prefers, out of `window.ini`: a broken file or a value that nobody offers counts as the default."""

from __future__ import annotations

from PySide6.QtCore import QSettings

OFFERED = {
    "window/language": ("zh_CN", "en"),
    "window/theme": ("light", "dark"),
    "window/scale": ("100", "110", "125", "150"),
}
"""What can be chosen, the default first."""


def choice(prefs: QSettings, key: str) -> str:
    """Return what is preferred."""
    found = str(prefs.value(key, OFFERED[key][0]))
    return found if found in OFFERED[key] else OFFERED[key][0]
