"""Keep the English translation with the texts: python -m tests.tools.translate update|fill|release

`update` runs Qt's lupdate over desk_app/: new texts come into resources/i18n/desk_en.ts as unfinished,
texts that are gone leave it. What is to be translated comes out as lines ["context", "Chinese", "English"];
where the same Chinese stands elsewhere its English is guessed, which may be wrong here. Put the English in and
give the lines to `fill` (`… translate update > new.txt`, edit, `… translate fill < new.txt`); Qt Linguist does as
well. Then `release` makes desk_en.qm, which the program loads.
Both tools come with PySide6. tests/test_texts.py fails until both files fit the code.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

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


def fill(lines: Iterable[str], ts: Path = TS) -> None:
    """Put the English of lines ["context", "Chinese", "English"] in; lines without English are left out.

    ValueError names a text that is not in `ts`.
    """
    text = ts.read_text("utf-8")
    for line in filter(None, map(str.strip, lines)):
        context, source, english = json.loads(line)
        head, mark, rest = text.partition(f"<name>{_escaped(context)}</name>")
        block, end, tail = rest.partition("</context>")
        before, found, after = block.partition(f"<source>{_escaped(source)}</source>")
        if not (mark and found):
            raise ValueError(f"not in {ts.name}: {context}: {source!r}")
        if english:
            _old, close, others = after.partition("</translation>")
            new = f"\n        <translation>{_escaped(english)}{close}{others}"
            text = "".join((head, mark, before, found, new, end, tail))
    ts.write_text(text, "utf-8")


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def main(what: str) -> int:
    """Do one of the three and name what is still to be translated, as lines for `fill`."""
    if what == "fill":
        fill(sys.stdin)
    else:
        print((update if what == "update" else release)(), file=sys.stderr)
    missing = [message for message in messages() if message.state or not message.english]
    for message in missing:
        print(json.dumps([message.context, message.source, message.english], ensure_ascii=False))
    return 1 if missing else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["update"], ["fill"], ["release"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
