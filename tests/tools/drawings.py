"""Write the drawings of all state machines: python -m tests.tools.drawings -> resources/guide/states.md"""

from __future__ import annotations

from desk_app.core.i18n import in_source_language
from desk_app.core.paths import RESOURCES
from desk_app.reports import states

FILE = RESOURCES / "guide" / "states.md"
NOTE = "<!-- Written by `python -m tests.tools.drawings` from the machines in registers/*/rules.py. -->\n\n"


def text() -> str:
    """Return what the file must say."""
    with in_source_language():
        return NOTE + states.markdown(drawings=True)


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
    print(FILE)
