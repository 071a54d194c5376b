"""Imports without what PySide does at each of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def leave_sources_unread() -> None:
    """Keep PySide from reading the source of every module that is imported from now on.

    It looks there for its own name, in case the module wants `snake_case` or `true_property`, and Python keeps
    what was read: 30 MB. Nobody here wants them; a built program has no sources to look into either.
    """
    import_module("PySide6.QtCore")
    features: Any = import_module("shibokensupport.feature")
    if hasattr(features, "_mod_uses_pyside"):
        features._mod_uses_pyside = lambda _module: False
