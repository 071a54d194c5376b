"""The list of a register: T1, T2, T3 of speed.md §8, and how long a list of a million holds the window."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.bench.harness import (
    Bar,
    NotMeasured,
    Reading,
    Site,
    all_days,
    child,
    of_pairs,
    percentile,
    ratio,
    shown,
    timed,
)

MUCH = 60
"""Jumps and repaints in one round."""


@cache
def _window(folder: Path):
    """Return the list on a database, built once a run."""
    from tests.bench.list_window import ListWindow

    return ListWindow(folder)


def show(site: Site) -> Reading:
    """T1: show everything there is in the largest register and in one a tenth of it."""
    few, many = (_window(site.folder(size)) for size in site.sizes)
    pairs = []
    for number in range(site.rounds):
        times = {}
        for window in (many, few) if number % 2 else (few, many):
            window.show("today")
            window.settle()
            times[window] = timed(lambda window=window: window.show(all_days()))
            window.settle()
        pairs.append((times[many], times[few]))
    return of_pairs(pairs)


def jump(site: Site) -> Reading:
    """T1j: go to a place anywhere in the list and paint it, and only paint it."""
    random.seed(1)
    window = _window(site.largest)
    window.show(all_days())
    window.settle()
    pairs = []
    for _ in range(site.rounds):
        turns = [(timed(window.jump), timed(window.repaint)) for _ in range(MUCH)]
        pairs.append(tuple(percentile(times, 0.5) for times in zip(*turns, strict=True)))
    return of_pairs(pairs)


def scroll(site: Site) -> Reading:
    """T2: what the process grows by when everything is scrolled through, and when every row is loaded."""
    if site.small:
        raise NotMeasured("ten thousand rows weigh less than what any list needs")
    ours, all_rows = (
        float(child(f"from tests.bench.list_window import {do} as do; import sys; print(do(sys.argv[1]))", str(site.largest)))
        for do in ("grown_by_scrolling", "grown_by_loading")
    )  # fmt: skip
    return Reading(ours / all_rows, f"{ours:.0f} MB / {all_rows:.0f} MB")


def repaint(site: Site) -> Reading:
    """T3: paint a full screen."""
    from tests.bench.list_window import qt_view

    window = _window(site.largest)
    window.show(all_days())
    window.settle()
    view = qt_view(window.table)

    def often(paint: Callable[[], None]) -> Callable[[], None]:
        return lambda: [paint() for _ in range(10)]

    try:
        return ratio(often(window.repaint), often(view.viewport().repaint), site.rounds)
    finally:
        view.close()


def hold(site: Site) -> Reading:
    """T4: the longest time for which the window does not answer while a long list is worked with."""
    window = _window(site.largest)
    panel, table, oldest = window.panel, window.table, window.oldest()
    window.show("today")
    window.settle()

    def deep_record() -> None:
        panel.show_view("today")
        panel.show_record(oldest)

    steps = {
        "filled": lambda: panel.show_view(all_days()),
        "filtered": lambda: panel.filter_box.setText("张"),
        "unfiltered": panel.filter_box.clear,
        "saved elsewhere": lambda: panel.refill_if_stale(),
        "sorting refused": lambda: table.sort_by("name"),
        "End": window.press_end,
        "saved while at the end": lambda: panel.refill_if_stale(),
        "another view": lambda: panel.show_view("inside"),
        "a record": deep_record,
        "a record selected": lambda: (table.select_first(), panel.show_record(oldest)),
    }
    times = {}
    for name, step in steps.items():
        if name.startswith("saved"):
            window.save_elsewhere()
        times[name] = window.held(step)
    slowest = sorted(times, key=lambda name: -times[name])[:3]
    told = ", ".join(f"{name} {shown(times[name])}" for name in slowest)
    return Reading(max(times.values()) * 1000, told)


ROWS = "the same texts in Qt's own table (C++ model and delegate)"
BARS = (
    Bar("T1", "everything shown in the largest register", "a tenth of the visits", 1.6, show),
    Bar("T1j", "a jump to anywhere in the list, p50", "the same screen painted, p50", 1.5, jump),
    Bar("T2", "memory after scrolling everything to its end", "every row loaded", 0.06, scroll),
    Bar("T3", "a full screen of the list painted", ROWS, 1.7, repaint),
    Bar(
        "T4", "longest hold of the window in a long list", "one frame in the eye, 50 ms", 50, hold, unit="ms"
    ),
)
