"""Water and pressure tests: when one counts as passed, and whether all that is needed was. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.core.errors import RuleError
from desk_app.core.i18n import listed, translate
from desk_app.core.settings import Settings
from desk_app.registers.renovation_permits import terms

MOST_KPA = 10_000
FULL_STOP = chr(0x3002)  # what the key of the point gives in a Chinese input method
_DECIMAL = re.compile(r"\d{1,2}(\.\d{1,3})?", re.ASCII)


@dataclass(frozen=True)
class Limits:
    """What a test must reach; depth mm, pressures kPa."""

    depth: int = 20
    hours: int = 24
    pressure: int = 600
    hold: int = 30
    drop: int = 50


def limits(config: Settings) -> Limits:
    """Read the limits from the settings."""
    return Limits(
        config.get(terms.WATER_DEPTH), config.get(terms.WATER_HOURS), config.get(terms.PRESSURE),
        config.get(terms.HOLD_MINUTES), config.get(terms.MOST_DROP),
    )  # fmt: skip


@dataclass(frozen=True)
class Test:
    """One test as it is noted; pressures kPa."""

    __test__ = False  # not one of pytest's

    kind: str
    zone: str = ""
    begun_at: datetime | None = None
    done_at: datetime | None = None
    depth: int | None = None
    downstairs: str = ""
    pressure: int | None = None
    hold_minutes: int | None = None
    pressure_drop: int | None = None
    exempt: str = ""
    result: str = ""
    signed_by: str = ""


def megapascal(text: str, field: str) -> int | None:
    """Return kPa of a pressure typed in MPa ("0.8"), None for nothing; RuleError for what is no pressure."""
    plain = re.sub(r"(?i)mpa|\s", "", unicodedata.normalize("NFKC", text).replace(FULL_STOP, "."))
    if not plain:
        return None
    if not _DECIMAL.fullmatch(plain):
        raise RuleError(translate("Renovations", "压力应为 MPa 的数字,例如 0.8。"), field)
    kpa = round(float(plain) * 1000)
    if kpa > MOST_KPA:
        raise RuleError(translate("Renovations", "压力应为 MPa 的数字,例如 0.8。"), field)
    return kpa


def wrong(test: Test, limit: Limits, now: datetime) -> list[RuleError]:
    """Return what is missing in a test, and why one that is said to be passed is not [U48][U49]."""
    if test.exempt:
        if test.kind == "pressure":
            return []
        return [RuleError(translate("Renovations", "闭水试验不能免做。"), "exempt")]
    found = _missing(test, now)
    if found or test.result != "passed":
        return found
    return _water(test, limit) if test.kind == "water" else _pressure(test, limit)


def _missing(test: Test, now: datetime) -> list[RuleError]:
    found = []
    if not test.zone:
        found.append(RuleError(translate("Renovations", "请填写试验区域,例如「茶水间」。"), "zone"))
    if not test.result:
        found.append(RuleError(translate("Renovations", "请选择试验结果。"), "result"))
    if test.kind == "water":
        if test.begun_at is None or test.done_at is None:
            key = "begun_at" if test.begun_at is None else "done_at"
            found.append(RuleError(translate("Renovations", "请填写闭水开始和结束时间。"), key))
        elif test.done_at <= test.begun_at:
            found.append(RuleError(translate("Renovations", "结束时间应晚于开始时间。"), "done_at"))
        elif test.done_at > now:
            found.append(RuleError(translate("Renovations", "结束时间还没到,试验做完再登记。"), "done_at"))
    return found


def _water(test: Test, limit: Limits) -> list[RuleError]:
    assert test.begun_at is not None
    assert test.done_at is not None
    found = []
    if (test.depth or 0) < limit.depth:
        text = translate("Renovations", "闭水水深须 {least} 毫米以上,现为 {depth};不够不能算合格。")
        found.append(RuleError(text.format(least=limit.depth, depth=test.depth or 0), "depth"))
    if test.done_at - test.begun_at < timedelta(hours=limit.hours):
        text = translate("Renovations", "闭水须满 {least} 小时,现为 {hours:.1f} 小时;不够不能算合格。")
        hours = (test.done_at - test.begun_at).total_seconds() / 3600
        found.append(RuleError(text.format(least=limit.hours, hours=hours), "done_at"))
    if not test.downstairs:
        found.append(RuleError(translate("Renovations", "请填写楼下是谁确认没有渗漏的。"), "downstairs"))
    return found


def _pressure(test: Test, limit: Limits) -> list[RuleError]:
    found = []
    if (test.pressure or 0) < limit.pressure:
        text = translate("Renovations", "打压压力须 {least:.2f} MPa 以上,现为 {given:.2f};不够不能算合格。")
        given = (test.pressure or 0) / 1000
        found.append(RuleError(text.format(least=limit.pressure / 1000, given=given), "pressure"))
    if (test.hold_minutes or 0) < limit.hold:
        text = translate("Renovations", "保压须 {least} 分钟以上,现为 {given};不够不能算合格。")
        found.append(RuleError(text.format(least=limit.hold, given=test.hold_minutes or 0), "hold_minutes"))
    if test.pressure_drop is None:
        found.append(RuleError(translate("Renovations", "请填写压降,没有下降填 0。"), "pressure_drop"))
    elif test.pressure_drop > limit.drop:
        text = translate("Renovations", "压降不得超过 {most:.2f} MPa,现为 {given:.2f};应判为不合格。")
        found.append(
            RuleError(text.format(most=limit.drop / 1000, given=test.pressure_drop / 1000), "pressure_drop")
        )
    return found


def missing(tests: Sequence[Test]) -> list[RuleError]:
    """Return which tests still stand between the works and the engineer: each kind passed and signed.

    The latest test of a zone decides; the heating season excuses the pressure test (S0㈦(2)4③).
    """
    found = []
    for choice in terms.TRIAL_KINDS:
        name = translate("Renovations", choice.label)
        latest = {test.zone: test for test in tests if test.kind == choice.key}
        if any(test.exempt for test in latest.values()):
            continue
        leaking = [zone for zone, test in latest.items() if test.result != "passed"]
        unsigned = [zone for zone, test in latest.items() if not test.signed_by]
        if not latest:
            text = translate("Renovations", "动水的装修须先做{name},合格并经业主签字后才能工程审核。")
            found.append(RuleError(text.format(name=name), choice.key))
        elif leaking:
            text = translate("Renovations", "{name}不合格({zones}),整改后重做,合格才能工程审核。")
            found.append(RuleError(text.format(name=name, zones=listed(leaking)), choice.key))
        elif unsigned:
            text = translate("Renovations", "{name}业主还没有签字({zones}),请签字后登记。")
            found.append(RuleError(text.format(name=name, zones=listed(unsigned)), choice.key))
    return found
