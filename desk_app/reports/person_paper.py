"""What is printed of a person's data: finished Chinese words by the keys of forms/person_data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from desk_app.core import clock, privacy, settings
from desk_app.core.declare import Register
from desk_app.core.person_data import MENTION, Asked, Found
from desk_app.core.retention import DEIDENTIFIED

FORM = "person_data"


def values(
    session: Session,
    found: Sequence[Found],
    asked: Asked,
    proof: str,
    registers: Mapping[str, Register],
    handler: str,
) -> dict[str, object]:
    """Return the values of forms/person_data."""
    config = settings.load(session)
    said = (("姓名", asked.name), ("电话", asked.phone), ("证件", "号码全字相符" if asked.id_no else ""))
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": "",
        "made_at": f"{clock.local(clock.now()):%Y-%m-%d %H:%M}",
        "asked": privacy.Clear(" · ".join(f"{name} {text}" for name, text in said if text)),
        "proof": privacy.Clear(proof),
        "count": f"{len(found)} 份",
        "handler": handler,
        "items": [
            {
                "register": title(one, registers),
                "no": one.no or "—",
                "day": one.day.isoformat() if one.day else "—",
                "data": privacy.Clear(told(one, registers)),
                "until": _until(one),
            }
            for one in found
        ],
    }


def _until(one: Found) -> str:
    if one.ends:
        return f"{one.ends} {'脱敏' if one.goes == DEIDENTIFIED else '销毁'}"
    return "办结后起算,或长期保存"


def title(one: Found, registers: Mapping[str, Register]) -> str:
    """Return the register's name in Chinese."""
    register = registers.get(one.register)
    return register.title if register else {"restrictions": "限制来访"}.get(one.register, "名册")


def told(one: Found, registers: Mapping[str, Register]) -> str:
    """Return what is held, each value after its label."""
    register = registers.get(one.register)
    labels = {"name": "姓名", "phone": "电话"}
    if one.mentioned:
        return f"提到 {one.held[MENTION]}"
    if register:
        forms = {field.key: field.label for field in register.fields}
        lists = {
            column.key: column.label for column in register.columns
        }  # a form's label also says what to do
        labels = forms | lists | dict(register.labels)
    return " · ".join(f"{labels.get(key, '')} {value}".strip() for key, value in one.held.items())
