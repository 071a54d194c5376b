"""Write resources/pinyin.txt.gz from pypinyin's dictionary: python -m tests.tools.make_pinyin

One line a reading and rank: "zhong0<TAB>中重种…"; rank 0 is a character's usual reading, then 1, 2, 3.
Tones are dropped; ü is written v and, as many people type it, u. Run once; pypinyin is not needed later.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections import defaultdict

from pypinyin.pinyin_dict import pinyin_dict

from desk_app.core.pinyin import FILE, MOST_READINGS

_SINGLE = {"a", "e", "o"}


def plain(reading: str) -> list[str]:
    """Return the reading without tone; two spellings where it has ü; none where it cannot be typed."""
    letters = unicodedata.normalize("NFD", reading.replace("ɡ", "g").replace("ê", "e"))
    letters = letters.replace("u\u0308", "v")
    letters = "".join(c for c in letters if "a" <= c <= "z")
    if not letters or (len(letters) == 1 and letters not in _SINGLE):
        return []
    return [letters, letters.replace("v", "u")] if "v" in letters else [letters]


def readings(code: int) -> list[str]:
    """Return the toneless readings of a code point, the usual first."""
    found = [spelt for reading in pinyin_dict[code].split(",") for spelt in plain(reading)]
    return list(dict.fromkeys(found))[:MOST_READINGS]


def main() -> None:
    lines: dict[tuple[int, str], list[str]] = defaultdict(list)
    for code in sorted(pinyin_dict):
        if unicodedata.category(chr(code)) not in ("Lo", "Nl"):
            continue
        for rank, reading in enumerate(readings(code)):
            lines[rank, reading].append(chr(code))
    text = "".join(f"{reading}{rank}\t{''.join(chars)}\n" for (rank, reading), chars in sorted(lines.items()))
    FILE.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(FILE, FILE.stat().st_size)


if __name__ == "__main__":
    main()
