"""What Qt itself complains of goes into the program's log, without the names and numbers it may quote."""

from __future__ import annotations

import logging
import re
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desk_app.core import log

LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
MOST = 200
"""So many lines a run: a complaint at every paint shall not fill the log."""
_QUOTED = re.compile(r"""(["'])[^"']*["']|\S*[/\\]\S*""")
_FOREIGN = re.compile(r"[^\x20-\x7e]+|\d{3,}")


def scrub(text: str) -> str:
    """Return a message of Qt's without what may be a user's: quotations, paths, numbers, letters that are not English."""
    return _FOREIGN.sub("…", _QUOTED.sub("…", text))[:300]


def install() -> None:
    """Write Qt's warnings and errors into the log from now on.

    What is below a warning is silent unless somebody asked Qt for it with QT_LOGGING_RULES: it goes where they look.
    """
    left = [MOST]

    def write(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind in LEVELS and left[0]:
            left[0] -= 1
            log.LOG.log(LEVELS[kind], "Qt %s", scrub(text))
        elif kind not in LEVELS and sys.stderr is not None:  # a windowed program on Windows has no stderr
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

    qInstallMessageHandler(write)


def uninstall() -> None:
    """Leave Qt's messages to Qt."""
    qInstallMessageHandler(None)
