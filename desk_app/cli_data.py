"""The commands that put data back: restore, with what would go told before, and salvage."""

from __future__ import annotations

from pathlib import Path

from desk_app.cli_keys import unlocking
from desk_app.core.i18n import translate
from desk_app.core.paths import Paths
from desk_app.registers import REGISTERS


def restore(paths: Paths, file: Path, *, only_preview: bool) -> int:
    """Say what would go; unless only that was wanted, put the backup in the database's place."""
    from desk_app.core import backup, clock, keys, restore_preview
    from desk_app.core.database import SCHEMA
    from desk_app.core.errors import KnownError
    from desk_app.reports import going

    own = paths.file()
    found = backup.find(file if file.exists() else paths.backups / file)
    try:
        current = keys.opened(own)
        seen = restore_preview.preview(current, found)
    except KnownError:  # the keys of what is there are gone: it is kept aside all the same
        seen = restore_preview.Preview(False)
    if own.exists():
        for line in going.lines(seen, found):
            print(line)
    if only_preview:
        return 0
    kept = unlocking(
        found.path,
        lambda: backup.restore(found, own, newest_schema=SCHEMA, archive=paths.archive),
    )
    text = translate("Cli", "已恢复到 {at} 的备份。")
    print(text.format(at=f"{clock.local(found.at):%Y-%m-%d %H:%M}"))
    if kept is not None:
        print(translate("Cli", "被替换的数据文件另存为 {path}").format(path=kept))
    return 0


def salvage(paths: Paths) -> int:
    """Put together what a damaged database and the newest good backup hold; print the report."""
    from desk_app.core import rescue

    for room in REGISTERS:
        room.register()
    file = unlocking(paths.file(), lambda: rescue.damaged_file(paths.file(), paths.backups))
    saved = rescue.salvage(file, paths.backups)
    for line in saved.lines:
        print(line)
    print(translate("Cli", "报告在 {path}").format(path=saved.report))
    return 0
