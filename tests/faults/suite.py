"""What the fault suite puts the program through: each kind in its quick and its long form, with its control."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults import (
    claims,
    cuts,
    damage,
    disk_full,
    fuzz,
    guesser,
    io_faults,
    kills,
    lab,
    servers,
    soak,
    stage_io,
    stage_kills,
    tamper,
    turned,
)  # fmt: skip


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
    units: int
    files: int
    fuzzing: int
    examples: int
    damages: int
    salvage_every: int
    growth: float
    flat: float
    guessers: int
    turned: int
    rounds: int
    desks: tuple[tuple[int, int], ...]
    cut_off: int


QUICK = Scale(
    (100, 40), 5_000, 300, 5, 9, 700, 140, 60, 5_000, 60, 8, 3.0, 1.05, 1, 120, 30, ((4, 40), (8, 20)), 6
)
LONG = Scale(
    (700, 300),
    50_000,
    2_000,
    1,
    300,
    50_000,
    1_700,
    600,
    200_000,
    1_000,
    1,
    1.0,
    1.03,
    10,
    1_200,
    300,
    ((4, 150), (8, 2_000)),
    100,
)


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


def stage_io_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Let the n-th call fail in a backup, a restore and an upgrade; the control restores without care."""
    for name in stage_io.STAGES:
        came = stage_io.run(work, name, scale.growth)
        told = f"{came.refused} refused, {came.absorbed} absorbed, {came.lost} lost, {came.broken} broken, {came.stuck} stuck"
        if name == "control":
            yield Row("control: failing calls, restored in place", came.injections, told, came.broken > 0)
            continue
        wrong = came.lost or came.broken or came.stuck or came.unexpected
        told = f"{told} {'; '.join(came.unexpected[:2])}".strip()
        yield Row(f"failing calls, {name}", came.injections, told, not wrong and came.refused > 0)


def disk_rows(_scale: Scale, work: Path) -> Iterator[Row]:
    """Let the disk be full at six moments in each place that is written to."""
    came = disk_full.fill(work)
    told = f"{came.refused} refused, {came.fitted} fitted {'; '.join(came.wrong[:2])}".strip()
    yield Row("disk full", came.cases, told, not came.wrong and came.refused > came.cases / 2)
    found = disk_full.fill(work, disk_full.CONTROL).wrong
    yield Row("control: disk full, written in place", 1, f"{len(found)} half", len(found) == 1)


def stage_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Kill the program in the middle of its long works."""
    for name, make in stage_kills.stages(work).items():
        came = make().run(scale.stages)
        told = f"{came.before} in the middle, {came.after} after it {'; '.join(came.wrong[:2])}".strip()
        yield Row(f"kill -9, {name}", came.kills, told, not came.wrong and came.before > 0)
    came = stage_kills.InPlace(work / "control").run(scale.stages)
    told = f"{len(came.wrong)} parts of {came.before} in the middle"
    yield Row("control: kill -9, restored in place", came.kills, told, bool(came.wrong))


def hostile_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Put hostile text into every field of every form, and look at every place it comes to; first the controls."""
    from tests.faults import hostile, hostile_paint
    from tests.faults.hostile_desk import HostileDesk, Trap, application
    from tests.faults.seeing import Came, watch_python

    app = application()
    trap = Trap(work / "trap")
    opened, unseen = watch_python(trap), hostile_paint.controls(trap)
    yield Row(
        "control: markup, a file opened, a slow paint, a formula",
        4,
        f"unseen: {unseen or 'none'}",
        not unseen,
    )
    desk, known = HostileDesk(work, app), hostile.known_texts(trap)

    def told(name: str, came: Came, said: str) -> Row:
        wrong = "; ".join(f"{what} {how}" for what, how in list(came.wrong.items())[:3])
        return Row(f"hostile text, {name}", came.examples, f"{said} {wrong}".strip(), not came.wrong)

    for name, prove in hostile.PROPERTIES.items():
        came = prove(desk, known, scale.examples)
        yield told(name, came, f"{came.taken} taken" if came.taken else "")
    for name, came in (
        ("painted", hostile_paint.painted(desk, known)),
        ("10 MB pasted", hostile_paint.pasted(desk)),
    ):
        yield told(name, came, f"slowest paint {came.slowest * 1000:.0f} ms")
    files = [*opened, *(["by Qt"] if trap.opened() else [])]
    yield Row("hostile text, files opened", 1, f"{len(files)} {'; '.join(files[:2])}".strip(), not files)
    desk.close()


