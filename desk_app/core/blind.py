"""A person's number, kept only so that it can be compared: nobody can read it back, and without the key nobody can try.

What is stored: a telephone stays readable inside the encrypted file, masked where it is shown, for the desk must be
able to dial it; the search index has it as well. An ID number is in no index and mostly not stored at all.
So that somebody who shows the same document again is known, the visit keeps the number's `mark`:
HMAC-SHA256 under the index key, over kind and normal form (NFKC, upper case, no spaces and dashes; X is X). The
kind belongs to it, so that a passport and a pass with the same digits are two. A mark is a column of its own, never
in the history, on paper, in lists or exports; rows of before 0.4 and of other registers have none. Whoever has to
compare phones without reading them uses `phone_mark` the same way.
"""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy.orm import Session

from desk_app.core import identity, phones
from desk_app.core.keys import Keys

_BYTES = 16


def id_mark(session: Session, kind: str, number: str) -> str:
    """Return the mark of a document's number, "" when there is none."""
    if not kind or not number.strip():
        return ""
    return _mark(session, f"id:{kind}", identity.normalise(identity.IdKind(kind), number))


def phone_mark(session: Session, number: str) -> str:
    """Return the mark of a telephone number, "" when there is none."""
    return _mark(session, "phone", phones.normalise(number)) if number.strip() else ""


def _mark(session: Session, kind: str, normal: str) -> str:
    keys: Keys = session.info["keys"]
    return hmac.digest(keys.index, f"{kind}\0{normal.upper()}".encode(), hashlib.sha256)[:_BYTES].hex()
