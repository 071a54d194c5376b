"""Nothing personal lies readable on the disk: twenty names, numbers and phones are planted and looked for."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desk_app import cli
from desk_app.core import crashes, drafts, log, settings
from desk_app.core.database import Database
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM
from desk_app.registers import REGISTERS
from desk_app.registers.visitors import rules, service

NAMES = ("金丝雀甲", "金丝雀乙", "金丝雀丙", "金丝雀丁", "金丝雀戊", "金丝雀己", "金丝雀庚")
PHONES = tuple(f"1397531864{number}" for number in range(7))
NUMBERS = ("11010519491231002X", "440524188001010014", "G75318642", "H753186420", "75318642", "E97531864")
MARKERS = (*NAMES, *PHONES, *NUMBERS)


def fill(db: Database) -> None:
    with db.write(SYSTEM) as session:
        settings.change(session, rules.STORE_ID, True)
    for number, (name, phone) in enumerate(zip(NAMES, PHONES, strict=True)):
        form = {
            "name": name, "party_size": 1, "org": "", "phone": phone, "host_room": "15-08", "host_name": "单雨桐",
            "purpose": "business", "confirm": "phone", "confirmed_by": "单雨桐",
            "id_kind": "passport", "id_no": NUMBERS[number % len(NUMBERS)], "remark": f"{name} {phone}",
        }  # fmt: skip
        with db.write(SYSTEM) as session:
            service.register(session, form, {"id_no": "核对过", "phone": "核对过"})
        with db.aside() as session:
            drafts.keep(session, "visitors", number, form)


def found(*folders: Path) -> set[str]:
    """Return the markers that can be read in some file of these folders, as UTF-8 or UTF-16."""
    content = [file.read_bytes() for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {
        marker
        for marker in MARKERS
        if any(marker.encode(how) in one for one in content for how in ("utf-8", "utf-16-le"))
    }


def test_twenty_markers_are_in_no_file_of_the_data_folder_the_backups_the_log_or_temp(tmp_path, monkeypatch):
    temp = tmp_path / "temp"
    temp.mkdir()
    for name in ("TMPDIR", "TEMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", None)
    for room in REGISTERS:
        room.register()
    paths = Paths(tmp_path / "data")
    paths.prepare()
    log.start(paths.log)
    db = Database(paths.url())
    fill(db)
    assert len(MARKERS) == 20
    with db.read() as session:  # what sorts much needs a place for it
        session.connection().exec_driver_sql(
            "SELECT count(*) FROM (SELECT DISTINCT a.payload || b.payload FROM history_detail a, history_detail b)"
        ).scalar()
    assert cli.main(["backup", "--data-dir", str(paths.data)]) == 0
    assert crashes.write(paths.log, ValueError(f"{NAMES[0]} {PHONES[0]}"))
    assert paths.database.with_name("desk.db-wal").stat().st_size > 0
    seen = found(paths.database.parent, temp)
    db.close()
    log.stop()
    assert found(paths.data, temp) == seen == set()


def test_the_look_would_see_them(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("\n".join(MARKERS), "utf-8")
    assert found(tmp_path) == set(MARKERS)
