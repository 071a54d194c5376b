"""The real window on what a released version left: every register shows a record of it and opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.core import datafile, keys, people
from desk_app.core.database import SCHEMA, Database
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM
from desk_app.registers import REGISTERS
from tests.released import KEPT, unpack
from tests.shell.conftest import Front, become_administrator, choose
from tests.shell.hands import Hands, dialogs
from tests.shell.test_slips_window import close
from tests.staff import let_in


def first_steps(paths: Paths, schema: int, hands: Hands):
    """Return the answers to the first dialogs: since schema 4 somebody has a password already."""
    if schema < 4:
        return become_administrator("李敏"), lambda _dialog: hands.key("Esc")
    db = Database(paths.url())
    with db.write(SYSTEM) as session:
        person = next(one for one in people.on_staff(session) if one.name == "李敏")
        let_in(session, person.id)
        code = person.code
    db.close()
    return (choose(code),)


@pytest.mark.parametrize("schema", sorted(KEPT))
def test_every_register_shows_and_opens_what_was_there(schema: int, bare_window, hands, tmp_path: Path):
    paths = unpack(schema, tmp_path / "data")
    window, controller = bare_window(paths, *first_steps(paths, schema, hands))
    front = Front(window, controller, paths, hands)
    assert datafile.schema_of(keys.opened(paths.database)) == SCHEMA
    opened = []
    for room in REGISTERS:
        front.window.open_register(room.key)
        front.chip(front.work.register.views[-1].key)
        if not front.rows():
            continue
        uid = str(front.rows()[0]["uid"])
        front.hands.key("tab today")
        front.window.open_record(room.key, uid)
        assert front.table.current_row()["uid"] == uid
        with dialogs(lambda dialog: (opened.append(dialog.objectName()), close(dialog))):
            front.work.show_details(front.table.current_row())
    assert len(opened) >= (3 if schema == 1 else 11)
