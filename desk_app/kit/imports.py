"""Imports without what PySide does at each of them."""

from __future__ import annotations

import builtins
from importlib import import_module


def leave_sources_unread() -> None:
    """Let Python import by itself again, from now on, instead of through PySide.

    PySide's import reads the source of every module for its own name, in case the module wants `snake_case` or
    `true_property`, and Python keeps what was read: 30 MB. It also makes every `import` inside a function five times
    as long, and SQLAlchemy has eight thousand of them before the window is filled. Nobody here wants those names.
    """
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
