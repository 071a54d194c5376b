"""Write resources/passwords.txt.gz: the 30,000 commonest passwords of the package zxcvbn (MIT), commonest first.

    pip install zxcvbn; python -m tests.tools.make_passwords

Run once; zxcvbn is not needed later.
"""

from __future__ import annotations

import gzip

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from desk_app.core.passwords import FILE


def main() -> None:
    words = list(dict.fromkeys(FREQUENCY_LISTS["passwords"]))
    FILE.write_bytes(gzip.compress("\n".join(words).encode(), mtime=0))
    print(FILE, len(words), FILE.stat().st_size)


if __name__ == "__main__":
    main()