def file_rows(scale: Scale, _work: Path) -> Iterator[Row]:
    """Read broken rosters, lists of keys and templates."""
    came = fuzz.break_files(scale.files)
    told = f"{came.refused} refused in words {'; '.join(came.unexpected)}".strip()
    yield Row(
        "broken rosters and templates",
        came.tried,
        told,
        not came.unexpected and came.refused > came.tried / 3,
    )


def file_control(_scale: Scale, _work: Path) -> Iterator[Row]:
    """Read them with a reader that takes every file for a table of settings: what it raises must be seen."""
    came = fuzz.break_files(20, lambda data: tomllib.loads(data.decode()))
    found = sum(came.unexpected.values())
    yield Row("control: broken files, a careless reader", came.tried, f"{found} unexpected", found > 0)


def fuzz_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Let the fuzzer look for what a parser does not refuse in words; first it must find a bug that is put there."""
    if importlib.util.find_spec("atheris") is None:
        yield Row("fuzzer: not run, no atheris for this computer", 0, "", passed=sys.platform != "linux")
        return
    count, found = fuzz.hunt(fuzz.CONTROL, 60, work)
    yield Row("control: a parser with a bug", count, found, "LookupError" in found)
    for name in ("all",) if scale is QUICK else fuzz.parsers.PARSERS:
        count, found = fuzz.hunt(name, scale.fuzzing, work)
        yield Row(f"fuzzer, {name} parsers, {scale.fuzzing} s", count, found, not found and count > 0)


def tamper_rows(_scale: Scale, work: Path) -> Iterator[Row]:
    """Alter the record in every known way, and not at all."""
    came = tamper.tamper(work)
    told = f"{came.by_itself} found in the file itself, {came.by_head} by a head outside {', '.join(came.missed)}".strip()
    yield Row("tampering", came.tried, told, not came.missed)
    yield Row("control: nothing altered", 1, came.untouched or "nothing found", not came.untouched)


def soak_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Work through a week with backups, checks and purges beside it; the first four days warm up."""
    came = soak.soak(work, scale.units)
    grown = (max(came.memory[4:]) - came.memory[3]) / 1024
    told = (
        f"{came.backups} backups, {came.checks} checks, {came.purged} de-identified, {len(came.errors)} errors, memory {came.memory[3] / 1024:.0f} MB "
        f"{grown:+.1f}, files open {came.handles[0]} then {came.handles[-1]} {'; '.join(came.errors[:2])}"
    )
    flat = soak.is_flat(came, scale.flat)  # a short week has not filled every cache
    passed = not came.errors and came.purged > 0 and all(flat)
    yield Row("soak: a week, units of work", came.units, told.strip(), passed)
    came = soak.soak(work / "control", 70, leaking=True)
    told = f"memory {came.memory[3] / 1024:.0f} then {came.memory[-1] / 1024:.0f} MB, files open {came.handles[0]} then {came.handles[-1]}"
    yield Row(
        "control: soak, memory and a file kept every day",
        came.units,
        told,
        not any(soak.is_flat(came, scale.flat)),
    )


