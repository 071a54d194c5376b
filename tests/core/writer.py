"""A desk in a process of its own: registers visits as fast as it can and prints each one that is saved, and tidies up.

Usage: python -m tests.core.writer URL NAME COUNT [BADGE]. Prints "NUMBER UID" only after the commit; with a
badge it tries once to give that badge and prints "given" or "refused".
"""

from __future__ import annotations

import sys

from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM
from desk_app.registers.visitors import service

FORM = {
    "party_size": 2, "phone": "13800001111", "host_room": "15-08", "host_name": "单雨桐", "purpose": "business",
    "confirm": "phone", "confirmed_by": "单雨桐", "id_kind": "passport",
    "belongings": [{"name": "显示器", "quantity": 1}], "party": [{"name": "随行"}],
}  # fmt: skip


def main(url: str, name: str, count: int, badge: str) -> None:
    """Write `count` visits, or one with the badge."""
    db = Database(url)
    print("ready", flush=True)
    sys.stdin.readline()
    for n in range(count):
        try:
            with db.write(SYSTEM) as session:
                visit = service.register(session, {**FORM, "name": f"{name}{n}", "badge": badge})
        except RuleError as error:
            print("refused", error.field, flush=True)
            continue
        print("given" if badge else f"{visit.no} {visit.uid}", flush=True)
        db.tidy()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else "")
