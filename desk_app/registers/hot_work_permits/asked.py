"""The few fields that the steps of a hot-work permit ask for; each is called as its verb's argument."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.core import people
from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.people import Role
from desk_app.registers.hot_work_permits import terms, views

NOTE = Field("note", QT_TRANSLATE_NOOP("HotWork", "意见 / 情况"), span=2, limit=120)
PHOTOS = Field("photos", QT_TRANSLATE_NOOP("HotWork", "现场照片"), FieldKind.FILES)
VISIT = (
    Field("by", QT_TRANSLATE_NOOP("HotWork", "到场的人"), required=True),
    Field(
        "fine", QT_TRANSLATE_NOOP("HotWork", "结果"), FieldKind.CHECK, default=True,
        hint=QT_TRANSLATE_NOOP("HotWork", "无异常(有异常请取消并写明)"),
    ),
    Field("note", QT_TRANSLATE_NOOP("HotWork", "情况和处理"), span=2, limit=120),
)  # fmt: skip
START = (
    Field("watch", QT_TRANSLATE_NOOP("HotWork", "看火人本人签到"), required=True),
    Field("wind", QT_TRANSLATE_NOOP("HotWork", "现在风力(级)"), FieldKind.INTEGER, required=True, limit=2),
)
FINISH = (
    Field(
        "embers", QT_TRANSLATE_NOOP("HotWork", "余火"), FieldKind.CHECK, span=2,
        hint=QT_TRANSLATE_NOOP("HotWork", "已到现场看过,余火清理完毕"),
    ),
)  # fmt: skip
ABORT = (
    Field(
        "kind", QT_TRANSLATE_NOOP("HotWork", "中止原因"), FieldKind.CHOICE, required=True, choices=terms.STOP_REASONS
    ),
    Field("note", QT_TRANSLATE_NOOP("HotWork", "情况"), span=2, limit=120),
)  # fmt: skip
RESTORED = (Field("by", QT_TRANSLATE_NOOP("HotWork", "到现场确认的人"), required=True, span=2),)
VOID = (
    Field(
        "reason", QT_TRANSLATE_NOOP("HotWork", "作废原因"), FieldKind.CHOICE, required=True,
        choices=terms.VOID_REASONS,
    ),
    Field("approver", QT_TRANSLATE_NOOP("HotWork", "复核人"), FieldKind.STAFF, required=True, suggest=views.suggest_lead),
    Field("note", QT_TRANSLATE_NOOP("HotWork", "说明"), span=2, limit=120),
    Field("copies_back", QT_TRANSLATE_NOOP("HotWork", "三联都已收回"), FieldKind.CHECK, default=True),
)  # fmt: skip


def approver(roles: Sequence[Role]) -> Field:
    """Return the field that asks for a member of staff with one of these roles."""
    return Field(
        "approver", QT_TRANSLATE_NOOP("HotWork", "由谁同意"), FieldKind.STAFF, required=True,
        suggest=lambda session, text, _values: people.offered(session, text, roles),
    )  # fmt: skip