def damage_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Damage the file in eight ways, open it, check it, salvage it; first the controls."""
    site = damage.Site(work / "site")
    missed, count = damage.missed_without_checksums(site.place.database, scale.damages)
    yield Row("control: one bit in a file without checksums", count, f"{missed} not found", missed > 0)
    known = damage.seen(site)
    told = f"{known.lost} lost, {known.wrong + known.old} wrong"
    yield Row("control: a row changed, a row taken away", 2, told, (known.lost, known.wrong) == (1, 1))
    every = scale.salvage_every  # to the salvage all flips are the same: a bad page
    for kind in damage.KINDS:
        came = damage.Outcome()
        for seed in range(scale.damages):
            site.trial(kind, seed, came, salvaging=not seed % (2 * every if kind in damage.FLIPS else every))
        found = ", ".join(f"{count} {what}" for what, count in came.found.most_common())
        told = (
            f"found by: {found}; {came.started} started all the same; {came.salvaged} salvaged: "
            f"{came.lost} of {came.rows} rows lost (at worst {came.worst:.2%}), {came.wrong} wrong, "
            f"{came.old} as in the backup, {came.breaks} breaks told {'; '.join(came.crashed[:2])}"
        ).strip()
        # a stale page fits its checksum
        seen = came.found["checksums and structure"] == came.trials or kind == "a stale page"
        kept = (came.worst <= 0.01 and not came.wrong) if kind in damage.ONE_PAGE else came.worst <= 0.1
        yield Row(f"damage, {kind}", came.trials, told, seen and kept and not came.crashed)


def rights_rows(_scale: Scale, work: Path) -> Iterator[Row]:
    """Knock at every gate as every post and as nobody; look at what every screen hides."""
    from tests.faults import gates

    house = gates.House(work / "house")
    came, cells = gates.matrix(house)
    told = f"{came.passed} passed, {came.refused} refused, {came.noted} in the access log {'; '.join(came.wrong[:2])}"
    yield Row(
        "rights, verbs by posts and nobody", len(cells), told.strip(), not came.wrong and came.refused > 0
    )
    yield Row(
        "rights, what screens offer by posts", came.shown, f"{came.hidden} hidden, as refused", not came.wrong
    )
    altered, missed = gates.unseen(house, cells)
    house.db.close()
    yield Row("control: a cell, a gate, a screen altered", altered, f"unseen: {missed or 'none'}", not missed)


def login_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Guess passwords and PINs at every moment one may, for weeks; then with the counter forgotten."""
    hourly, daily, count = guesser.allowed(guesser.HOUR), guesser.LOCKED, scale.guessers
    fresh = lab.build(work / "fresh")
    for name, guess, most in (
        ("passwords", guesser.guess_password, (hourly, daily)),
        ("PINs", guesser.guess_pin, (guesser.PIN_RESTS, guesser.PIN_RESTS)),
    ):
        came = [guess(lab.copied(fresh, work / f"{name}{seed}"), seed) for seed in range(1, count + 1)]
        first, day = max(one.first_hour for one in came), max(one.first_day for one in came)
        wrong = [what for one in came for what in one.wrong]
        told = (
            f"of {sum(one.asked for one in came)} asked; {first} in the first hour, {day} on the first day, stopped after "
            f"{max(one.tries for one in came)} on day {min(one.days for one in came)}; {sum(one.killed for one in came)} "
            f"killed, {sum(one.compared for one in came)} answers as about nobody {'; '.join(wrong[:2])}"
        ).strip()
        fits = 0 < first <= most[0] and day <= most[1] and all(one.tries == guesser.STOPPED for one in came)
        yield Row(f"logins, {name} tried", sum(one.tries for one in came), told, not wrong and fits)
        got_in = sum(one.got_in for one in came)
        yield Row(f"control: the right one of {name}", count, f"{got_in} got in", got_in == count)
    blind = guesser.guess_forgotten(lab.copied(fresh, work / "forgotten"))
    many = blind.within(guesser.HOUR)
    told = f"{many} in an hour, {len(blind.wrong)} too early"
    yield Row(
        "control: logins, the counter forgotten", blind.tries, told, many > hourly and bool(blind.wrong)
    )
    yield from _code_rows(fresh, count, hourly, work)


def _code_rows(fresh: lab.Lab, count: int, hourly: int, work: Path) -> Iterator[Row]:
    """Guess the code on paper, which waits and is never barred; then with its counter forgotten."""
    came = [
        guesser.guess_code(lab.copied(fresh, work / f"codes{seed}"), seed) for seed in range(1, count + 1)
    ]
    hour, day = max(one.first_hour for one in came), max(one.first_day for one in came)
    wrong = [what for one in came for what in one.wrong]
    told = (
        f"of {sum(one.asked for one in came)} asked; {hour} in the first hour, {day} on the first day, never barred; "
        f"{sum(one.killed for one in came)} killed {'; '.join(wrong[:2])}"
    ).strip()
    fits = 0 < hour <= hourly and day <= guesser.allowed(guesser.DAY, guesser.NEVER)
    enough = all(one.tries >= guesser.STOPPED for one in came)
    yield Row(
        "logins, codes on paper tried", sum(one.tries for one in came), told, not wrong and fits and enough
    )
    got_in = sum(one.got_in for one in came)
    yield Row("control: the right code, in time", count, f"{got_in} got in", got_in == count)
    blind = guesser.guess_forgotten(lab.copied(fresh, work / "codes-forgotten"), codes=True)
    many = blind.within(guesser.HOUR)
    told = f"{many} in an hour, {len(blind.wrong)} too early"
    yield Row("control: codes, the counter forgotten", blind.tries, told, many > hourly and bool(blind.wrong))


