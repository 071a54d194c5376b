"""The history of the first three schemas gets a keyed chain: the same links, each proven as it was before it is sealed anew.

A link that did not fit before keeps the hash it had, so that it never fits again: an upgrade heals nothing.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Connection

from desk_app.core import store
from desk_app.core.audit import GENESIS, link

_AT_ONCE = 5_000
_SOME = (
    "SELECT id, at, actor_id, workstation, verb, entity, uid, no, commitment, prev, hash FROM history "
    "WHERE id > ? ORDER BY id LIMIT ?"
)


def seal(connection: Connection, chain: bytes | None) -> None:
    """Key the whole chain with `chain`; needs no key where there is no history yet."""
    raw = store.driver(connection)
    last, before, prev = 0, GENESIS, GENESIS
    triggers = raw.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'history'"
    ).fetchall()
    for name, _sql in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    while rows := raw.execute(_SOME, (last, _AT_ONCE)).fetchall():
        if chain is None:
            raise RuntimeError("a history cannot be keyed without the key")
        sealed = []
        for row in rows:
            *fields, found_prev, found = row
            fits = found_prev == before and found == _plain(found_prev, *fields)
            last, before = row[0], found
            proof = link(chain, prev, *fields) if fits else found
            sealed.append((prev, proof, last))
            prev = proof
        raw.executemany("UPDATE history SET prev = ?, hash = ? WHERE id = ?", sealed)
    for _name, sql in triggers:
        raw.execute(sql)


def _plain(prev: Any, number: Any, at: Any, *others: Any) -> str:
    """Return the hash that a link of schemas 1 to 3 carries; `at` was once reckoned by way of seconds."""
    data = [str(field).encode("utf-8") for field in (prev, number, int(at / 1000 * 1000), *others)]
    return hashlib.sha256(b"".join([len(one).to_bytes(4, "big") + one for one in data])).hexdigest()
