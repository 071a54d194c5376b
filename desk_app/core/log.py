"""The program's own log: what happened, never whom it concerned (no names, IDs or telephones)."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from pathlib import Path

LOG = logging.getLogger("desk")
_NOWHERE = logging.NullHandler()
LOG.addHandler(
    _NOWHERE
)  # before the log is there, nothing of it goes to a terminal: what is for people is a sentence


def start(folder: Path) -> None:
    """Write the log into `folder`; nothing when it is being written already."""
    if len(LOG.handlers) > 1:
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


def failed(what: str, error: Exception) -> None:
    """Note that a piece of the program's own work failed, and the kind of failure; its sentence may name a folder."""
    cause = error.__cause__ or error
    LOG.warning("%s failed: %s %s", what, type(cause).__name__, getattr(cause, "errno", None) or "")


def stop() -> None:
    """Close the log."""
    for handler in [one for one in LOG.handlers if one is not _NOWHERE]:
        LOG.removeHandler(handler)
        with suppress(OSError):
            handler.close()
