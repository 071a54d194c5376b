"""Keep exceptions inside Python overrides of Qt methods.

On Python 3.11 an exception that leaves an override which Qt called from a Python call ends the
process (figures/safety.md, finding 2). Every override in the house wears `@qt_guard`; a test reads the sources for it.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def qt_guard(default: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator that answers `default` when the override fails.

    The failure is a bug: it goes to `sys.excepthook` (log, crash dialog, failing test), never to Qt.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return function(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - handed on to the last door
                sys.excepthook(type(error), error, error.__traceback__)
                return default

        guarded.is_guarded = True  # type: ignore[attr-defined]
        return guarded

    return decorate
