"""What an encrypted file really holds: every page of it and of its log in clear, free pages and slack too."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desk_app.core.datafile import DataFile

PAGE, RESERVED, SALT = 4096, 80, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def contents(file: DataFile) -> bytes:
    """Return all pages of a database file and of its log, decrypted."""
    assert file.key is not None
    key, found = file.key[:32], []
    data = file.path.read_bytes()
    for number, start in enumerate(range(0, len(data), PAGE), 1):
        found.append(_page(key, data[start : start + PAGE], number))
    log = file.path.with_name(file.path.name + "-wal")
    if log.exists():
        frames = log.read_bytes()[LOG_HEADER:]
        for start in range(0, len(frames), FRAME_HEADER + PAGE):
            number = int.from_bytes(frames[start : start + 4], "big")
            page = frames[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
            if len(page) == PAGE:
                found.append(_page(key, page, number))
    return b"".join(found)


def where(file: DataFile, marks: list[str]) -> list[str]:
    """Return which of these texts stand anywhere in the file or its log."""
    held = contents(file)
    return [mark for mark in marks if mark.encode() in held]


def files_with(folder: Path, marks: list[str]) -> list[str]:
    """Return the files below a folder that hold one of these texts as bytes."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(mark.encode() in path.read_bytes() for mark in marks)
    ]


def _page(key: bytes, page: bytes, number: int) -> bytes:
    tail = page[-RESERVED:]
    body = page[SALT if number == 1 else 0 : -RESERVED]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(tail[:16])).decryptor()
    return decryptor.update(body) + decryptor.finalize()
