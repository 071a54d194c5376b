"""The program's own log: what happened, never whom it concerned (no names, IDs or telephones)."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("desk")


def start(folder: Path) -> None:
    """Write the log into `folder`; nothing when it is being written already."""
    if LOG.handlers:
        return
    from logging.handlers import RotatingFileHandler  # brings the network along: not before the first paint

    handler = RotatingFileHandler(folder / "desk.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.handleError = _let_go  # type: ignore[method-assign]
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.info("start python=%s system=%s", sys.version.split()[0], sys.platform)


def _let_go(record: logging.LogRecord) -> None:
    """Go on when a line cannot be written: a full disk is told where it matters."""


def trace_native(folder: Path) -> None:
    """Write the traces of native crashes into `folder`."""
    faulthandler.enable((folder / "native.log").open("a", encoding="utf-8"))


def stop() -> None:
    """Close the log."""
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        with suppress(OSError):
            handler.close()


def crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Log a bug under a new error number and return that number.

    The text of the error may hold people's data: only its type and the places are written.
    """
    number = "E" + os.urandom(4).hex().upper()
    places = " | ".join(
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    )
    LOG.error("%s %s %s", number, kind.__name__, places)
    return number


def hook(folder: Path, show: Callable[[str], None] | None = None) -> None:
    """Send every uncaught error to the log in `folder`; `show(number)` tells the user, from the main thread only."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        with suppress(OSError):  # without a log the number alone is told
            start(folder)
        number = crash(kind, error, trace)
        if show is not None:
            show(number)

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or Exception(), args.exc_traceback
    )
