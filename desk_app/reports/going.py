"""What a restore would take away, in words: by register, with the last numbers given."""

from __future__ import annotations

from desk_app.core import clock
from desk_app.core.backup import Backup
from desk_app.core.i18n import listed, translate
from desk_app.core.restore_preview import Preview
from desk_app.registers import REGISTERS


def lines(preview: Preview, backup: Backup) -> list[str]:
    """Return the sentences, the backup's moment first."""
    at = f"{clock.local(backup.at):%Y-%m-%d %H:%M}"
    told = [translate("Backup", "数据会回到 {at} 的样子。").format(at=at)]
    if not preview.comparable:
        text = translate("Backup", "现在的数据读不出来,或不是这份备份之后的数据,说不出会少哪些记录。")
        return [*told, text]
    if not preview.going:
        return [*told, translate("Backup", "这份备份之后没有新的记录,什么也不会少。")]
    titles = {(register := room.register()).prefix: (register.context, register.title) for room in REGISTERS}
    rest = 0
    for one in preview.going:
        known = titles.get(one.last.partition("-")[0]) if one.last else None
        if known is None or one.entity == "paper":
            rest += one.made + one.changed
            continue
        context, title = known
        parts = []
        if one.made:
            parts.append(
                translate("Backup", "{count} 条会消失(最后一条 {last})").format(count=one.made, last=one.last)
            )
        if one.changed:
            parts.append(translate("Backup", "{count} 条会变回以前的内容").format(count=one.changed))
        told.append(f"{translate(context, title)}: {listed(parts)}")
    if rest:
        told.append(translate("Backup", "其他(单据、审批、借还等):{rest} 条").format(rest=rest))
    if preview.last is not None:
        text = translate("Backup", "最后一次改动在 {at}。")
        told.append(text.format(at=f"{clock.local(preview.last):%Y-%m-%d %H:%M}"))
    return told
