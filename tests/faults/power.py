"""Power cuts: the recorded changes of the program's own engine, cut at any point, seen as a disk would keep them.

What was synced is kept; of the rest each change is kept, dropped or torn at 512 bytes, and the entries of a
folder are kept up to some point in their order (figures/safety.md §2(a)). A disk that lies about a flush is
outside this model.
"""

from __future__ import annotations

import os
import random
import shutil
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True)
class Step:
    """One recorded change: O made, W written, T cut to a size, S file synced, D folder synced, U removed, R renamed, A
    acknowledged."""

    kind: str
    path: str
    number: int
    data: bytes


def read_log(path: Path) -> list[Step]:
    """Return what a process did, in order."""
    raw, at, steps = path.read_bytes(), 0, []
    while at < len(raw):
        kind, length = struct.unpack_from("<cI", raw, at)
        at += 5
        name = raw[at : at + length].decode()
        number, size = struct.unpack_from("<QQ", raw, at + length)
        at += length + 16
        steps.append(Step(kind.decode(), name, number, raw[at : at + size]))
        at += size
    return steps


class File:
    """A file as it is on the disk for sure, and what was done to it since the last sync."""

    def __init__(self, data: bytes = b"") -> None:
        self.sure = bytearray(data)
        self.since: list[Step] = []

    def sync(self) -> None:
        """Make all of it sure."""
        for step in self.since:
            _apply(self.sure, step)
        self.since = []

    def after_cut(self, rng: random.Random, keep: str) -> bytes:
        """Return what may be found after the cut: "all", "none" or "some" of what was not synced."""
        data = bytearray(self.sure)
        for step in self.since:
            if keep == "all" or (keep == "some" and rng.random() < 0.5):
                _apply(data, step, rng if keep == "some" and rng.random() < 0.5 else None)
        return bytes(data)


def _apply(data: bytearray, step: Step, torn: random.Random | None = None) -> None:
    if step.kind == "T":
        _fit(data, step.number)
        del data[step.number :]
        return
    _fit(data, step.number + len(step.data))
    for start in range(0, len(step.data), SECTOR):
        if torn is None or torn.random() < 0.5:
            part = step.data[start : start + SECTOR]
            data[step.number + start : step.number + start + len(part)] = part


def _fit(data: bytearray, size: int) -> None:
    if len(data) < size:
        data.extend(bytes(size - len(data)))


@dataclass
class Disk:
    """A folder as the disk has it: entries that are sure, and what was done to them since the folder was synced."""

    files: dict[str, File]
    entries: dict[str, File] = field(default_factory=dict)
    since: list[tuple[Step, File | None]] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """Take a folder as it is now for sure."""
        files = {str(path): File(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
        return cls(dict(files), dict(files))

    def do(self, step: Step) -> None:
        """Follow one recorded change."""
        if step.kind == "O":
            self.files[step.path] = File()
            self.since.append((step, self.files[step.path]))
        elif step.kind in "WT":
            self.files.setdefault(step.path, File()).since.append(step)
        elif step.kind == "S":
            self.files[step.path].sync()
            self._settle(upto=step.path)
        elif step.kind == "D":
            self._settle()
        elif step.kind == "U":
            self.files.pop(step.path, None)
            self.since.append((step, None))
        elif step.kind == "R":
            target = step.data.decode()
            self.files[target] = self.files.pop(step.path)
            self.since.append((step, self.files[target]))

    def after_cut(self, rng: random.Random) -> Iterator[tuple[str, bytes]]:
        """Yield the files, with their contents, that may be found after a cut now."""
        keep = rng.choice(("all", "none", "some", "some", "some"))
        entries = dict(self.entries)
        upto = {"all": len(self.since), "none": 0}.get(keep, rng.randint(0, len(self.since)))
        for step, file in self.since[:upto]:
            _enter(entries, step, file)
        for path, file in entries.items():
            yield path, file.after_cut(rng, keep)

    def _settle(self, upto: str = "") -> None:
        """Make entries sure: all of them, or (as ext4 does) those up to the making of a file that was synced."""
        made = [n for n, (step, _file) in enumerate(self.since) if step.kind == "O" and step.path == upto]
        last = len(self.since) if not upto else (made[-1] + 1 if made else 0)
        for step, file in self.since[:last]:
            _enter(self.entries, step, file)
        del self.since[:last]


def _enter(entries: dict[str, File], step: Step, file: File | None) -> None:
    if step.kind == "O" and file is not None:
        entries[step.path] = file
    elif step.kind == "U":
        entries.pop(step.path, None)
    elif step.kind == "R" and file is not None:
        entries.pop(step.path, None)
        entries[step.data.decode()] = file


def images(
    steps: list[Step], disk: Disk, count: int, seed: int
) -> Iterator[tuple[Disk, list[str], random.Random]]:
    """Yield the disk at `count` cuts spread over the steps, with what was acknowledged before each."""
    rng = random.Random(seed)
    cuts = sorted(rng.randint(0, len(steps)) for _ in range(count))
    done, acknowledged = 0, []
    for cut in cuts:
        for step in steps[done:cut]:
            if step.kind == "A":
                acknowledged.append(step.path)
            else:
                disk.do(step)
        done = cut
        yield disk, acknowledged, rng


def put_down(files: Mapping[str, bytes], source: Path, target: Path) -> None:
    """Write one image of `source` (its files by their paths there) to `target`."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path, data in files.items():
        copy = target / os.path.relpath(path, source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(data)
