"""Pages of a database file as SQLCipher 4 writes them: is one whole, and page 1 put back from a backup's.

A page is 4,096 bytes: content under AES-256-CBC, 16 bytes of IV, 64 of HMAC-SHA512 over content, IV and the page's
number. Page 1 begins with the 16 bytes of the site, which nothing is checked against. The key of the HMAC is
derived from the raw key and the site (two rounds of PBKDF2, the site's bytes XOR 0x3a). A file in clear has no
checksums: there only page 1's own words tell whether it is one.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from desk_app.core import datafile, page_tree
from desk_app.core.datafile import DataFile

SIZE = 4096
_HMAC, _IV = 64, 16
_COUNT, _CHANGES, _VALID_FOR = 28, 24, 92
"""Where page 1 tells the number of pages, its change counter, and for which change that number is valid."""


class Cipher:
    """Checks, opens and closes pages under one file's key."""

    def __init__(self, key: bytes) -> None:
        self._key, self._salt = key[:32], key[32:48]
        self._proof = hashlib.pbkdf2_hmac("sha512", self._key, bytes(one ^ 0x3A for one in self._salt), 2, 32)

    def is_whole(self, number: int, page: bytes) -> bool:
        """Say whether a page's checksum fits."""
        start = datafile.HEADER if number == 1 else 0
        return len(page) == SIZE and hmac.compare_digest(
            self._digest(number, page[start:-_HMAC]), page[-_HMAC:]
        )

    def open(self, number: int, page: bytes) -> bytes:
        """Return a page's content in clear, 4,016 bytes; page 1 begins with SQLite's own words."""
        from cryptography.hazmat.primitives.ciphers import Cipher as Aes
        from cryptography.hazmat.primitives.ciphers import algorithms, modes

        start, iv = datafile.HEADER if number == 1 else 0, page[-_HMAC - _IV : -_HMAC]
        content = Aes(algorithms.AES(self._key), modes.CBC(iv)).decryptor().update(page[start : -_HMAC - _IV])
        return (datafile.PLAIN if number == 1 else b"") + content

    def close(self, number: int, content: bytes) -> bytes:
        """Return the page that holds `content`."""
        from cryptography.hazmat.primitives.ciphers import Cipher as Aes
        from cryptography.hazmat.primitives.ciphers import algorithms, modes

        start, iv = datafile.HEADER if number == 1 else 0, secrets.token_bytes(_IV)
        sealed = Aes(algorithms.AES(self._key), modes.CBC(iv)).encryptor().update(content[start:]) + iv
        return (self._salt if number == 1 else b"") + sealed + self._digest(number, sealed)

    def _digest(self, number: int, covered: bytes) -> bytes:
        return hmac.digest(self._proof, covered + struct.pack("<I", number), "sha512")


def mend(work: DataFile, backup: DataFile | None) -> bool:
    """Make a working copy of a damaged file openable: page 1 from a backup if it is bad, a short file padded.

    Returns whether page 1 had to be put back; what cannot be mended is left as it is. OSError when the disk refuses.
    """
    cipher = Cipher(work.key) if work.key is not None else None
    length = work.path.stat().st_size
    first, foreign = _first(work.path, cipher), False
    if first is None and backup is not None:
        first, foreign = _first(backup.path, cipher), True
    if first is None:
        return False
    pages = max(_pages(first), 1)
    if foreign:
        pages = max(-(-length // SIZE), pages)
        count, changes = struct.pack(">I", pages), first[_CHANGES : _CHANGES + 4]
        first = first[:_COUNT] + count + first[_COUNT + 4 : _VALID_FOR] + changes + first[_VALID_FOR + 4 :]
    with work.path.open("r+b") as file:
        if foreign:
            file.write(cipher.close(1, first) if cipher else first)
        file.truncate(max(pages, -(-length // SIZE)) * SIZE)
    return foreign


def broken(file: DataFile) -> list[int]:
    """Return the numbers of the pages whose checksum does not fit; nothing for a file in clear."""
    if file.key is None:
        return []
    cipher, found = Cipher(file.key), []
    with file.path.open("rb") as stream:
        number = 0
        while page := stream.read(SIZE):
            number += 1
            if not cipher.is_whole(number, page):
                found.append(number)
    return found


def put_back_schema(work: DataFile, backup: DataFile) -> int:
    """Put back bad pages of the list of tables from a backup of the same list; returns how many."""
    count = 0
    with work.path.open("r+b") as damaged, backup.path.open("rb") as sound:
        while True:
            found, there = WholePages(work), WholePages(backup)
            if 1 not in found:
                return count
            tree = page_tree.Tree(found, SIZE - _IV - _HMAC)
            tree.walk(1)
            bad = {*tree.holes, *tree.torn}
            lost = [number for number in sorted(bad) if number in there]
            others = tree.seen - bad - {1}
            if not lost or any(found[number] != there.get(number) for number in others):
                return count
            for number in lost:
                sound.seek((number - 1) * SIZE)
                damaged.seek((number - 1) * SIZE)
                damaged.write(sound.read(SIZE))
            damaged.flush()
            count += len(lost)


def put_back_branch(work: DataFile, roots: Mapping[int, int]) -> bool:
    """Put back the one branch of a table's tree that a bad page took, where it is beyond doubt; says whether it did."""
    found = WholePages(work)
    try:
        lost = page_tree.lost_branch(page_tree.Tree(found, SIZE - _IV - _HMAC), roots) if 1 in found else None
    except (struct.error, IndexError, KeyError, RecursionError):  # a stale page: the tree makes no sense
        return False
    if lost is None or work.key is None:
        return False
    with work.path.open("r+b") as file:
        file.seek((lost[0] - 1) * SIZE)
        file.write(Cipher(work.key).close(*lost))
    return True


class WholePages(Mapping[int, bytes]):
    """The pages of a file whose checksums fit, in clear, by number, read when asked for; none of a file in clear."""

    def __init__(self, file: DataFile) -> None:
        self._cipher = Cipher(file.key) if file.key is not None else None
        self._raw = file.path.read_bytes() if file.key is not None else b""
        self._known: dict[int, bytes | None] = {}

    def __getitem__(self, number: int) -> bytes:
        """Return a page's content; KeyError when it is not whole."""
        if number not in self._known:
            self._known[number] = self._opened(number)
        found = self._known[number]
        if found is None:
            raise KeyError(number)
        return found

    def __iter__(self) -> Iterator[int]:
        """Yield the numbers of the whole pages."""
        return (number for number in range(1, len(self._raw) // SIZE + 1) if number in self)

    def __len__(self) -> int:
        """Count the whole pages."""
        return sum(1 for _number in self)

    def _opened(self, number: int) -> bytes | None:
        page = self._raw[(number - 1) * SIZE : number * SIZE] if number > 0 else b""
        whole = self._cipher is not None and self._cipher.is_whole(number, page)
        return self._cipher.open(number, page) if self._cipher and whole else None


def _first(path: Path, cipher: Cipher | None) -> bytes | None:
    """Return page 1 in clear, None when it is damaged."""
    with path.open("rb") as file:
        page = file.read(SIZE)
    if cipher is not None:
        return cipher.open(1, page) if cipher.is_whole(1, page) else None
    sound = (
        page[:16] == datafile.PLAIN
        and page[16:18] == struct.pack(">H", SIZE)
        and page[100:101] in b"\x05\x0d"
    )
    return page if sound else None


def _pages(first: bytes) -> int:
    (count,) = struct.unpack(">I", first[_COUNT : _COUNT + 4])
    return int(count)
