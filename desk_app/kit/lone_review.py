"""The two actions of a supervisor on what one person did alone at night: approve it, or object and say why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk_app.core import lone
from desk_app.core.i18n import translate

if TYPE_CHECKING:
    from desk_app.core.declare import Row
    from desk_app.kit.register_work import RegisterWork


def handlers(work: RegisterWork) -> dict[str, Callable[[Row], object]]:
    """Return what the actions "lone_approve" and "lone_object" of a register do."""

    def approve(row: Row) -> None:
        uid = str(row["uid"])
        work.act(lambda session: lone.approve(session, uid), translate("Lone", "已补审"))

    def object_to(row: Row) -> None:
        uid = str(row["uid"])
        work.ask_and_act(
            row, lambda session, why: lone.object_to(session, uid, reason=why),
            translate("Lone", "补审异议:有什么不妥、怎样处理"), translate("Lone", "异议已登记"),
        )  # fmt: skip

    return {"lone_approve": approve, "lone_object": object_to}
