"""The two faces that every document is set in: Noto Sans SC Regular and Bold.

Importing this module loads reportlab (about 0.1 s); import it where a document is made, not
where the window is built. reportlab's traps (figures/libraries.md §1) are closed here: a missing
glyph would print as blank, and a name outside the BMP would be copied wrong.
"""

from __future__ import annotations

import mmap
import threading
from array import array
from functools import lru_cache
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from desk_app.core import resources
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

REGULAR = "DeskSans"
BOLD = "DeskSans-Bold"
FILES = {REGULAR: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-Bold.ttf"}
FOLDER = resources.path("fonts")

_UNUSED = ("name", "OS/2")
"""Tables of a font file that a PDF does not need (ISO 32000-1, 9.9.1)."""

SUBSTITUTE = "〓"
"""Printed where the font has no glyph; the printers' own mark for a missing sort."""

IN_USE = threading.RLock()
"""Held while a document is drawn: reportlab's font objects serve one document at a time."""


def register(folder: Path = FOLDER) -> None:
    """Load both faces once per process from `folder`; KnownError when a file is missing or broken."""
    with IN_USE:
        if BOLD in pdfmetrics.getRegisteredFontNames():
            return
        rl_config.useA85 = 0
        rl_config.trustedSchemes = []
        rl_config.trustedHosts = []
        ttfonts.makeToUnicodeCMap = _unicode_map
        known: dict[int, int] = {}
        for name, file in FILES.items():
            font = _load(name, folder / file)
            _slim(font.face, known)
            known = font.face.charToGlyph
            pdfmetrics.registerFont(font)


class _FontFile:
    """A font file for reportlab, which would keep all its 10 MB in memory: here what is read of it stays on the disk."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._path = path

    def read(self) -> mmap.mmap:
        """Return the file as if it had been read; KnownError when it is not there, also later than the first time."""
        try:
            with self._path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:  # ValueError: the file is empty
            raise _unreadable(self._path) from error


class _Glyphs:
    """A font's table of glyphs, read where it lies: a copy of its 10 MB takes longer than all the rest."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


def _load(name: str, path: Path) -> ttfonts.TTFont:
    try:
        file = _FontFile(path)
        font = ttfonts.TTFont(name, file, asciiReadable=0)  # only the letters in use are embedded
    except (OSError, ValueError, ttfonts.TTFError) as error:
        raise _unreadable(path) from error
    _trim(font.face, file)
    return font


def _unreadable(path: Path) -> KnownError:
    text = translate("Paper", "读不到打印字体 {path}，不能生成单据。请重新安装程序。")
    return KnownError(text.format(path=path))


def _slim(face: ttfonts.TTFontFace, known: dict[int, int]) -> None:
    """Keep one of each of the 30,000 numbers that are alike, and none that only shaped scripts (Arabic, Indic) need.

    `known` are the glyphs of a face loaded before: the two faces have the same ones.
    """
    face.glyphToChar = {}
    if face.charToGlyph == known:
        face.charToGlyph = known
    face.glyphPos = array("I", face.glyphPos)
    metrics: dict[object, object] = {}
    widths: dict[float, float] = {}
    face.hmetrics = [metrics.setdefault(both, both) for both in face.hmetrics]
    lean: dict[int, float] = {}
    for char in face.charToGlyph:
        advance = face.charWidths.get(char, face.defaultWidth)
        lean[char] = widths.setdefault(advance, advance)
    face.charWidths = lean


def _trim(face: ttfonts.TTFontFace, file: _FontFile) -> None:
    """Cut subsets without copying the whole table and without the tables that a PDF has no use for.

    The file is only mapped while a subset is cut: what was looked at would count as this program's memory.
    """
    table, cut = face.get_table, face.makeSubset

    def trimmed(tag: str) -> object:
        if tag in _UNUSED:
            raise KeyError(tag)
        return _Glyphs(face._ttf_data, face.get_table_pos("glyf")[0]) if tag == "glyf" else table(tag)

    def mapped(subset: object) -> bytes:
        face._ttf_data = file.read()
        try:
            return bytes(cut(subset))
        finally:
            face._ttf_data = b""

    face.get_table, face.makeSubset, face._ttf_data = trimmed, mapped, b""


@lru_cache(maxsize=8192)
def missing(text: str) -> frozenset[str]:
    """Return the characters of `text` that the font cannot print."""
    register()
    glyphs = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return frozenset(char for char in text if ord(char) not in glyphs)


def printable(text: str) -> str:
    """Return `text` with 〓 for every character that the font lacks: never a silent blank."""
    lacking = missing(text)
    return "".join(SUBSTITUTE if char in lacking else char for char in text) if lacking else text


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of `text` in points."""
    return _ems(text, bold) * size


@lru_cache(maxsize=8192)
def _ems(text: str, bold: bool) -> float:
    """Return the width of `text` in units of its size: asked for again at every size that is tried."""
    return float(pdfmetrics.stringWidth(text, BOLD if bold else REGULAR, 1000)) / 1000


def regular_width(text: str, size: float) -> float:
    """Measure `text` in the regular face (a `lines.Measure`)."""
    return width(text, size)


def bold_width(text: str, size: float) -> float:
    """Measure `text` in the bold face (a `lines.Measure`)."""
    return width(text, size, bold=True)


def _unicode_map(name: str, subset: list[int]) -> str:
    """Write a ToUnicode map that is right outside the BMP too (reportlab's own is not)."""
    pairs = [f"<{code:02X}> <{_utf16(char)}>" for code, char in enumerate(subset) if char]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()
