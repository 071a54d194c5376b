"""Examine the program and its data folder: what would keep somebody from working tomorrow morning."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from desk_app.core import audit, clock, datafile, keys, reasons, resources, store
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.paths import FORMS, Paths
from desk_app.core.table_names import name_of

if TYPE_CHECKING:
    from desk_app.core.database import Database

LOCK = "requirements/runtime.lock"
ENOUGH = 2_000_000_000
"""Free bytes that a year of work needs, with backups."""
LARGE = 500_000_000
"""Bytes from which a file or folder is worth naming: our own choice."""
WORDS = "物业前台 阿卜杜热合曼·买买提 放行条"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    what: str
    good: bool
    told: str
    slow: bool = False
    """Also for what is larger than needed: worth knowing, but no failure."""

    @property
    def line(self) -> str:
        """The finding in one line, its mark in front."""
        mark = "✘" if not self.good else "!" if self.slow else "✔"
        return f"{mark} {self.what}:{self.told}"


def examine(paths: Paths) -> Iterator[Finding]:
    """Yield what was found, one thing after the other; nothing in the data is changed."""
    steps: tuple[tuple[str, Callable[[Paths], tuple[bool, str]]], ...] = (
        (translate("Doctor", "组件版本"), _versions),
        (translate("Doctor", "数据文件夹"), _folder),
        (translate("Doctor", "打印字体"), _fonts),
        (translate("Doctor", "打印表单"), _forms),
        (translate("Doctor", "中文 PDF"), _pdf),
        (translate("Doctor", "Excel 表格"), _workbook),
        (translate("Doctor", "数据文件"), _file),
        (translate("Doctor", "数据库设置"), _engine_settings),
        (translate("Doctor", "记录"), _records),
        (translate("Doctor", "备份"), _backups),
    )
    for what, look in steps:
        yield from guarded(what, _once(what, look, paths))
    yield _sizes(paths)


def guarded(what: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield findings; what stops them becomes the last one, called `what`."""
    try:
        yield from findings
    except KnownError as error:
        yield Finding(what, False, error.text)
    except OSError as error:
        text = translate("Doctor", "{reason}。请检查磁盘和文件夹的权限。")
        yield Finding(what, False, text.format(reason=reasons.system(error)))
    except ImportError as error:  # names the part that is not installed
        yield Finding(what, False, str(error))


def _once(what: str, look: Callable[[Paths], tuple[bool, str]], paths: Paths) -> Iterator[Finding]:
    yield Finding(what, *look(paths))


def _versions(_paths: Paths) -> tuple[bool, str]:
    """Compare what is installed with the lock."""
    import platform

    wanted = {}
    for line in resources.path(LOCK).read_text("utf-8").splitlines():
        name, equal, rest = line.partition("==")
        if equal and not line.startswith((" ", "#")):
            wanted[name.strip()] = rest.split()[0]
    missing = translate("Doctor", "没有")
    wrong = []
    for name, version in wanted.items():
        try:
            found = metadata.version(name)
        except metadata.PackageNotFoundError:
            found = missing
        if found != version and name != "rl-accel":  # only speed
            wrong.append(f"{name} {found}≠{version}")
    told = f"Python {platform.python_version()}, SQLite {store.version()}"
    for name in ("PySide6-Essentials", "SQLAlchemy", "reportlab", "openpyxl"):
        told += f", {name} {metadata.version(name)}"
    return not wrong, "; ".join(wrong) or told


def _folder(paths: Paths) -> tuple[bool, str]:
    place = paths.data
    while not place.exists():
        place = place.parent
    if paths.data.exists():
        probe = paths.data / ".doctor"
        probe.write_bytes(b"x")
        probe.unlink()
    free = shutil.disk_usage(place).free
    text = translate("Doctor", "{path},剩余 {free}")
    if free < ENOUGH:
        text = translate("Doctor", "{path} 只剩 {free},请清理磁盘(至少留 2 GB)")
    return free >= ENOUGH, text.format(path=paths.data, free=_size(free))


def _fonts(_paths: Paths) -> tuple[bool, str]:
    from desk_app.documents import fonts

    fonts.register()
    lacking = "".join(sorted(fonts.missing(WORDS)))
    return not lacking, lacking or ", ".join(fonts.FILES.values())


def _forms(paths: Paths) -> tuple[bool, str]:
    from desk_app.documents import template

    loaded, wrong = [], []
    for folder in sorted(path.parent for path in FORMS.glob("*/form.toml")):
        form, complaint = template.load_or_shipped(folder.name, paths.forms, FORMS)
        loaded.append(f"{form.title} {form.code}".rstrip())  # a title may be that of two papers
        if complaint:
            wrong.append(complaint)
    return bool(loaded) and not wrong, "; ".join(wrong) or "、".join(loaded)


