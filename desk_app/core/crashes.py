"""What is left of a bug: a number and a file that tells where it happened, never whom it concerned.

The text of an error may hold people's data: only its kind and the places are written (safety.md D15). Crashes of
native code leave a trace of their own, which the next start takes up under a number.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from desk_app.core import log
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.paths import PROGRAM

try:
    import resource
except ImportError:  # Windows: a dump is written there only when the administrator asks for it
    resource = None  # type: ignore[assignment]

KEPT = 20
"""So many crash files are kept, the newest."""

Show = Callable[[str, BaseException], object]
_native: list[TextIO] = []


def file_of(folder: Path, number: str) -> Path:
    """Return the file of a crash."""
    return folder / f"crash-{number}.txt"


def write(folder: Path, error: BaseException) -> str:
    """Write a bug into the log and a file of its own; returns its new number. A full disk does not matter."""
    number = _new_number()
    places = list(_places(error))
    with suppress(OSError):
        log.start(folder)
    log.LOG.error("%s %s", number, " | ".join(places))
    _keep(folder, number, [f"thread {threading.current_thread().name}", *places])
    return number


def hook(folder: Path, show: Show) -> None:
    """Send what nobody caught, on any thread, into a file in `folder`, then to `show(number, error)` on that thread.

    A sentence for the user (KnownError, RuleError) is no bug: it has no number, "".
    """

    def caught(error: BaseException) -> None:
        if isinstance(error, KnownError | RuleError):
            show("", error)
        elif isinstance(error, Exception):
            show(write(folder, error), error)
        else:
            sys.__excepthook__(type(error), error, error.__traceback__)

    sys.excepthook = lambda _kind, error, _trace: caught(error)
    threading.excepthook = lambda args: caught(args.exc_value or Exception())


def trace_native(folder: Path) -> None:
    """Have the traces of native crashes written into `folder`, into a file of this process; no core is dumped.

    A core would hold the key and whatever people were on the screen, in clear, wherever the system puts it (safety.md D7).
    """
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    _native.append((folder / f"native-{os.getpid()}.log").open("w", encoding="utf-8"))
    faulthandler.enable(_native[-1])


def end_native() -> None:
    """End it, with nothing left when nothing happened."""
    faulthandler.disable()
    while _native:
        file = _native.pop()
        file.close()
        with suppress(OSError):
            if not Path(file.name).stat().st_size:
                Path(file.name).unlink()


def take_up(folder: Path) -> list[str]:
    """Give numbers to the native crashes since the last start, each once; returns them.

    A file without a trace belongs to a process that runs, or was ended from outside: only the latter goes.
    """
    numbers = []
    own = {Path(file.name) for file in _native}
    for path in sorted(set(folder.glob("native*.log")) - own):
        with suppress(OSError):
            text = path.read_text("utf-8", "replace")
            if text.strip():
                numbers.append(_new_number())
                log.LOG.error("%s native crash", numbers[-1])
                _keep(folder, numbers[-1], ["native crash", *map(_short, text.splitlines())])
            if text.strip() or not _runs(path.stem.removeprefix("native-")):
                path.unlink()
    return numbers


def _new_number() -> str:
    return "E" + os.urandom(4).hex().upper()


def _places(error: BaseException) -> Iterator[str]:
    """Yield the kind of an error and of what led to it, with the places; never their texts."""
    for link in _chain(error):
        yield type(link).__name__
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"{_short(frame.filename)}:{frame.lineno} {frame.name}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    for _link in range(8):
        if link is None:
            return
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _short(text: str) -> str:
    """Return a line without the folders above the program: they may bear somebody's name."""
    for folder in (PROGRAM, Path(sys.prefix), Path(sys.base_prefix), Path.home()):
        text = text.replace(str(folder), "…")
    return text


def _keep(folder: Path, number: str, lines: list[str]) -> None:
    import platform

    head = (
        f"{number} {datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}",
        f"python {platform.python_version()}, {platform.platform()}",
    )
    with suppress(OSError):
        file_of(folder, number).write_text("\n".join((*head, *lines)) + "\n", "utf-8")
        files = sorted(folder.glob("crash-E*.txt"), key=lambda path: path.stat().st_mtime)
        for old in files[:-KEPT]:
            old.unlink()


def _runs(pid: str) -> bool:
    """Say whether a process of this number runs; where that cannot be asked, the open file keeps itself."""
    if not pid.isdigit() or os.name == "nt":
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
