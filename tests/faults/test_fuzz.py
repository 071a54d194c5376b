"""The fuzzers see what they look for; the broken files they found stay refused in words."""

from __future__ import annotations

import io
import zipfile

import pytest

from desk_app.documents import roster_sheet
from tests.faults import fuzz, parsers


@pytest.mark.parametrize("name", list(parsers.PARSERS))
def test_every_parser_takes_its_seeds(name):
    assert [
        repr(error) for seed in parsers.seeds(name) if (error := parsers.tried(parsers.PARSERS[name], seed))
    ] == []


def test_broken_files_are_refused_in_words():
    came = fuzz.break_files(60)
    assert came.tried == 180 and came.refused > 60 and not came.unexpected


def test_a_parser_with_a_bug_is_seen():
    assert isinstance(parsers.tried(fuzz.stub, b"DESK"), LookupError)


def strange_packing(data: bytes) -> bytes:
    """Say of a part that it is packed in a way nobody knows."""
    at = data.index(b"PK\x01\x02")
    return (
        data[:4]
        + b"\x63\x00"
        + data[6 : at + 6]
        + b"\x63\x00"
        + data[at + 8 : at + 10]
        + b"\x63\x00"
        + data[at + 12 :]
    )


def without(data: bytes, part: str, instead: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, instead if name == part else old.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    "broken",
    [
        strange_packing(parsers.unpacked(roster_sheet.template_bytes())),
        without(roster_sheet.template_bytes(), "xl/styles.xml", b"<styleSheet/>"),
        without(roster_sheet.template_bytes(), "xl/sharedStrings.xml", b""),
    ],
    ids=["unknown packing", "no styles", "no strings"],
)
def test_a_roster_that_the_fuzzers_broke_is_refused_in_words(broken):
    """IndexError, zlib.error, OSError and NotImplementedError reached the user once."""
    assert parsers.tried(parsers.roster, broken) is None