def _pdf(_paths: Paths) -> tuple[bool, str]:
    import json

    from desk_app.documents import draw, pages, template

    sample = next(iter(sorted(FORMS.glob("*/sample.json"))))
    form = template.load(sample.with_name("form.toml"))
    pdf = draw.render(form, json.loads(sample.read_text("utf-8")))
    good = form.title in pages.text(pdf).replace(" ", "")
    text = (
        translate("Doctor", "「{title}」生成后读回一致")
        if good
        else translate("Doctor", "「{title}」读回的文字不对")
    )
    return good, text.format(title=form.title)


def _workbook(_paths: Paths) -> tuple[bool, str]:
    from openpyxl import load_workbook

    from desk_app.documents import roster_sheet

    data = roster_sheet.to_bytes([{"room": "15-08", "owner": WORDS}])
    good = load_workbook(io.BytesIO(data))[roster_sheet.SHEET]["F2"].value == WORDS
    return good, translate("Doctor", "写出后读回一致") if good else translate("Doctor", "读回的内容不对")


def _on_server(paths: Paths) -> tuple[bool, str]:
    """Say whether the server answers and lets this desk in."""
    with _database(paths) as db:
        db.check_place()
    return True, translate("Doctor", "服务器连得上:{url}").format(url=paths.url())


@contextmanager
def _database(paths: Paths) -> Iterator[Database]:
    from desk_app.core.opening import open_database
    from desk_app.registers import REGISTERS

    for room in REGISTERS:
        room.register()
    db = open_database(paths)
    try:
        yield db
    finally:
        db.close()


def _file(paths: Paths) -> tuple[bool, str]:
    if paths.is_on_server():
        return _on_server(paths)
    file = paths.file()
    if not file.exists():
        return True, translate("Doctor", "{path} 还没有(首次启动时建立)").format(path=file)
    wrong = datafile.quick_check(keys.opened(file))
    return not wrong, wrong[0] if wrong else translate("Doctor", "{path} 完好").format(path=file)


def _engine_settings(paths: Paths) -> tuple[bool, str]:
    if paths.is_on_server():
        return _on_server(paths)
    file = paths.file()
    if not file.exists():
        return True, translate("Doctor", "还没有数据")
    engine = store.make_engine(keys.opened(file))
    try:
        store.assert_environment(engine)
    except DBAPIError as error:
        raise store.known_error(error) or error from error
    finally:
        engine.dispose()
    return True, ", ".join(f"{name}={value}" for name, value in store.EXPECTED.items())


def _records(paths: Paths) -> tuple[bool, str]:
    from desk_app.core import backup

    if paths.is_on_server():
        with _database(paths) as db:
            counts = db.file.counts()
    elif paths.file().exists():
        counts = keys.opened(paths.file()).counts()
    else:
        return True, translate("Doctor", "还没有数据")
    counted = {name: count for name, count in counts.items() if count}
    largest = sorted(counted.items(), key=lambda item: -item[1])[:8]
    copies = backup.listing(paths.backups)
    last = f"{clock.local(copies[0].at):%Y-%m-%d %H:%M}" if copies else translate("Doctor", "没有")
    told = ", ".join(f"{name_of(name)} {count}" for name, count in largest)
    return True, translate("Doctor", "{told};最近备份:{last}").format(told=told or "0", last=last)


def _backups(paths: Paths) -> tuple[bool, str]:
    """Say how old the newest good backup is, where the second place is, what the last drill found."""
    from desk_app.core import backup_plan, restore_drill, settings

    if not paths.is_on_server() and not paths.file().exists():
        return True, translate("Doctor", "还没有数据")
    with _database(paths) as db, db.read() as session:
        config = settings.load(session)
        loud = backup_plan.complaint(paths.backups, config.get(backup_plan.LOUD), audit.began(session))
    drill = restore_drill.last(paths.backups)
    fault = drill.told if drill is not None and drill.fault else ""
    wrong = [
        text for text in (loud, backup_plan.second_missing(config.get(backup_plan.SECOND)), fault) if text
    ]
    if wrong:
        return False, " ".join(wrong)
    return True, drill.told if drill else translate("Doctor", "还没有做过恢复演练(每月自动做一次)")


def _sizes(paths: Paths) -> Finding:
    """Say what lies in the data folder, largest first, and what can be done about what is large."""
    sizes = {path.name: _weight(path) for path in paths.data.iterdir()} if paths.data.is_dir() else {}
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:5]
    told = ", ".join(f"{name} {_size(size)}" for name, size in largest) or "0"
    large = [name for name, size in largest if size > LARGE]
    if large:
        advice = translate("Doctor", "{told};较大:{names}。旧备份可移到别的磁盘;desk.db 和 archive 要留着")
        told = advice.format(told=told, names=", ".join(large))
    return Finding(translate("Doctor", "占用空间"), True, told, slow=bool(large))


def _weight(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _size(size: float) -> str:
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            break
        size /= 1000
    return f"{size:.0f} {unit}" if unit in ("B", "KB") else f"{size:.1f} {unit}"
