"""Single fields encrypted: on a server the file is not ours to encrypt (figures/safety.md §2(f)).

AES-SIV (RFC 5297) under a key of its own: the same number under the same key is sealed the same, so that a telephone is
still found by being equal, and no nonce can be used twice. A number that was altered or brought from another site does
not open. Who has the server's disk or its backups reads names and companies, but no ID number, no telephone, no plate,
no earlier value in the history and nothing of the search index.
"""

from __future__ import annotations

import base64
import hmac
from functools import lru_cache

from desk_app.core.datafile import Damaged, damaged
from desk_app.core.keys import Keys

MARK = "~"
"""What a sealed text begins with; an empty one stays empty."""
_FIELD = [b"field"]
_TOKEN_BYTES = 8


class FieldSeal:
    """Seals and opens single texts, and hides the words of the search index, under a site's keys."""

    def __init__(self, keys: Keys) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV

        self._siv = AESSIV(keys.fields)
        self._words = hmac.digest(keys.fields, b"words", "sha256")
        self.token = lru_cache(1 << 16)(self._token)

    def seal(self, text: str) -> str:
        """Return a text as it is stored."""
        if not text:
            return ""
        return MARK + base64.b64encode(self._siv.encrypt(text.encode(), _FIELD)).decode()

    def open(self, stored: str) -> str:
        """Return what was sealed; Damaged when it was altered or is another site's."""
        from cryptography.exceptions import InvalidTag

        if not stored:
            return ""
        if not stored.startswith(MARK):
            raise damaged()
        try:
            return self._siv.decrypt(base64.b64decode(stored[len(MARK) :]), _FIELD).decode()
        except (InvalidTag, ValueError) as error:
            raise Damaged(damaged().text) from error

    def _token(self, word: str) -> str:
        """Return what stands for a word in the search index: who lacks the key cannot try words."""
        return hmac.digest(self._words, word.encode(), "sha256")[:_TOKEN_BYTES].hex()
