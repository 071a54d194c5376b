"""Verified copies of the database, of the issued documents and the attached files, and the way back.

A copy is made in one step while the desk works, checked, and only then gets its name and its
manifest (counts, head of the history, SHA-256). It is encrypted under the same keys; their slots
(`desk.keys`) lie beside it, so that the paper code opens it on a new computer. Documents and files are written once, so each is
copied once into `documents/` beside the copies. Figures: figures/safety.md §2(d), D5.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from desk_app.core import clock, datafile, files, identity_mark, keys, reasons, restores
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.heads import Head, Outside
from desk_app.core.i18n import translate

ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
LAST_GOOD = 3
ABANDONED = timedelta(hours=1)
DOCUMENTS = "documents"
KEYED = 4
"""The first schema whose history is keyed: heads of older ones are no heads of it."""


@dataclass(frozen=True)
class Backup:
    """One finished copy, as its manifest tells. `head` is (number, hash) of the history's last link."""

    path: Path
    at: datetime
    schema: int
    size: int
    sha256: str
    counts: dict[str, int]
    head: tuple[int, str]
    documents: int

    @property
    def manifest(self) -> Path:
        """The manifest beside the copy."""
        return self.path.with_suffix(".json")


def make(database: DataFile, folder: Path, archive: Path | None = None) -> Backup:
    """Copy a live database into `folder`, check the copy, thin the old ones out, return it.

    KnownError when the disk refuses or the copy is not whole; nothing half-made keeps a backup's name.
    """
    if not database.is_there():
        text = translate("Backup", "{path} 还没有数据,没有备份。")
        raise KnownError(text.format(path=database.path))
    part: Path | None = None
    try:
        files.make_folder(folder)
        _clear_unfinished(folder)
        target = _new_name(folder)
        part = target.with_suffix(".part")
        database.copy_to(part)
        files.sync(part)
        wrong = datafile.quick_check(database.at(part))
        if wrong:
            text = translate("Backup", "数据文件有损坏({wrong}),没有备份。请从以前的备份恢复。")
            raise KnownError(text.format(wrong=wrong[0]))
        keys.copy_ring(database.path.parent, folder)
        documents = _copy_documents(archive, folder / DOCUMENTS) if archive else 0
        backup = _describe(database.at(part), target, documents)
        _write_manifest(backup)
        part.replace(target)
        files.sync_folder(folder)
    except OSError as error:
        text = translate("Backup", "无法备份到 {path}({reason})。请清理磁盘或检查权限后再备份。")
        raise KnownError(text.format(path=folder, reason=reasons.system(error))) from error
    finally:
        if part is not None:
            with suppress(OSError):  # a disk that can only be read: what was said above is what counts
                part.unlink(missing_ok=True)
    thin_out(folder, clock.now())
    return backup


def copy_to(backup: Backup, folder: Path, archive: Path | None = None) -> Backup:
    """Bring a finished copy to a second folder, compare it there, thin the old ones out; return it.

    KnownError when the disk refuses; nothing half-made keeps a backup's name.
    """
    target = folder / backup.path.name
    try:
        files.make_folder(folder)
        _clear_unfinished(folder)
        with files.becoming(target) as part:
            shutil.copyfile(backup.path, part)
            if _digest(part) != backup.sha256:
                raise reasons.Mismatch
        documents = _copy_documents(archive, folder / DOCUMENTS) if archive else backup.documents
        keys.copy_ring(backup.path.parent, folder)
        copy = replace(backup, path=target, documents=documents)
        _write_manifest(copy)
    except OSError as error:
        text = translate("Backup", "无法备份到 {path}({reason})。请清理磁盘或检查权限后再备份。")
        raise KnownError(text.format(path=folder, reason=reasons.system(error))) from error
    thin_out(folder, clock.now())
    return copy


def listing(folder: Path) -> list[Backup]:
    """Return the finished copies in a folder, newest first; a copy and its manifest are a backup, one alone is none."""
    found = [_read(path) for path in folder.glob("*.json")] if folder.is_dir() else []
    whole = (one for one in found if one is not None and one.path.is_file())
    return sorted(whole, key=lambda one: one.at, reverse=True)


def heads_outside(folder: Path, chain: bytes) -> list[Outside]:
    """Return the heads in the manifests that the history must have; not those of lines that a restore left."""
    left = restores.known(folder, chain)
    return [
        Outside(translate("Backup", "备份 {name}").format(name=one.path.name), Head(*one.head))
        for one in listing(folder)
        if one.schema >= KEYED and not any(one.at <= at and one.head[0] > number for at, number in left)
    ]


