"""Notes of restores beside the backups, sealed with the key of the chain.

The backups' manifests hold heads of the history outside the file: one that was cut, written anew or exchanged for an
older one no longer has them all. A restore leaves a line of the history behind as well, and says so here.
"""

from __future__ import annotations

import hmac
import json
from datetime import datetime
from pathlib import Path

from desk_app.core import clock, files

NOTE = "restored.notes"


def note(folder: Path, chain: bytes, number: int) -> None:
    """Say that the history goes on from its `number`th link; OSError when the disk refuses."""
    said = {"at": clock.now().isoformat(), "number": number}
    lines = [*_lines(folder), {**said, "seal": _seal(chain, said)}]
    files.write_whole(folder / NOTE, json.dumps(lines, indent=1).encode())


def known(folder: Path, chain: bytes) -> list[tuple[datetime, int]]:
    """Return when a restore went back to which number; a note that was not sealed with this key counts for nothing."""
    found = []
    for line in _lines(folder):
        seal = str(line.pop("seal", ""))
        if hmac.compare_digest(seal, _seal(chain, line)):
            found.append((datetime.fromisoformat(str(line["at"])), int(str(line["number"]))))
    return found


def _lines(folder: Path) -> list[dict[str, object]]:
    try:
        found = json.loads((folder / NOTE).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [dict(line) for line in found if isinstance(line, dict)] if isinstance(found, list) else []


def _seal(chain: bytes, said: dict[str, object]) -> str:
    return hmac.digest(chain, json.dumps(said, sort_keys=True).encode(), "sha256").hex()
