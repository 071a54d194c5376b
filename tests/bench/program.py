"""The real program, `python -m desk_app run`, watched: `python -m tests.bench.program GOAL --data-dir DIR`.

GOAL is how far it goes: "paint" the first paint, "filled" 今日 shows the day, "freeze" three seconds after the paint,
"blocked" the same with everything loaded on the GUI thread, "printed" all is loaded and one paper was drawn.
Nothing in the program knows of this: `desk_app.app.open_window` is wrapped as soon as that module is imported.
"""

from __future__ import annotations

import runpy
import sys
import time
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

from tests.bench import watch

WATCHED_SECONDS = 3.0


class Finder:
    """Lets the import of desk_app.app take its course and wraps `open_window` at the end of it."""

    goal = ""

    @classmethod
    def find_spec(cls, name: str, path: Any, _target: object = None) -> ModuleSpec | None:
        """Find desk_app.app as usual, to be wrapped; everything else is left to the others."""
        if name != "desk_app.app":
            return None
        spec = PathFinder.find_spec(name, path)
        assert spec is not None and spec.loader is not None
        usual = spec.loader.exec_module

        def execute(module: ModuleType) -> None:
            usual(module)
            wrap(module, cls.goal)

        spec.loader.exec_module = execute  # type: ignore[method-assign]
        return spec


def wrap(module: ModuleType, goal: str) -> None:
    """Watch the window that `module.open_window` opens."""
    really = module.open_window

    def open_window(app: Any, paths: Any) -> tuple[Any, Any]:
        window, controller = really(app, paths)
        if goal == "paint":
            watch.on_first_paint(window, watch.tell)
        elif goal == "filled":
            controller.filled.connect(lambda: (window._today.repaint(), watch.tell()))
        elif goal == "printed":
            controller.filled.connect(lambda: print_one(controller))
        else:
            if goal == "blocked":
                load_at_once()
            watch.on_first_paint(window, lambda: count_freezes(window))
        return window, controller

    module.open_window = open_window  # type: ignore[attr-defined]


def count_freezes(parent: Any) -> None:
    """Let a timer beat every millisecond; the longest time between two beats is the longest freeze."""
    from PySide6.QtCore import Qt, QTimer

    start = time.perf_counter()
    last, longest, at = start, 0.0, 0.0

    def beat() -> None:
        nonlocal last, longest, at
        now = time.perf_counter()
        if now - last > longest:
            longest, at = now - last, last - start
        last = now
        if now - start > WATCHED_SECONDS:
            watch.tell(longest=longest, after=at)

    timer = QTimer(parent, interval=1, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start()


def load_at_once() -> None:
    """Do on the GUI thread what the program does on others: the way it would be without them."""
    from desk_app.kit import background

    def run(function: Any, on_done: Any = None, on_failed: Any = None, **_options: Any) -> None:
        result = function(background.Progress(lambda *_: None, background.threading.Event()))
        if on_done:
            on_done(result)

    background.run = run  # type: ignore[assignment]


def print_one(controller: Any) -> None:
    """Wait until nothing is loading any more, draw one paper as the program does, then tell."""
    from PySide6.QtCore import QTimer

    def look() -> None:
        import json

        from desk_app.kit import background

        if background._running:
            return
        from desk_app.core.paths import FORMS
        from desk_app.documents import draw, template

        form = template.load(FORMS / "release_slip" / "form.toml")
        draw.render(form, json.loads((FORMS / "release_slip" / "sample.json").read_text("utf-8")))
        watch.tell()

    timer = QTimer(controller, interval=50)
    timer.timeout.connect(look)
    timer.start()


def main() -> None:
    """Run the program towards the goal."""
    Finder.goal, *rest = sys.argv[1:]
    sys.meta_path.insert(0, Finder)  # type: ignore[arg-type]
    sys.argv = ["desk_app", "run", *rest]
    runpy.run_module("desk_app", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
