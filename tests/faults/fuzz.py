"""Broken files by the hundred, and a fuzzer that looks for new ways through the parsers' code (atheris, libFuzzer).

`python -m tests.faults.fuzz PARSER [libFuzzer options]` runs one parser under it until the time is over or something
came that is no sentence.
"""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FunctionType

from tests.faults import parsers

CONTROL = "control"
WATCHED = tuple(
    f"desk_app.{name}"
    for name in (
        "core.identity", "core.phones", "core.plates", "core.money", "core.quantity", "core.rooms", "core.grams",
        "core.text", "core.roster_row", "documents.sheet_reader", "documents.roster_sheet", "documents.template",
        "documents.template_blocks", "documents.template_parts", "documents.template_checks", "documents.toml_reader",
        "kit.parse", "registers.keys.incoming", "registers.visitors.pasted",
    )
)  # fmt: skip
"""The modules in which the fuzzer looks for ways it has not been on."""
FILES = ("roster", "key_list", "form")


@dataclass
class Came:
    """What came of it: how much was tried, refused in words, and what else was raised."""

    tried: int = 0
    refused: int = 0
    unexpected: Counter[str] = field(default_factory=Counter)


def break_files(each: int, careless: Callable[[bytes], object] | None = None) -> Came:
    """Read so many broken files of each kind; a `careless` reader in the place of ours is the control."""
    came = Came()
    for name in FILES:
        for data in parsers.broken(name, each):
            came.tried += 1
            try:
                (careless or parsers.PARSERS[name])(data)
            except (parsers.KnownError, parsers.RuleError) as error:
                came.refused += bool(error.text)
            except Exception as error:
                came.unexpected[f"{name}: {type(error).__name__}"] += 1
    return came


def _code_of(thing: object, module: str) -> Iterator[FunctionType]:
    """Yield a function of the module, or those of a class of it."""
    if getattr(thing, "__module__", "") == module:
        for one in [thing, *(vars(thing).values() if isinstance(thing, type) else ())]:
            if isinstance(one, FunctionType):
                yield one


def stub(data: bytes) -> None:
    """Stand for a parser with a bug that only a guided search comes to soon."""
    if data[:1] == b"D" and data[1:2] == b"E" and data[2:3] == b"S" and data[3:4] == b"K":
        raise LookupError


def hunt(name: str, seconds: int, work: Path) -> tuple[int, str]:
    """Run the fuzzer on one parser; returns how many inputs it tried and what it found, "" for nothing."""
    corpus = work / name
    corpus.mkdir(parents=True)
    for number, seed in enumerate(parsers.seeds(name) if name != CONTROL else ()):
        (corpus / f"seed{number}").write_bytes(seed)
    command = [sys.executable, "-m", "tests.faults.fuzz", name, str(corpus), f"-max_total_time={seconds}", "-seed=1",
               "-max_len=65536", "-rss_limit_mb=4096", "-print_final_stats=1", f"-artifact_prefix={corpus}/"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds * 4 + 60)
    told = done.stdout + done.stderr
    count = re.search(r"stat::number_of_executed_units:\s*(\d+)", told)
    if done.returncode:
        said = re.search(r"UNEXPECTED (.*)", told)
        return int(count[1]) if count else 0, said[1] if said else told[-300:].replace("\n", " ")
    return int(count[1]) if count else 0, ""


def run(arguments: list[str]) -> None:
    """Fuzz the parser that is named; does not return."""
    import atheris

    name = arguments[0]
    parser = {**parsers.PARSERS, CONTROL: stub, "all": parsers.any_of_them}[name]
    if name == CONTROL:
        atheris.instrument_func(parser)
    for module in () if name == CONTROL else [parsers, *map(importlib.import_module, WATCHED)]:
        for value in [
            one for thing in list(vars(module).values()) for one in _code_of(thing, module.__name__)
        ]:
            atheris.instrument_func(value)

    def once(data: bytes) -> None:
        error = parsers.tried(parser, data)
        if error is not None:
            place = traceback.extract_tb(error.__traceback__)[-1]
            print(
                f"UNEXPECTED {type(error).__name__} {place.filename}:{place.lineno} {data[:80]!r}", flush=True
            )
            raise error

    atheris.Setup([sys.argv[0], *arguments[1:]], once)
    atheris.Fuzz()


if __name__ == "__main__":
    run(sys.argv[1:])
