"""The report of a salvage: table by table and row by row where what came from, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk_app.core import clock
from desk_app.core.backup import Backup
from desk_app.core.i18n import listed, translate
from desk_app.core.lost_links import Lost
from desk_app.core.mending import Mended
from desk_app.core.records import moment
from desk_app.core.salvage import Found, Gap, Salvaged
from desk_app.core.table_names import name_of

_END = 1 << 40


def lines(
    got: Salvaged, mended: Sequence[Mended], rest: Sequence[str], base: Backup, kept: object
) -> Iterator[str]:
    """Yield the report line by line."""
    rows = sum(one.read for one in got.tables), sum(one.taken for one in got.tables)
    yield translate("Rescue", "抢救报告 {at}").format(at=f"{clock.local(clock.now()):%Y-%m-%d %H:%M}")
    yield translate("Rescue", "损坏的文件另存为 {path},没有改动。").format(path=kept)
    yield translate("Rescue", "参照的备份:{name}({at})").format(
        name=base.path.name, at=f"{clock.local(base.at):%Y-%m-%d %H:%M}"
    )
    yield translate("Rescue", "从损坏的文件读出 {read} 行,从备份补 {taken} 行。").format(
        read=rows[0], taken=rows[1]
    )
    pages = listed(map(str, got.broken_pages[:50])) or translate("Rescue", "无")
    yield translate("Rescue", "校验不符的页:{count} 页({pages})").format(
        count=len(got.broken_pages), pages=pages
    )
    if got.first_page:
        yield translate("Rescue", "第 1 页已损坏,按备份补回。")
    yield from _gaps(got.tables)
    yield from _links(got.history)
    yield from _records(mended)
    for line in rest:
        yield translate("Rescue", "仍有问题:{line}").format(line=line)


def missing(mended: Sequence[Mended]) -> list[str]:
    """Return the numbers of the records that neither the file nor the backup holds."""
    return [one.no or one.uid for one in mended if not one.columns]


def _gaps(tables: Sequence[Found]) -> Iterator[str]:
    for table in tables:
        for gap in table.gaps:
            yield translate("Rescue", "{table}:第 {range}读不出,其中备份里有的已补。").format(
                table=name_of(table.name), range=_range(gap)
            )


def _range(gap: Gap) -> str:
    low, high = gap
    if high > _END:
        return translate("Rescue", "{first} 行起到末尾").format(first=low + 1)
    text = translate("Rescue", "{first} 行") if high - low == 2 else translate("Rescue", "{first}–{last} 行")
    return text.format(first=low + 1, last=high - 1)


def _links(lost: Lost) -> Iterator[str]:
    """Tell every break of the chain: `verify` will name the first of them from now on."""
    told = {
        number: translate("Rescue", "修改记录 第 {number} 条:丢失,链在此中断。").format(number=number)
        for number in lost.links
    }
    for one in lost.details:
        text = translate("Rescue", "修改记录 第 {number} 条({no} · {at}):明细丢失,链在此中断。")
        at = f"{clock.local(moment(one.at)):%Y-%m-%d %H:%M}"
        told[one.id] = text.format(number=one.id, no=one.no or name_of(one.entity), at=at)
    yield from (told[number] for number in sorted(told))
    if lost.open_end:
        yield translate("Rescue", "修改记录的末尾读不出,最后几条可能也已丢失。")


def _records(mended: Sequence[Mended]) -> Iterator[str]:
    for one in mended:
        named = one.no or one.uid
        if one.columns:
            yield translate("Rescue", "{table} {no}:按修改记录补到最新({count} 项)").format(
                table=name_of(one.table), no=named, count=len(one.columns)
            )
        else:
            yield translate("Rescue", "{table} {no}:只在修改记录里,原记录丢失,请按修改记录补登。").format(
                table=name_of(one.table), no=named
            )
