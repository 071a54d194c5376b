"""The words of a release slip: what can be chosen, and the settings (⚙) with their clauses."""

from __future__ import annotations

from desk_app.core.declare import Choice
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import SEPARATE_GATE, SEPARATE_SLIPS, Kind, Spec

KINDS = (
    Choice("bulky", QT_TRANSLATE_NOOP("ReleaseSlips", "大件物品")),
    Choice("move", QT_TRANSLATE_NOOP("ReleaseSlips", "搬家(整租退场)")),
    Choice("materials", QT_TRANSLATE_NOOP("ReleaseSlips", "装修材料工具")),
    Choice("valuables", QT_TRANSLATE_NOOP("ReleaseSlips", "贵重小件(单位证明)")),
    Choice("repair", QT_TRANSLATE_NOOP("ReleaseSlips", "维修外送(须返回)")),
    Choice("internal", QT_TRANSLATE_NOOP("ReleaseSlips", "内部部门物品")),
    Choice("scrap", QT_TRANSLATE_NOOP("ReleaseSlips", "废旧物资")),
)
STANDINGS = (
    Choice("owner", QT_TRANSLATE_NOOP("ReleaseSlips", "业主本人")),
    Choice("signatory", QT_TRANSLATE_NOOP("ReleaseSlips", "租户授权签字人")),
    Choice("employee", QT_TRANSLATE_NOOP("ReleaseSlips", "租户员工")),
    Choice("trustee", QT_TRANSLATE_NOOP("ReleaseSlips", "受托人")),
    Choice("mover", QT_TRANSLATE_NOOP("ReleaseSlips", "搬家公司")),
    Choice("works", QT_TRANSLATE_NOOP("ReleaseSlips", "施工单位")),
)
ROUTES = (
    Choice("freight", QT_TRANSLATE_NOOP("ReleaseSlips", "货梯")),
    Choice("passenger", QT_TRANSLATE_NOOP("ReleaseSlips", "客梯")),
    Choice("stairs", QT_TRANSLATE_NOOP("ReleaseSlips", "楼梯")),
    Choice("garage", QT_TRANSLATE_NOOP("ReleaseSlips", "地库出口")),
)
CONSENTS = (
    Choice("on_site", QT_TRANSLATE_NOOP("ReleaseSlips", "现场签字")),
    Choice("written", QT_TRANSLATE_NOOP("ReleaseSlips", "书面授权")),
    Choice("phone", QT_TRANSLATE_NOOP("ReleaseSlips", "电话确认(档案号码)")),
    Choice("fax", QT_TRANSLATE_NOOP("ReleaseSlips", "盖章传真")),
    Choice("wechat", QT_TRANSLATE_NOOP("ReleaseSlips", "微信书面")),
    Choice("signatory", QT_TRANSLATE_NOOP("ReleaseSlips", "授权签字人签字盖章")),
)
VOID_REASONS = (
    Choice("wrong_entry", QT_TRANSLATE_NOOP("ReleaseSlips", "填写错误")),
    Choice("cancelled", QT_TRANSLATE_NOOP("ReleaseSlips", "客户取消")),
    Choice("mismatch", QT_TRANSLATE_NOOP("ReleaseSlips", "物单不符")),
    Choice("duplicate", QT_TRANSLATE_NOOP("ReleaseSlips", "重复开具")),
    Choice("misprint", QT_TRANSLATE_NOOP("ReleaseSlips", "打印损坏")),
    Choice("other", QT_TRANSLATE_NOOP("ReleaseSlips", "其他")),
)
GOODS_LIFT_ONLY = frozenset({"bulky", "move", "materials"})

CONSENT_FOR = {
    "bulky": Spec("release_slips.consent_bulky", QT_TRANSLATE_NOOP("Settings", "非业主搬出大件须业主认可"), Kind.YES_NO, True, "S0㈠1; domain.md §8-4"),
    "move": Spec("release_slips.consent_move", QT_TRANSLATE_NOOP("Settings", "非业主搬家须业主认可"), Kind.YES_NO, True, "S0㈠1; domain.md §8-4"),
    "materials": Spec("release_slips.consent_materials", QT_TRANSLATE_NOOP("Settings", "非业主搬出装修材料须业主认可"), Kind.YES_NO, False, "domain.md F06"),
    "repair": Spec("release_slips.consent_repair", QT_TRANSLATE_NOOP("Settings", "非业主维修外送须业主认可"), Kind.YES_NO, False, "domain.md F06"),
}  # fmt: skip
SIGNATORY = Spec(
    "release_slips.signatory", QT_TRANSLATE_NOOP("Settings", "租户日常搬出大件可由授权签字人签字盖章"),
    Kind.YES_NO, False, "domain.md F06, §8-4",
)  # fmt: skip
WORK_CARD = Spec(
    "release_slips.work_card", QT_TRANSLATE_NOOP("Settings", "租户员工可凭工作证办理"),
    Kind.YES_NO, True, "domain.md F06",
)  # fmt: skip
RENO_NO = Spec(
    "release_slips.reno_no", QT_TRANSLATE_NOOP("Settings", "施工单位搬出材料须填装修许可证号"),
    Kind.YES_NO, True, "domain.md F06",
)  # fmt: skip
MOVE_DAYS = Spec(
    "release_slips.move_days", QT_TRANSLATE_NOOP("Settings", "搬家放行条最长时段"), Kind.NUMBER, 3,
    "domain.md F06 [K]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=15,
)  # fmt: skip
STORE_ID = Spec(
    "release_slips.store_id", QT_TRANSLATE_NOOP("Settings", "保存放行条申请人证件号码"),
    Kind.YES_NO, False, "domain.md §4.2-2, §8-6",
)  # fmt: skip
REPRINTS = Spec(
    "release_slips.reprints", QT_TRANSLATE_NOOP("Settings", "前台可自行补打次数"), Kind.NUMBER, 3,
    "domain.md §5.3", least=0, most=99,
)  # fmt: skip
REMIND_AT = Spec(
    "release_slips.remind_at", QT_TRANSLATE_NOOP("Settings", "放行条未用提醒时间"),
    Kind.TIME_OF_DAY, "22:00", "domain.md §5.4",
)  # fmt: skip
PRIVATE_DAYS = days_spec("release_slips", 180, "domain.md §1.7 [K][L02]")
KEPT_YEARS = years_spec("release_slips", 1, "domain.md §1.7 [U30][U05]")
KEPT_GROUND = QT_TRANSLATE_NOOP("Retention", "物资放行凭证,涉及业户财产")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    *CONSENT_FOR.values(), SIGNATORY, SEPARATE_SLIPS, SEPARATE_GATE, WORK_CARD, RENO_NO, MOVE_DAYS, STORE_ID, REPRINTS, REMIND_AT,
    PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip
