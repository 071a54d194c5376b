"""Files in clear, of versions before 0.4, become encrypted ones; a kill at any point leaves the old or the new.

`seal` first makes the encrypted copy and proves it (every page's checksum, counts, head of the history), keeps
it a second time as the copy before the upgrade, then changes names in two steps, `desk.db` to
`desk.db.plain` and `desk.db.part` to `desk.db`, and overwrites the old file. `take_up` finds what a kill left:
without `desk.db` the old file gets its name back, with it the old one is overwritten. `seal_copies` does the
same for the copies and backups that lie in the data folder. Copies elsewhere (a USB stick) cannot be reached:
the README says to replace them; `restore` reads them, and the next start encrypts what it brought back.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from desk_app.core import clock, datafile, files, reasons
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.keys import Keys
from desk_app.core.log import LOG


def take_up(path: Path) -> None:
    """Finish or undo what a kill interrupted; must come before anything looks at the database."""
    old = _old(path)
    if not old.exists():
        return
    if datafile.is_plain(path):
        text = translate(
            "Database", "{path} 旁边还有没加密完的 {old}。请两个文件都不要删,联系管理员;数据没有改动。"
        )
        raise KnownError(text.format(path=path, old=old.name))
    try:
        if datafile.header(path):
            _destroy(old)
        else:
            old.replace(path)
            files.sync_folder(path.parent)
    except OSError as error:
        raise _refused(old, error) from error


def seal(path: Path, keys: Keys) -> None:
    """Encrypt the database at `path`, which is in clear; KnownError, and it is as it was, when that fails.

    A verified copy of the state before stays beside it, encrypted too.
    """
    part = files.unfinished(path)
    schema = datafile.schema_of(DataFile(path))
    copy = path.with_name(f"{path.stem}-before-upgrade-{schema}-{clock.now():%Y%m%d%H%M%S}.db")
    try:
        _seal_to(path, keys.opens(part))
        with files.becoming(copy) as second:
            shutil.copyfile(part, second)
            if _digest(second) != _digest(part):
                raise reasons.Mismatch
        _swap(part, path)
    except OSError as error:
        raise _refused(copy, error) from error
    finally:
        part.unlink(missing_ok=True)


def seal_copies(folders: Sequence[Path], keys: Keys) -> list[Path]:
    """Encrypt the copies of the database in these folders that are in clear; returns those that could not be.

    A backup keeps its place and date: its manifest tells the new file's size and SHA-256.
    """
    left = []
    for old in [file for folder in folders for file in folder.glob("*.db.plain")]:
        take_up(old.with_suffix(""))
    for path in (file for folder in folders for file in sorted(folder.glob("*.db"))):
        if datafile.is_plain(path):
            try:
                _seal_copy(path, keys)
            except (KnownError, OSError) as error:
                LOG.warning("%s stays in clear: %s", path.name, type(error).__name__)
                left.append(path)
    return left


def _seal_copy(path: Path, keys: Keys) -> None:
    part, manifest = files.unfinished(path), path.with_suffix(".json")
    try:
        _seal_to(path, keys.opens(part))
        if manifest.exists():  # first: a kill in between leaves a copy in clear, which is done again
            facts = json.loads(manifest.read_text("utf-8"))
            facts |= {"size": part.stat().st_size, "sha256": _digest(part)}
            files.write_whole(manifest, json.dumps(facts, ensure_ascii=False, indent=1).encode())
        _swap(part, path)
    finally:
        part.unlink(missing_ok=True)


def _seal_to(plain: Path, target: DataFile) -> None:
    """Write a file anew, encrypted, and compare the two; KnownError when they are not the same."""
    target.path.unlink(missing_ok=True)
    datafile.seal(plain, target)
    files.sync(target.path)
    wrong = datafile.quick_check(target)
    if not wrong and _facts(DataFile(plain)) == _facts(target):
        return
    text = translate(
        "Database", "加密后的数据与原来的不符({wrong}),没有升级,原来的数据没有改动。请联系管理员。"
    )
    raise KnownError(text.format(wrong=wrong[0] if wrong else plain.name))


def _swap(part: Path, path: Path) -> None:
    """Let the encrypted file take the place of the one in clear, and destroy that."""
    old = _old(path)
    path.replace(old)
    try:
        part.replace(path)
    except OSError:
        old.replace(path)
        raise
    files.sync_folder(path.parent)
    _destroy(old)


def _facts(file: DataFile) -> tuple[object, ...]:
    return datafile.schema_of(file), datafile.counts(file), datafile.last_link(file)


def _old(path: Path) -> Path:
    return path.with_name(path.name + ".plain")


def _destroy(plain: Path) -> None:
    files.overwrite(plain)
    plain.unlink()
    files.sync_folder(plain.parent)


def _refused(path: Path, error: OSError) -> KnownError:
    text = translate("Database", "升级前无法备份到 {path}({reason}),没有升级。请清理磁盘或检查权限后再启动。")
    return KnownError(text.format(path=path, reason=reasons.system(error)))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
