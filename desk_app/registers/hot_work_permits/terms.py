"""The words of a hot-work permit: what can be chosen, the checklist, the settings (⚙) with their clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk_app.core.declare import Choice
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec

METHODS = (
    Choice("arc", QT_TRANSLATE_NOOP("HotWork", "电焊")),
    Choice("gas", QT_TRANSLATE_NOOP("HotWork", "气焊气割")),
    Choice("argon", QT_TRANSLATE_NOOP("HotWork", "氩弧焊")),
    Choice("torch", QT_TRANSLATE_NOOP("HotWork", "喷灯")),
    Choice("grind", QT_TRANSLATE_NOOP("HotWork", "砂轮切割打磨")),
    Choice("fuse", QT_TRANSLATE_NOOP("HotWork", "热熔")),
    Choice("boil", QT_TRANSLATE_NOOP("HotWork", "明火熬炼")),
    Choice("drill", QT_TRANSLATE_NOOP("HotWork", "电钻")),
    Choice("other", QT_TRANSLATE_NOOP("HotWork", "其他动火")),
)
"""Grinding and drilling count as hot work too (京消〔2024〕83 号 [L11])."""

BETWEEN = re.compile("[,;/+" + "".join(map(chr, (0x3001, 0xFF0C, 0xFF1B))) + "]")
"""What stands between two names in one line; 0x3001 is the Chinese list comma."""

WELDING = frozenset({"arc", "gas", "argon"})
"""Methods that only the holder of a welding certificate may use (消防法 21 [L14]; S0㈦(2)3)."""

CERTIFICATES = (
    Choice("special", QT_TRANSLATE_NOOP("HotWork", "焊接与热切割作业(应急管理)")),
    Choice("building", QT_TRANSLATE_NOOP("HotWork", "建筑焊工(住建)")),
    Choice("none", QT_TRANSLATE_NOOP("HotWork", "无须持证(打磨、电钻等)")),
)
FINDINGS = (
    Choice("valid", QT_TRANSLATE_NOOP("HotWork", "查到有效")),
    Choice("not_found", QT_TRANSLATE_NOOP("HotWork", "未查到")),
    Choice("expired", QT_TRANSLATE_NOOP("HotWork", "查到已过期")),
    Choice("revoked", QT_TRANSLATE_NOOP("HotWork", "查到已注销、撤销")),
    Choice("mismatch", QT_TRANSLATE_NOOP("HotWork", "人证不符")),
)
EXTINGUISHERS = (
    Choice("powder", QT_TRANSLATE_NOOP("HotWork", "干粉")),
    Choice("co2", QT_TRANSLATE_NOOP("HotWork", "二氧化碳")),
    Choice("water", QT_TRANSLATE_NOOP("HotWork", "水基型")),
)
VOID_REASONS = (
    Choice("wrong_entry", QT_TRANSLATE_NOOP("HotWork", "填写错误")),
    Choice("cancelled", QT_TRANSLATE_NOOP("HotWork", "取消作业")),
    Choice("duplicate", QT_TRANSLATE_NOOP("HotWork", "重复开具")),
    Choice("misprint", QT_TRANSLATE_NOOP("HotWork", "打印损坏")),
    Choice("renovation", QT_TRANSLATE_NOOP("HotWork", "装修许可证停止")),
    Choice("other", QT_TRANSLATE_NOOP("HotWork", "其他")),
)
STOP_REASONS = (
    Choice("violation", QT_TRANSLATE_NOOP("HotWork", "违章作业")),
    Choice("wind", QT_TRANSLATE_NOOP("HotWork", "风力超限")),
    Choice("fire_alarm", QT_TRANSLATE_NOOP("HotWork", "火警、险情")),
    Choice("watch_left", QT_TRANSLATE_NOOP("HotWork", "看火人离岗")),
    Choice("renovation", QT_TRANSLATE_NOOP("HotWork", "装修许可证停止")),
    Choice("other", QT_TRANSLATE_NOOP("HotWork", "其他")),
)
VIOLATIONS = frozenset({"violation", "watch_left"})

ANSWERS = (
    Choice("yes", QT_TRANSLATE_NOOP("HotWork", "是")),
    Choice("no", QT_TRANSLATE_NOOP("HotWork", "否")),
    Choice("na", QT_TRANSLATE_NOOP("HotWork", "不适用")),
)


@dataclass(frozen=True)
class Measure:
    """One of the safety measures: `number` as people say it, the sentence, where it comes from."""

    key: str
    number: int
    text: str
    clause: str


MEASURES = (
    Measure("ahead", 1, QT_TRANSLATE_NOOP("HotWork", "已提前 1 个工作日申请"), "domain.md F10① [U42]"),
    Measure("clear", 2, QT_TRANSLATE_NOOP("HotWork", "周边 10 m 内可燃物已清除或覆盖隔离,墙地洞口已封堵"), "domain.md F10② [U46]"),
    Measure("below", 3, QT_TRANSLATE_NOOP("HotWork", "下方及隔层有人看护,已设接火斗"), "domain.md F10③"),
    Measure("partition", 4, QT_TRANSLATE_NOOP("HotWork", "与使用区已防火分隔"), "domain.md F10④ [L09]"),
    Measure("extinguish", 5, QT_TRANSLATE_NOOP("HotWork", "灭火器压力正常,备有水桶或沙"), "domain.md F10⑤"),
    Measure("machine", 6, QT_TRANSLATE_NOOP("HotWork", "焊机接地、线路完好"), "domain.md F10⑥ [U41]"),
    Measure("cylinders", 7, QT_TRANSLATE_NOOP("HotWork", "气瓶直立防倾,乙炔与氧气间距≥5 m、距火点≥10 m"), "domain.md F10⑦ [U47]"),
    Measure("paint", 8, QT_TRANSLATE_NOOP("HotWork", "无油漆、稀料等交叉作业"), "domain.md F10⑧ [U41]"),
    Measure("air", 9, QT_TRANSLATE_NOOP("HotWork", "通风良好"), "domain.md F10⑨ [U41]"),
    Measure("detectors", 10, QT_TRANSLATE_NOOP("HotWork", "烟感、喷淋已采取措施并定恢复人"), "domain.md F10⑩"),
    Measure("matched", 11, QT_TRANSLATE_NOOP("HotWork", "人证相符"), "domain.md F10⑪ [L13]"),
    Measure("watch", 12, QT_TRANSLATE_NOOP("HotWork", "看火人到位并知道报警电话"), "domain.md F10⑫ [L10]"),
    Measure("posted", 13, QT_TRANSLATE_NOOP("HotWork", "已在主入口和作业现场公告"), "domain.md F10⑬ [L17]"),
    Measure("exits", 14, QT_TRANSLATE_NOOP("HotWork", "应急通道畅通"), "domain.md F10⑭"),
)  # fmt: skip

MEASURE_CHOICES = tuple(Choice(measure.key, measure.text) for measure in MEASURES)
NOTE_KINDS = (
    Choice("patrol", QT_TRANSLATE_NOOP("HotWork", "巡查")),
    Choice("pause", QT_TRANSLATE_NOOP("HotWork", "暂停")),
    Choice("resume", QT_TRANSLATE_NOOP("HotWork", "复工")),
    Choice("recheck", QT_TRANSLATE_NOOP("HotWork", "复查")),
)

SCHEME = Spec(
    "hot_work.scheme", QT_TRANSLATE_NOOP("Settings", "动火等级制"), Kind.CHOICE, "office", "domain.md F10 [L07]",
    choices=(
        ("office", QT_TRANSLATE_NOOP("Settings", "写字楼:一般动火,当日当班")),
        ("a", QT_TRANSLATE_NOOP("Settings", "A:特级、一级、二级")),
        ("b", QT_TRANSLATE_NOOP("Settings", "B:一级、二级、三级")),
    ),
)  # fmt: skip
FEWEST = Spec(
    "hot_work.extinguishers", QT_TRANSLATE_NOOP("Settings", "每个动火点灭火器至少"), Kind.NUMBER, 2,
    "domain.md F10 [K]", unit=QT_TRANSLATE_NOOP("Settings", "具"), least=1, most=20,
)  # fmt: skip
WIND = Spec(
    "hot_work.wind", QT_TRANSLATE_NOOP("Settings", "室外动火停止的风力"), Kind.NUMBER, 5,
    "domain.md F10 [L10]", unit=QT_TRANSLATE_NOOP("Settings", "级"), least=1, most=17,
)  # fmt: skip
PATROL = Spec(
    "hot_work.patrol", QT_TRANSLATE_NOOP("Settings", "动火巡查间隔"), Kind.NUMBER, 60,
    "domain.md F10 [U41]", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=10, most=240,
)  # fmt: skip
REMIND = Spec(
    "hot_work.remind", QT_TRANSLATE_NOOP("Settings", "动火证到期前提醒"), Kind.NUMBER, 30,
    "domain.md §5.4", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=5, most=240,
)  # fmt: skip
RECHECK = Spec(
    "hot_work.recheck", QT_TRANSLATE_NOOP("Settings", "完工后复查须等"), Kind.NUMBER, 30,
    "domain.md §0.1-8 [U40]", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=30, most=240,
)  # fmt: skip
GRACE = Spec(
    "hot_work.grace", QT_TRANSLATE_NOOP("Settings", "到点后多久内复查算按时"), Kind.NUMBER, 30,
    "domain.md §6 [K]", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=5, most=240,
)  # fmt: skip
REPRINTS = Spec(
    "hot_work.reprints", QT_TRANSLATE_NOOP("Settings", "动火证前台可自行补打次数"), Kind.NUMBER, 3,
    "domain.md §5.3", least=0, most=99,
)  # fmt: skip
PRIVATE_DAYS = days_spec("hot_work_permits", 180, "domain.md §1.7 [K][L02]")
KEPT_YEARS = years_spec("hot_work_permits", 3, "domain.md §1.7 [K]")
KEPT_GROUND = QT_TRANSLATE_NOOP("Retention", "动火审批是消防安全管理记录")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    SCHEME, FEWEST, WIND, PATROL, REMIND, RECHECK, GRACE, REPRINTS,
    PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip
