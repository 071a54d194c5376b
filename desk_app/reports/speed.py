"""How quick this computer is at what is felt at the desk: a few small timings, each with a plain verdict.

The limits are our own choice: what an office computer with an SSD keeps easily, and beyond which somebody
at the desk begins to wait. Nothing here is ever a failure; the data are only read.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from desk_app.core import datafile, keys, search, store
from desk_app.core.database import SCHEMA, Database
from desk_app.core.datafile import DataFile
from desk_app.core.i18n import translate
from desk_app.core.keys import Keys
from desk_app.core.paths import FORMS, Paths
from desk_app.core.people import SYSTEM
from desk_app.reports.doctor import Finding

DISK, SAVE, SEARCH, SLIP, REPAINT = 0.010, 0.050, 0.050, 0.100, 0.050
"""Seconds up to which a synchronised write, a whole save, a search, a slip, a repaint is as it should be."""
ROUNDS = 7
_PIECE = b"\0" * 24_000  # what one save writes, about
_LOOKED_FOR = ("王", "zs", "138", "15-08")
_VISIT = {
    "name": "测速", "party_size": 1, "host_room": "15-08", "host_name": "测速", "purpose": "business",
    "confirm": "phone", "confirmed_by": "测速", "phone": "13800000000", "id_kind": "resident_card",
}  # fmt: skip


def measure(paths: Paths) -> Iterator[Finding]:
    """Time the disk of the data folder, a save in a database of its own, a search in the data, and a slip."""
    with tempfile.TemporaryDirectory(prefix="doctor-") as folder:  # in the data folder (core/temporary.py)
        place = Path(folder)
        yield verdict(
            translate("Doctor", "磁盘写入"),
            _disk(place),
            DISK,
            translate("Doctor", "数据文件夹所在的磁盘慢(机械硬盘、网络盘或杀毒软件在逐个检查);请换到固态硬盘,并让杀毒软件不检查数据文件夹"),
        )  # fmt: skip
        trial, own = Paths(place), Keys.new()  # kept nowhere
        data = keys.opened(paths.file())
        yield verdict(
            translate("Doctor", "保存一条"),
            _save(trial, own),
            SAVE,
            translate("Doctor", "请先看磁盘写入;磁盘正常时,请关掉其他占用处理器的程序"),
        )
        yield verdict(
            translate("Doctor", "查找"),
            _search(data if datafile.schema_of(data) == SCHEMA else own.opens(trial.file())),
            SEARCH,
            translate("Doctor", "请关掉其他占用处理器或内存的程序;再慢请把本页交给管理员"),
        )
    yield verdict(
        translate("Doctor", "生成放行条"),
        _slip(),
        SLIP,
        translate("Doctor", "处理器慢或正忙;请关掉其他程序"),
    )


def verdict(what: str, seconds: float, limit: float, advice: str) -> Finding:
    """Return a finding in words: the measure, and that it is as it should be or slow and what to do."""
    text = translate("Doctor", "{ms} 毫秒,正常")
    if seconds > limit:
        text = translate("Doctor", "{ms} 毫秒,慢(正常不超过 {limit} 毫秒):{advice}")
    told = text.format(ms=f"{seconds * 1000:.1f}", limit=f"{limit * 1000:.0f}", advice=advice)
    return Finding(what, True, told, slow=seconds > limit)


def median(do: Callable[[], object]) -> float:
    """Return the median seconds that `do` takes, once warm."""
    do()
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        do()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _disk(folder: Path) -> float:
    with (folder / "disk").open("wb") as file:

        def write() -> None:
            file.write(_PIECE)
            file.flush()
            os.fsync(file.fileno())

        return median(write)


def _save(paths: Paths, own: Keys) -> float:
    from desk_app.registers import REGISTERS
    from desk_app.registers.visitors import service

    for room in REGISTERS:
        room.register()
    db = Database(paths.url(), keys=own)

    def save() -> None:
        with db.write(SYSTEM) as session:
            service.register(session, _VISIT)

    try:
        return median(save)
    finally:
        db.close()


def _search(file: DataFile) -> float:
    engine = store.make_engine(file)
    try:
        with Session(store.reader(engine)) as session:
            return max(median(lambda text=text: search.find(session, text)) for text in _LOOKED_FOR)  # type: ignore[misc]
    finally:
        engine.dispose()


def _slip() -> float:
    from desk_app.documents import draw, template

    folder = FORMS / "release_slip"
    form = template.load(folder / "form.toml")
    values = json.loads((folder / "sample.json").read_text("utf-8"))
    return median(lambda: draw.render(form, values))
