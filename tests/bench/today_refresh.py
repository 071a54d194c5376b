"""今日 after a write, timed: `python -m tests.bench.today_refresh DIR ROUNDS`, told in one line.

`window` is the median of the GUI thread's time for one write: asking for a new reading, showing it - head,
pills, cards, list - and painting; `worst` the worst of them; `until` the median time from the commit to the paint.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from desk_app.app import open_window
from desk_app.core.paths import Paths
from desk_app.kit import theme
from tests.bench import watch

VISIT = {
    "name": "张雨薇", "party_size": 1, "org": "德勤", "phone": "13911112222", "host_room": "18-06", "host_name": "周颖",
    "purpose": "business", "confirm": "phone", "confirmed_by": "周颖",
}  # fmt: skip


def main() -> None:
    """Open the window, put somebody on duty, then write and wait, so many times."""
    app = QApplication(theme.arguments())
    window, controller = open_window(app, Paths(Path(sys.argv[1])), unseen=True)
    window.show()
    wait(app, lambda: controller.desk is not None and not window.is_reading)
    desk = controller.desk
    assert desk is not None
    from desk_app.core.people import as_actor, on_staff
    from desk_app.registers.visitors import service

    with desk.read() as session:
        actor = as_actor(on_staff(session)[0], "bench")
    desk.set_actor(actor)
    wait(app, lambda: not window.is_reading)
    spent, until = [], []
    for number in range(int(sys.argv[2])):
        with desk.db.write(actor) as session:
            service.register(session, VISIT | {"name": f"张{number}"})
        start = time.perf_counter()
        asked = timed(desk.changed.emit)
        while window._board.is_reading and window._board._job._thread.is_alive():
            time.sleep(0.0005)
        showing = timed(app.processEvents)
        assert not window.is_reading
        spent.append(asked + showing + timed(window.repaint))
        until.append(time.perf_counter() - start)
    watch.tell(window=statistics.median(spent), worst=max(spent), until=statistics.median(until))


def timed(do: Any) -> float:
    """Return how many seconds of this thread's time `do` takes; what others do on the machine does not count."""
    start = time.thread_time()
    do()
    return time.thread_time() - start


def wait(app: QApplication, ready: Any) -> None:
    """Let events pass until something is so."""
    while not ready():
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
