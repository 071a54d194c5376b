"""Where the program's own files lie: fonts, icons, translations, tables."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "resources"


def path(name: str) -> Path:
    """Return the path of the resource `name`, e.g. "holidays.csv"; it need not exist."""
    return ROOT / name
