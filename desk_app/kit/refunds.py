"""What a register's actions about refunds do besides giving back: void one, enter one from paper, print a slip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.core import deposits, refund_fields, refund_outside, refund_paper, refund_voiding
from desk_app.core.declare import Choice, Ref
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import printing
from desk_app.kit.text import show_money

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.attachments import Archive, Copy
    from desk_app.core.declare import Row
    from desk_app.core.deposits import Held, Refund
    from desk_app.kit.register_work import RegisterWork

WHICH = QT_TRANSLATE_NOOP("Deposits", "哪一笔")


@dataclass(frozen=True)
class Verbs:
    """A room's verbs about its refunds: `held` are the deposits that were not given back, `label` names a kind."""

    held: Callable[[Session, str], Sequence[Held]]
    label: Callable[[str], str]
    void: Callable[[Session, str, str, refund_voiding.Undoing], Refund]
    note: Callable[[Session, str, str, refund_outside.Outside], Refund]
    copy: Callable[[Session, str, Archive, str], Copy]


def handlers(work: RegisterWork, verbs: Verbs) -> dict[str, Callable[[Row], object]]:
    """Return what the actions "void_refund", "note_refunded" and "print_refund" of a register do."""
    return {
        "void_refund": lambda row: _void(work, verbs, row),
        "note_refunded": lambda row: _note(work, verbs, row),
        "print_refund": lambda row: _print(work, verbs, row),
    }


def show(work: RegisterWork, verbs: Verbs, uid: str, no: str = "") -> None:
    """Show the slip called `no` of a record, else the newest, ready to print."""
    printing.show_copy(
        work.desk, work.widget, lambda session: verbs.copy(session, uid, work.desk.archive, no)
    )


def _void(work: RegisterWork, verbs: Verbs, row: Row) -> None:
    uid = str(row["uid"])
    with work.desk.read() as session:
        standing = deposits.of(session, [uid])[uid]
    choices = [_choice(verbs, one, one.kind) for one in standing]

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        kind, approver = str(values.get("kind") or choices[0].key), values.get("approver")
        said = refund_voiding.Undoing(
            str(values.get("reason") or ""), str(values.get("note") or ""), bool(values.get("money_back")),
            approver.id if isinstance(approver, Ref) else None,
        )  # fmt: skip
        with work.desk.write() as session:
            done = verbs.void(session, uid, kind, said)
        told = translate("Deposits", "{no} 已作废,押金重新待退")
        work.desk.notice(told.format(no=done.no))

    fields = (*refund_fields.which(WHICH, choices), *refund_fields.VOID)
    title = translate("Deposits", "作废退款 {sums}").format(sums=" / ".join(one.label for one in choices))
    if choices:
        work.ask(row, title, fields, save, context=refund_fields.CONTEXT)


def _note(work: RegisterWork, verbs: Verbs, row: Row) -> None:
    uid = str(row["uid"])
    with work.desk.read() as session:
        held = verbs.held(session, uid)
    choices = [Choice(one.kind, f"{one.label} {show_money(one.amount)}") for one in held]

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        kind = str(values.get("kind") or choices[0].key)
        with work.desk.write() as session:
            done = verbs.note(session, uid, kind, refund_outside.said_from(values))
        told = translate("Deposits", "{no} 已补录:押金在本系统外已退,不再待退")
        work.desk.notice(told.format(no=done.no))

    fields = (*refund_fields.which(WHICH, choices), *refund_fields.OUTSIDE)
    title = translate("Deposits", "补录本系统外已退的押金(现在不付款) {sums}")
    title = title.format(sums=" / ".join(one.label for one in choices))
    if choices:
        work.ask(row, title, fields, save, context=refund_fields.CONTEXT)


def _print(work: RegisterWork, verbs: Verbs, row: Row) -> None:
    uid = str(row["uid"])
    with work.desk.read() as session:
        found = refund_paper.slips(session, uid)
    choices = [_choice(verbs, one, one.no) for one in found]
    if len(choices) < 2:
        show(work, verbs, uid)
        return
    chosen: list[str] = []

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        chosen.append(str(values["kind"]))

    title = translate("Deposits", "打印哪一张退款单")
    if work.ask(
        row, title, refund_fields.which(WHICH, choices), save, context=refund_fields.CONTEXT,
        main=translate("Deposits", "打印"),
    ):  # fmt: skip
        show(work, verbs, uid, chosen[-1])


def _choice(verbs: Verbs, one: Refund, key: str) -> Choice:
    """Return a refund to choose: number, deposit, sum, whether it is void."""
    void = translate("Deposits", "(作废)") if one.void_at else ""
    return Choice(key, f"{one.no} {verbs.label(one.kind)} {show_money(one.paid)}{void}")
