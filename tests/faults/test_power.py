"""The model of a power cut: what was synced stays, what was not may go in any way a disk allows."""

from __future__ import annotations

import random

from tests.faults.power import Disk, File, Step

OLD, NEW = b"o" * 1024, b"n" * 1024


def after_cuts(*steps, files=None):
    """Return every folder that a hundred cuts after these steps leave."""
    disk = Disk({path: File(data) for path, data in (files or {}).items()})
    disk.entries = dict(disk.files)
    for step in steps:
        disk.do(step)
    return [dict(disk.after_cut(random.Random(seed))) for seed in range(100)]


def step(kind, path, number=0, data=b""):
    return Step(kind, path, number, data)


def test_a_write_that_was_not_synced_is_kept_dropped_or_torn():
    found = {folder["a"] for folder in after_cuts(step("W", "a", 0, NEW), files={"a": OLD})}
    assert found == {OLD, NEW, OLD[:512] + NEW[512:], NEW[:512] + OLD[512:]}


def test_a_write_that_was_synced_is_always_there():
    assert {one["a"] for one in after_cuts(step("W", "a", 0, NEW), step("S", "a"), files={"a": OLD})} == {NEW}


def test_a_name_lasts_only_when_its_folder_was_synced():
    steps = [
        step("O", "f/a.part"),
        step("W", "f/a.part", 0, NEW),
        step("S", "f/a.part"),
        step("R", "f/a.part", 0, b"f/a"),
    ]
    assert {tuple(one) for one in after_cuts(*steps)} == {("f/a.part",), ("f/a",)}
    assert {tuple(one) for one in after_cuts(*steps, step("D", "f"))} == {("f/a",)}


def test_names_come_and_go_in_their_order():
    steps = [step("U", "a"), step("O", "b"), step("U", "c")]
    folders = {tuple(sorted(one)) for one in after_cuts(*steps, files={"a": OLD, "c": OLD})}
    assert folders == {("a", "c"), ("c",), ("b", "c"), ("b",)}


def test_cutting_to_a_size_waits_for_the_sync_too():
    found = {one["a"] for one in after_cuts(step("T", "a", 512), files={"a": OLD})}
    assert found == {OLD, OLD[:512]}
