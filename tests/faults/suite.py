"""What the fault suite puts the program through: each kind in its quick and its long form, with its control."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults import cuts, disk_full, io_faults, kills, stage_kills


@dataclass(frozen=True)
class Row:
    """One line of the table: what was done how often, what came of it, and whether it is what is demanded."""

    what: str
    times: int
    came: str
    passed: bool


@dataclass(frozen=True)
class Scale:
    """How much of everything."""

    kills: tuple[int, int]
    images: int
    control: int
    every: int
    stages: int


QUICK = Scale((100, 40), 5_000, 300, 3, 30)
LONG = Scale((700, 300), 50_000, 2_000, 1, 300)


def kill_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Kill one desk, then two at once."""
    for writers, count in zip((1, 2), scale.kills, strict=True):
        came = kills.kill(work / str(writers), count, writers)
        told = f"{came.acknowledged} acknowledged, {came.lost} lost, {came.broken} torn, slowest opening {came.slowest * 1000:.0f} ms"
        name = "kill -9, one writer" if writers == 1 else "kill -9, two writers"
        yield Row(name, came.rounds, f"{told} {came.first}".strip(), not (came.lost or came.broken))


def kill_control(_scale: Scale, work: Path) -> Iterator[Row]:
    """Tell of units that were never committed: they must be missed."""
    place = kills.lab.build(work / "control")
    found = kills.lab.inspect(place, ["never-committed"])
    yield Row("control: an acknowledgement without a commit", 1, f"{found.lost} lost", found.lost == 1)


def cut_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Cut the power under the program's own settings, half of it with many checkpoints."""
    for mode in ("full", "full_checkpoints"):
        came = cuts.cut(work, mode, scale.images // 2)
        told = f"{came.lost} lost, {came.broken} broken {came.first}".strip()
        yield Row(f"power cut, {mode}", came.images, told, not (came.lost or came.broken))


def cut_control(scale: Scale, work: Path) -> Iterator[Row]:
    """Cut the power with synchronous NORMAL: more than 30 % of the images must have lost something."""
    came = cuts.cut(work, "normal", scale.control)
    share = came.lost / came.images
    yield Row(
        "control: power cut, synchronous NORMAL", came.images, f"{share:.0%} lost something", share > 0.3
    )


def io_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Let the n-th call fail in units of work and in opening."""
    for part in ("units", "opening"):
        came = io_faults.sweep(work, part, scale.every)
        told = (
            f"{came.refused} refused, {came.absorbed} absorbed, {came.lost} lost, {came.broken} broken, "
            f"{came.stuck} stuck {'; '.join(came.unexpected[:2])}"
        ).strip()
        wrong = came.lost or came.broken or came.stuck or came.unexpected
        yield Row(f"failing calls, {part}", came.injections, told, not wrong and came.refused > 0)


def disk_rows(_scale: Scale, work: Path) -> Iterator[Row]:
    """Let the disk be full at six moments in each place that is written to."""
    came = disk_full.fill(work)
    told = f"{came.refused} refused, {came.fitted} fitted {'; '.join(came.wrong[:2])}".strip()
    yield Row("disk full", came.cases, told, not came.wrong and came.refused > came.cases / 2)


def stage_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Kill the program in the middle of its long works."""
    for name, make in stage_kills.stages(work).items():
        came = make().run(scale.stages)
        told = f"{came.before} in the middle, {came.after} after it {'; '.join(came.wrong[:2])}".strip()
        yield Row(f"kill -9, {name}", came.kills, told, not came.wrong and came.before > 0)


KINDS: dict[str, tuple[Callable[[Scale, Path], Iterator[Row]], ...]] = {
    "cuts": (cut_rows, cut_control),
    "kills": (kill_rows, kill_control),
    "io": (io_rows,),
    "stages": (stage_rows,),
    "disk": (disk_rows,),
}
"""In the order in which two lanes take them: the longest first."""
