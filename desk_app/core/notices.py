"""What people are told of their data, and who asked for it by law: the notice's words, requests of authorities (§4.1, §4.4)."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from desk_app.core import access, clock, numbering, people, presence, privacy, settings
from desk_app.core.attachments import Archive, Paper
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import DESK, Role, actor_of, verb
from desk_app.core.records import new_uid
from desk_app.core.settings import Kind, Spec
from desk_app.core.text import clean

NOTICE, REQUEST = "privacy_notice", "data_request"
_CLAUSE = QT_TRANSLATE_NOOP("Settings", "个人信息保护法 17 条")

PROCESSOR = Spec(
    "notice.processor",
    QT_TRANSLATE_NOOP("Settings", "告知牌:处理者(空着用服务中心名称)"),
    Kind.TEXT,
    "",
    _CLAUSE,
)
PURPOSE = Spec(
    "notice.purpose", QT_TRANSLATE_NOOP("Settings", "告知牌:目的和方式"), Kind.TEXT,
    "为大楼的人身和财产安全、办理您要办的事(来访、借用钥匙、放行物品、出入证、装修与动火)而登记。"
    "信息存在本机加密的数据库里,只有当班人员因工作需要才能看到,号码遮盖;不用于营销,不提供给被访单位以外的人,法律另有规定的除外。",
    _CLAUSE,
)  # fmt: skip
KINDS = Spec(
    "notice.kinds", QT_TRANSLATE_NOOP("Settings", "告知牌:登记哪些信息"), Kind.TEXT,
    "姓名、单位、被访人、事由、进出时间;联系电话与证件核验二选一;开车的登记车牌。"
    "证件号码一般只核验不保存,需要保存时只留掩码或经您同意。不采集人脸,不读取住址、民族和照片。",
    _CLAUSE,
)  # fmt: skip
TERMS = Spec(
    "notice.terms", QT_TRANSLATE_NOOP("Settings", "告知牌:保存期限({days} 是设置的访客脱敏天数)"), Kind.TEXT,
    "来访的电话和证件号 {days} 天后删除,只留时间和事由;其他登记按档案规定的期限保存,到期删除或销毁。", _CLAUSE,
)  # fmt: skip
CHANNEL = Spec(
    "notice.channel", QT_TRANSLATE_NOOP("Settings", "告知牌:行使权利的联系方式"), Kind.TEXT, "本前台", _CLAUSE
)
DAYS = Spec(
    "notice.days",
    QT_TRANSLATE_NOOP("Settings", "告知牌:几个工作日内答复"),
    Kind.NUMBER,
    15,
    _CLAUSE,
    least=1,
    most=30,
)
SPECS = (PROCESSOR, PURPOSE, KINDS, TERMS, CHANNEL, DAYS)


def notice_values(session: Session, kept: Spec[int]) -> Mapping[str, object]:
    """Return the values of forms/privacy_notice, from the settings; `kept` is the term of visitors' personal data."""
    config = settings.load(session)
    return {
        "org": config.get(settings.COMPANY),
        "project": config.get(settings.PROJECT),
        "processor": config.get(PROCESSOR) or config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "purpose": config.get(PURPOSE),
        "kinds": config.get(KINDS),
        "terms": config.get(TERMS).replace("{days}", str(config.get(kept))),
        "channel": privacy.Clear(config.get(CHANNEL)),
        "days": str(config.get(DAYS)),
        "made_at": f"{clock.today()}",
    }


@verb("privacy.note_request", *DESK)
def note_request(session: Session, values: Mapping[str, object]) -> Mapping[str, object]:
    """Note that an authority asks for data; returns the values of forms/data_request. FieldErrors for what is missing.

    `approver` is a Ref to the manager who agrees; the desk's own handler is never the approver.
    """
    told = {key: clean(str(values.get(key) or ""), limit=120, field=key) for key in FIELDS}
    missing = translate("Notices", "请填写,公函上写的是什么就填什么。")
    raise_first([RuleError(missing, key) for key in FIELDS if not told[key]])
    approver = people.named(session, values.get("approver"))
    actor = actor_of(session)
    if approver is None or Role.JL not in approver.held:
        raise RuleError(translate("Notices", "请选择审批的经理。"), "approver")
    if approver.id == actor.staff_id:
        raise RuleError(translate("Notices", "经办人不能自己审批。"), "approver")
    how = presence.confirmed(session, approver, "approver")
    number = numbering.take(session, "PZ")
    access.note(
        session, access.Kind.REQUEST, entity=REQUEST, uid=new_uid(), no=number, reason=told["purpose"],
        conditions=" · ".join(told[key] for key in ("organ", "letter", "officers", "badges", "scope")),
        result=":".join(filter(None, (approver.name, how))),
    )  # fmt: skip
    return {
        **{key: privacy.Clear(text) for key, text in told.items()}, "number": number, "handler": actor.name, "approver": approver.name,
        "org": settings.get(session, settings.COMPANY), "made_at": f"{clock.local(clock.now()):%Y-%m-%d %H:%M}",
    }  # fmt: skip


FIELDS = ("organ", "letter", "officers", "badges", "scope", "purpose", "how")


@verb("privacy.file_request", *DESK)
def file_request(session: Session, archive: Archive, number: str, pdf: bytes) -> Paper:
    """Archive the printed registration of a request."""
    return archive.store(session, entity=REQUEST, record_uid=new_uid(), no=number, form=REQUEST, pdf=pdf)
