"""Everything of the program that reads what others wrote: each takes bytes, and may only refuse with a sentence."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from desk_app.core import grams, identity, money, phones, plates, quantity, rooms
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.identity import IdKind
from desk_app.core.listing import Problem
from desk_app.core.paths import FORMS
from desk_app.core.roster_row import RowReader
from desk_app.core.text import clean, file_name, fold
from desk_app.documents import roster_sheet, template
from desk_app.kit import parse
from desk_app.registers.keys import incoming
from desk_app.registers.visitors import pasted

TODAY = date(2026, 11, 23)
SHEETS = (roster_sheet.template_bytes, lambda: roster_sheet.list_bytes("钥匙", incoming.COLUMNS, [incoming.EXAMPLE], incoming.NOTES))  # fmt: skip
_place = tempfile.TemporaryDirectory(prefix="desk-fuzz-")


def roster(data: bytes) -> None:
    """Read a roster and understand its rows."""
    problems: list[Problem] = []
    for line in roster_sheet.read_bytes(data).lines:
        RowReader(line, "A座", TODAY, problems).entries()


def key_list(data: bytes) -> None:
    """Read a list of keys and understand its rows."""
    from desk_app.documents import sheet_reader

    problems: list[Problem] = []
    for line in sheet_reader.read(data, incoming.COLUMNS).lines:
        incoming.understand(line, problems)


def form(data: bytes) -> None:
    """Read the description of a printed form."""
    folder = Path(_place.name) / "form"
    folder.mkdir(exist_ok=True)
    (folder / template.FILE).write_bytes(data)
    template.load(folder / template.FILE, FORMS / "visitor_slip" / template.SAMPLE)


def text_of(data: bytes) -> str:
    """Return bytes as text, lone surrogates and all."""
    return data.decode("utf-8", "surrogateescape")


def identities(data: bytes) -> None:
    """Read a number of every kind of document."""
    text = text_of(data)
    identity.guess_kind(text)
    for kind in IdKind:
        number = identity.normalise(kind, text)
        identity.check(kind, number, today=TODAY)
        identity.mask(kind, number)
        identity.last4(number)
        identity.birth_date(number)


def telephones(data: bytes) -> None:
    """Read a telephone and the number of a car."""
    text = text_of(data)
    for read in (phones.normalise, phones.check, phones.mask, plates.normalise, plates.kind_of, plates.check,
                 plates.show, plates.mask):  # fmt: skip
        read(text)


def days(data: bytes) -> None:
    """Read days, times, numbers, amounts and rooms as they are typed."""
    text = text_of(data)
    for read in (parse.parse_date, parse.parse_time):
        with suppress(RuleError):
            read(text, TODAY)
    for one in (parse.parse_integer, parse.parse_money, money.parse, quantity.parse, rooms.canonical, rooms.split,
                rooms.sort_key):  # fmt: skip
        with suppress(RuleError):
            one(text)


def words(data: bytes) -> None:
    """Read a pasted list, and words that are searched for."""
    text = text_of(data)
    fold(text)
    file_name(text).encode()
    grams.query(clean(text, limit=len(text) * 4 + 4)[:60])
    pasted.parse(text, TODAY)


PARSERS: dict[str, Callable[[bytes], None]] = {
    "roster": roster, "key_list": key_list, "form": form, "identities": identities, "telephones": telephones,
    "days": days, "words": words,
}  # fmt: skip


def any_of_them(data: bytes) -> None:
    """Give all but the first byte to the parser which that byte names."""
    if data:
        list(PARSERS.values())[data[0] % len(PARSERS)](data[1:])


def tried(parser: Callable[[bytes], None], data: bytes) -> BaseException | None:
    """Return what a parser raised that is no sentence; None when it read the bytes or refused in words."""
    try:
        parser(data)
    except (KnownError, RuleError) as error:
        return None if error.text else error
    except Exception as error:
        return error
    return None


def seeds(name: str) -> Iterator[bytes]:
    """Yield what a parser takes, to begin with; for "all" what any of them takes, behind its byte."""
    if name == "all":
        for number, one in enumerate(PARSERS):
            yield from (bytes([number]) + seed for seed in seeds(one))
        return
    if name in ("roster", "key_list"):
        for sheet in SHEETS:
            yield unpacked(sheet())
    elif name == "form":
        yield from (path.read_bytes() for path in sorted(FORMS.glob("*/form.toml")))
    else:
        texts = (
            "110101199003078888", "E12345678", "HA1234567", "13977778888", "0755-88880001转12", "粤B·D12345",
            "粤BF12345", "2026-11-23", "11月23日", "昨天 23:50", "905", "9:05", "24:00", "1,200.50元", "¥12", "15-08",
            "15层08室", "张三 13800001111 蓝湾会展 18-06 周颖 11-23 14:30", "zsjr", "姓名\t电话\n张三\t13800001111",
        )  # fmt: skip
        yield from (text.encode() for text in texts)


def unpacked(data: bytes) -> bytes:
    """Return a workbook whose parts are not compressed: what is changed in it reaches the reader."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
    return target.getvalue()


def broken(name: str, count: int, seed: int = 1) -> Iterator[bytes]:
    """Yield `count` damaged files: bytes turned, cut out, doubled, parts of the workbook changed or gone."""
    draw = random.Random(f"{seed} {name}")
    whole = list(seeds(name))
    for number in range(count):
        data = draw.choice(whole)
        if name == "form" or number % 3 == 0:
            yield _bent(draw, data)
        else:
            yield _other_parts(draw, data)


def _bent(draw: random.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 8, 64))):
        at = draw.randrange(len(made)) if made else 0
        way = draw.randrange(5)
        if way == 0 and made:
            made[at] ^= 1 << draw.randrange(8)
        elif way == 1:
            del made[at : at + draw.choice((1, 4, 200, len(made)))]
        elif way == 2:
            made[at:at] = made[at : at + draw.choice((1, 16, 300))]
        elif way == 3:
            made[at:at] = draw.choice(
                (b"=", b"[", b'"', b"\n", b"\x00", b"-1", b"99999999999", b"\xff", b"nan", b"'''")
            )
        elif made:
            made[at] = draw.randrange(256)
    return bytes(made)


def _other_parts(draw: random.Random, data: bytes) -> bytes:
    """Return the workbook with one of its parts bent, gone, empty or twice."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        chosen = draw.choice(old.namelist())
        way = draw.choice(("bent", "bent", "bent", "gone", "empty"))
        packing = draw.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
        with zipfile.ZipFile(target, "w", packing) as new:
            for name in old.namelist():
                content = old.read(name)
                if name == chosen:
                    if way == "gone":
                        continue
                    content = b"" if way == "empty" else _bent(draw, content)
                new.writestr(name, content)
    made = target.getvalue()
    return _bent(draw, made) if draw.randrange(4) == 0 else made
