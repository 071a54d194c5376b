"""What both windows of bars_start.py carry: who tells when the first paint is done, and what the process is then."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "reportlab", "pypdfium2", "openpyxl", "PIL", "pypinyin")


def memory() -> float:
    """Return this process's resident memory in MB; 0 where the system does not tell."""
    try:
        with Path("/proc/self/status").open(encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0.0


def tell(**more: object) -> None:
    """Print what this process came to in one line and end it at once."""
    facts = {
        "at": time.perf_counter(),
        "cpu": time.process_time(),
        "memory": memory(),
        "heavy": [name for name in HEAVY if name in sys.modules],
    }
    print(facts | more, flush=True)
    os._exit(0)


def on_first_paint(window: object, do: Callable[[], object]) -> None:
    """Call `do` when the first paint of a window is done: in the next turn of the event loop."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                window.removeEventFilter(self)  # type: ignore[attr-defined]
                QTimer.singleShot(0, do)
            return False

    watch = Watch(window)  # type: ignore[arg-type]
    window.installEventFilter(watch)  # type: ignore[attr-defined]
