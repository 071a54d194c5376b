"""Keep the English translation with the texts: python -m tests.tools.translate update|release

`update` runs Qt's lupdate over desk_app/: new texts come into resources/i18n/desk_en.ts as unfinished,
texts that are gone leave it. Translate what it names (Qt Linguist, or any editor: put the English into
<translation> and take type="unfinished" away), then `release` makes desk_en.qm, which the program loads.
Both tools come with PySide6. tests/test_texts.py fails until both files fit the code.
"""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "i18n" / "desk_en.ts"
QM = TS.with_suffix(".qm")


@dataclass(frozen=True)
class Message:
    """One text of a .ts file; `state` is "" when it is finished, else unfinished, vanished or obsolete."""

    context: str
    source: str
    english: str
    state: str


def run_tool(name: str, *arguments: str | Path) -> str:
    """Run one of Qt's tools as PySide6 brings them and return what it says; CalledProcessError if it fails."""
    program = Path(PySide6.__file__).parent / (f"{name}.exe" if os.name == "nt" else name)
    done = subprocess.run([program, *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout + done.stderr


def update(ts: Path = TS) -> str:
    """Bring `ts` up to date with the code and return what lupdate says."""
    files = sorted(path.relative_to(ROOT) for path in (ROOT / "desk_app").rglob("*.py"))
    languages = ("-source-language", "zh_CN", "-target-language", "en")
    return run_tool("lupdate", *files, *languages, "-no-obsolete", "-locations", "none", "-ts", ts)


def release(ts: Path = TS, qm: Path = QM) -> str:
    """Make the file the program loads and return what lrelease says."""
    return run_tool("lrelease", ts, "-qm", qm)


def messages(ts: Path = TS) -> Iterator[Message]:
    """Yield the messages of a .ts file."""
    for context in ElementTree.parse(ts).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            english = message.find("translation")
            assert english is not None
            yield Message(name, message.findtext("source", ""), english.text or "", english.get("type", ""))


def main(what: str) -> int:
    """Do one of the two and name what is still to be translated."""
    print((update if what == "update" else release)())
    missing = [message for message in messages() if message.state or not message.english]
    for message in missing:
        print(f"{message.context}: {message.source!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["update"], ["release"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
