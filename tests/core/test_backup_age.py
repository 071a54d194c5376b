"""Copies end at the stated age, and what was cleared ends with them."""

from __future__ import annotations

import os
from datetime import timedelta

from desk_app.core import backup, backup_age, clock
from desk_app.core.doomed import DoomedFile


def made(db, folder, now, count, *, every):
    for _ in range(count):
        backup.make(db.file, folder)
        now.go(**every)
    return [one.at for one in backup.listing(folder)]


def test_a_copy_older_than_the_setting_ends_and_the_last_three_stay(db, now, tmp_path):
    made(db, tmp_path / "backups", now, 6, every={"days": 60})
    backup_age.end_old_copies(db, [tmp_path / "backups"])
    assert [(clock.now() - one.at).days for one in backup.listing(tmp_path / "backups")] == [60, 120, 180]
    now.go(days=400)
    backup_age.end_old_copies(db, [tmp_path / "backups"])
    assert len(backup.listing(tmp_path / "backups")) == backup.LAST_GOOD


def test_a_cleared_document_leaves_the_folder_of_copies_once_no_copy_can_name_it(db, now, tmp_path):
    folder, archive = tmp_path / "backups", tmp_path / "archive"
    archive.mkdir()
    (archive / "a.pdf").write_bytes(b"%PDF")
    backup.make(db.file, folder, archive)
    with db.aside() as session:
        session.add(DoomedFile(path="a.pdf", at=clock.now(), removed=True))
    now.go(days=170)
    made(db, folder, now, 4, every={"days": 4})
    backup_age.end_old_copies(db, [folder])
    assert not (folder / "documents" / "a.pdf").exists()
    with db.read() as session:
        assert session.get(DoomedFile, "a.pdf") is None


def test_a_file_that_a_restore_put_aside_ends_too(db, now, tmp_path):
    for days, name in ((200, "desk-replaced-1.db"), (100, "desk-replaced-2.db"), (200, "desk-other.db")):
        path = db.path.with_name(name)
        path.write_bytes(b"old")
        at = (clock.now() - timedelta(days=days)).timestamp()
        os.utime(path, (at, at))
    backup_age.end_old_copies(db, [])
    assert {path.name for path in db.path.parent.glob("desk-*.db")} == {"desk-replaced-2.db", "desk-other.db"}