def find(path: Path) -> Backup:
    """Return the backup at `path` (its .db or .json file); KnownError when there is none."""
    found = _read(path.with_suffix(".json"))
    if found is None:
        text = translate("Backup", "{path} 不是本程序的备份,或缺少同名的 .json 说明文件。请换一个备份。")
        raise KnownError(text.format(path=path))
    return found


def check(backup: Backup) -> None:
    """Compare a copy with its manifest; KnownError with a sentence when it cannot be trusted."""
    wrong = _fault(backup)
    if wrong:
        text = translate("Backup", "备份 {name} 不能用:{wrong}。请换一个备份。")
        raise KnownError(text.format(name=backup.path.name, wrong=wrong))


def restore(
    backup: Backup, database: Path, *, newest_schema: int, archive: Path | None = None, noted: bool = True
) -> Path | None:
    """Put a checked backup in the database's place; returns where the replaced file was kept.

    KnownError, and nothing is touched, when the backup is bad or newer than the program, or the
    program is still open; Locked when this computer has no key for it yet. Documents missing from the archive
    and the slots of the backup's keys come back too. `noted`: the history goes on from there (a drill leaves no note).
    """
    check(backup)
    if backup.schema > newest_schema:
        text = translate("Backup", "备份 {name} 来自更新的程序,请先升级本程序再恢复。")
        raise KnownError(text.format(name=backup.path.name))
    if datafile.in_use(_current(database)):
        raise KnownError(translate("Backup", "程序正在使用数据文件。请先关闭所有前台窗口,再恢复。"))
    part = database.with_name(database.name + ".part")
    try:
        database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(backup.path, part)
        files.sync(part)
        if _digest(part) != backup.sha256:
            raise reasons.Mismatch
        kept = keep_aside(database)
        part.replace(database)
        files.sync_folder(database.parent)
        keys.copy_ring(backup.path.parent, database.parent)
        if not datafile.is_plain(database):  # one in clear gets this site's keys at the next start
            identity_mark.put(database, datafile.header(database))
        if noted:
            restores.note(backup.path.parent, keys.for_database(database).chain, backup.head[0])
        if archive is not None:
            _copy_documents(backup.path.parent / DOCUMENTS, archive)
    except OSError as error:
        text = translate("Backup", "无法恢复到 {path}({reason})。请清理磁盘或检查权限后再试。")
        raise KnownError(text.format(path=database, reason=reasons.system(error))) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return kept


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which moments to keep: all of two days, then the newest of 12 days, 10 weeks, 9 months.

    The newest three are always among them.
    """
    ordered = sorted(times, reverse=True)
    keep = {moment for moment in ordered if now - moment <= ALL_OF} | set(ordered[:LAST_GOOD])
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda moment: clock.local(moment).date()),
        (WEEKLY, lambda moment: clock.local(moment).isocalendar()[:2]),
        (MONTHLY, lambda moment: (clock.local(moment).year, clock.local(moment).month)),
    )
    for most, period in rules:
        newest: dict[object, datetime] = {}
        for moment in ordered:
            newest.setdefault(period(moment), moment)
        keep |= set(list(newest.values())[:most])
    return keep


def thin_out(folder: Path, now: datetime) -> list[Path]:
    """Remove the copies that need not be kept; returns them. One that cannot be removed stays.

    A copy that does not fit its manifest counts for nothing and stays; they are compared only when one would go.
    """
    copies = [one for one in listing(folder) if _looks_whole(one)]
    if len(kept((one.at for one in copies), now)) == len(copies):
        return []
    good = trusted(folder)
    keep = kept((one.at for one in good), now)
    removed = []
    for one in good:
        if one.at not in keep:
            try:
                one.path.unlink(missing_ok=True)
                one.manifest.unlink(missing_ok=True)
            except OSError:  # open in another program: the next backup tries again
                continue
            removed.append(one.path)
    return removed


def trusted(folder: Path) -> list[Backup]:
    """Return the copies that may be counted on, newest first.

    The first LAST_GOOD are proved by their SHA-256, of the older ones the size is right: reading them all would
    take as long as making them all again.
    """
    found: list[Backup] = []
    for one in listing(folder):
        if _looks_whole(one) and (len(found) >= LAST_GOOD or _fits(one)):
            found.append(one)
    return found


def _looks_whole(one: Backup) -> bool:
    try:
        return one.path.stat().st_size == one.size
    except OSError:
        return False


def _fits(one: Backup) -> bool:
    """Compare a copy with its manifest; once a day, for as long as nobody touched the file."""
    try:
        told = one.path.stat()
        return _digest_today(one.path, told.st_ino, told.st_mtime_ns, clock.today()) == one.sha256
    except OSError:
        return False


@functools.lru_cache(maxsize=4 * LAST_GOOD)
def _digest_today(path: Path, _inode: int, _touched: int, _today: date) -> str:
    return _digest(path)


def _new_name(folder: Path) -> Path:
    stem = f"desk-{clock.local(clock.now()):%Y%m%d-%H%M%S}"
    path, again = folder / f"{stem}.db", 1
    while path.exists() or path.with_suffix(".json").exists():
        again += 1
        path = folder / f"{stem}-{again}.db"
    return path


def _describe(part: DataFile, target: Path, documents: int) -> Backup:
    return Backup(
        target, clock.now(), datafile.schema_of(part), part.path.stat().st_size, _digest(part.path),
        datafile.counts(part), datafile.last_link(part), documents,
    )  # fmt: skip


def _write_manifest(backup: Backup) -> None:
    facts = {**asdict(backup), "path": backup.path.name, "at": backup.at.isoformat()}
    files.write_whole(backup.manifest, json.dumps(facts, ensure_ascii=False, indent=1).encode())


def _read(manifest: Path) -> Backup | None:
    try:
        facts = json.loads(manifest.read_text("utf-8"))
        return Backup(
            manifest.with_suffix(".db"), datetime.fromisoformat(facts["at"]), int(facts["schema"]),
            int(facts["size"]), str(facts["sha256"]), {str(k): int(v) for k, v in facts["counts"].items()},
            (int(facts["head"][0]), str(facts["head"][1])), int(facts["documents"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def _fault(backup: Backup) -> str:
    try:
        if not backup.path.is_file():
            return translate("Backup", "文件不见了")
        if _digest(backup.path) != backup.sha256:
            return translate("Backup", "内容与备份时不一致(校验值不符)")
    except OSError as error:
        return reasons.system(error)
    file = keys.opened(backup.path)
    wrong = datafile.quick_check(file)
    if wrong:
        return wrong[0]
    if datafile.counts(file) != backup.counts or datafile.last_link(file) != backup.head:
        return translate("Backup", "记录数与说明文件不符")
    return ""


def _current(database: Path) -> DataFile:
    """Return the file that is there, with its key if this computer has it."""
    try:
        return keys.opened(database)
    except KnownError:
        return DataFile(database)


def _clear_unfinished(folder: Path) -> None:
    """Remove what a backup left that was cut short; another desk may just be writing a younger one."""
    for part in folder.glob("*.part"):
        if time.time() - part.stat().st_mtime > ABANDONED.total_seconds():
            part.unlink(missing_ok=True)


def keep_aside(database: Path, why: str = "replaced") -> Path | None:
    """Give the file that will be replaced a second name; at every moment there is one under its own.

    Its log goes aside as well: left beside, it would be applied to the file that comes. Mostly there is none, for
    looking whether the file is in use brings the log into the file.
    """
    found = datafile.files_of(database)
    if database not in found:
        return None
    stem = f"{database.stem}-{why}-{clock.local(clock.now()):%Y%m%d-%H%M%S}"
    aside = database.with_name(stem + database.suffix)
    again = 1
    while aside.exists():
        again += 1
        aside = database.with_name(f"{stem}-{again}{database.suffix}")
    try:
        os.link(database, aside)
    except OSError:  # a file system without second names
        with files.becoming(aside) as part:
            shutil.copyfile(database, part)
    for log in found[1:]:
        log.replace(aside.with_name(aside.name + log.name.removeprefix(database.name)))
    files.sync_folder(database.parent)
    return aside


def _copy_documents(source: Path, target: Path) -> int:
    """Copy the documents and attached files that `target` does not have yet; returns how many `source` has."""
    total = 0
    for file in sorted(source.rglob("*")) if source.is_dir() else ():
        if file.suffix == ".part" or not file.is_file():
            continue
        total += 1
        copy = target / file.relative_to(source)
        if not copy.exists():
            with files.becoming(copy) as part:
                shutil.copyfile(file, part)
    return total


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