def clock_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Turn the clock between units of work; then put there by hand what must be seen."""
    fresh = lab.build(work / "fresh")
    came = turned.work(lab.copied(fresh, work / "turned"), scale.turned)
    done = len(came.acknowledged)
    told = (
        f"{done} acknowledged, {came.refused} refused in a sentence, {came.jumps} jumps, {came.told} told, {came.zones} "
        f"zones, {len(came.wrong)} wrong {'; '.join(came.wrong[:2])}"
    ).strip()
    yield Row("clock turned, units of work", came.units, told, not came.wrong and done > came.units / 3)
    found = turned.seen(lab.copied(fresh, work / "seen"))
    yield Row("control: an end before its beginning, a number gone", 2, f"{len(found)} seen", len(found) == 2)


def instance_rows(scale: Scale, work: Path) -> Iterator[Row]:
    """Let windows reach for one folder, and desks for one key, in the same moment; then without the lock."""
    fresh = lab.build(work / "fresh")
    came = claims.Rounds(lab.copied(fresh, work / "folder"), 1).run(scale.rounds)
    ends = ", ".join(f"{count} {end}" for end, count in came.ends.items())
    told = f"{came.reached} reached, {came.refused} told who; {ends}; {len(came.acknowledged)} acknowledged"
    told = f"{told} {'; '.join(came.wrong[:2])}".strip()
    yield Row(
        "two to four windows, one folder", came.rounds, told, not came.wrong and min(came.ends.values()) > 0
    )
    lent = claims.lend(lab.copied(fresh, work / "keys"), scale.rounds)
    told = f"{lent.reached} reached, {lent.refused} refused {'; '.join(lent.wrong[:2])}".strip()
    yield Row("two to four desks, one key", lent.rounds, told, not lent.wrong)
    holders = claims.unlocked(lab.copied(fresh, work / "unlocked"))
    yield Row("control: windows without the lock", 1, f"{holders} have the folder", holders > 1)
    twice = claims.lent_twice(lab.copied(fresh, work / "twice"))
    yield Row("control: a second loan by hand", 1, f"{twice} key out twice", twice == 1)


def server_rows(scale: Scale, _work: Path) -> Iterator[Row]:
    """Let desks work on one PostgreSQL server, reach for one key, be killed or cut off; then without the lock."""
    with servers.places() as place:
        for desks, units in scale.desks:
            came = servers.work(place(), desks, units)
            told = f"{len(came.acknowledged)} acknowledged, half in {came.percentile(50):.0f} ms, 99 % in {came.percentile(99):.0f} ms"
            told = f"{told}, {came.refused} refused {'; '.join(came.wrong[:2])}".strip()
            whole = not came.wrong and len(came.acknowledged) == desks * units
            yield Row(f"server: {desks} desks at once", desks * units, told, whole)
        lent = claims.lend(place(), scale.rounds)
        told = f"{lent.reached} reached, {lent.refused} refused {'; '.join(lent.wrong[:2])}".strip()
        yield Row("server: two to four desks, one key", lent.rounds, told, not lent.wrong)
        came = servers.interrupted(place(), place.server, scale.cut_off)  # type: ignore[attr-defined]
        told = f"{len(came.acknowledged)} acknowledged, {came.refused} refused in a sentence {'; '.join(came.wrong[:2])}"
        yield Row("server: a desk killed, the server cut off", scale.cut_off, told.strip(), not came.wrong)
        came = servers.work(place(), 4, 40, locked=False)
        told = f"{len(came.wrong)} wrong or failed, {came.refused} refused"
        yield Row("control: desks without the lock", 160, told, len(came.wrong) + came.refused > 0)


KINDS: dict[str, tuple[Callable[[Scale, Path], Iterator[Row]], ...]] = {
    "cuts": (cut_rows, cut_control),
    "kills": (kill_rows, kill_control),
    "io": (io_rows, stage_io_rows),
    "stages": (stage_rows,),
    "soak": (soak_rows,),
    "disk": (disk_rows,),
    "tamper": (tamper_rows,),
    "hostile": (hostile_rows,),
    "fuzz": (file_rows, file_control, fuzz_rows),
    "damage": (damage_rows,),
    "logins": (login_rows,),
    "instances": (instance_rows,),
    "server": (server_rows,),
    "clock": (clock_rows,),
    "rights": (rights_rows,),
}
"""In the order in which two lanes take them: the longest first."""
