"""The program's own log: what happened, never whom it concerned (no names, IDs or telephones)."""

from __future__ import annotations

import faulthandler
import logging
import platform
import secrets
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("desk")


def start(folder: Path, *, native: bool = True) -> None:
    """Write the log, and the traces of native crashes, into `folder`."""
    handler = RotatingFileHandler(folder / "desk.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    if native:
        faulthandler.enable((folder / "native.log").open("a", encoding="utf-8"))
    LOG.info("start python=%s system=%s", platform.python_version(), platform.system())


def stop() -> None:
    """Close the log."""
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()


def crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Log a bug under a new error number and return that number.

    The text of the error may hold people's data: only its type and the places are written.
    """
    number = "E" + secrets.token_hex(4).upper()
    places = " | ".join(
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    )
    LOG.error("%s %s %s", number, kind.__name__, places)
    return number


def hook(show: Callable[[str], None] | None = None) -> None:
    """Send every uncaught error to the log; `show(number)` tells the user, from the main thread only."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        number = crash(kind, error, trace)
        if show is not None:
            show(number)

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or Exception(), args.exc_traceback
    )
