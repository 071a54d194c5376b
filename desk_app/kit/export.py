"""Files that leave the window: what for is asked, and whoever must agree; a list is written by a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from desk_app.core import access, clock, exporting, past, people, reasons, settings
from desk_app.core.declare import Field, FieldKind, Ref, Register
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, sentences, translate
from desk_app.core.text import file_name
from desk_app.kit import background, form_dialog, messages
from desk_app.kit.desk import Desk
from desk_app.kit.form_dialog import FormDialog
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.qt_dialogs import ask_save
from desk_app.kit.register_panel import RegisterPanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.declare import Suggestion

PURPOSE = Field(
    "purpose", QT_TRANSLATE_NOOP("Export", "用途"), required=True, span=2, limit=120,
    phrases=(QT_TRANSLATE_NOOP("Export", "交物业经理核对"), QT_TRANSLATE_NOOP("Export", "交接存档")),
    placeholder=QT_TRANSLATE_NOOP("Export", "给谁、做什么用;记入访问日志"),
)  # fmt: skip


def suggest_approver(session: Session, text: str, _values: Mapping[str, object]) -> list[Suggestion]:
    """Offer who may agree to an export as the second person."""
    return people.offered(session, text, exporting.APPROVERS)


IN_CLEAR = Field(
    "clear", QT_TRANSLATE_NOOP("Export", "明文"), FieldKind.CHECK, span=2,
    hint=QT_TRANSLATE_NOOP("Export", "导出完整的电话和证件号(须经理当面批准)"),
)  # fmt: skip
SECOND = (
    Field("approver", QT_TRANSLATE_NOOP("Export", "批准人"), FieldKind.STAFF, suggest=suggest_approver),
    Field("secret", QT_TRANSLATE_NOOP("Export", "批准人的密码"), FieldKind.SECRET, limit=128),
)  # fmt: skip


@dataclass(frozen=True)
class Range:
    """What is about to be exported: `what` and `register` as core/exporting.py has them, `words` for the reader."""

    what: str
    words: str
    rows: int
    conditions: str = ""
    register: Register | None = None


def export_shown(panel: RegisterPanel, desk: Desk) -> None:
    """Ask what for and where to, then write the rows in view; the row limit of the settings is said, not silent."""
    register = panel.register
    ids = panel.table.shown_ids()
    with desk.read() as session:
        limit = settings.get(session, settings.EXPORT_LIMIT)
    if len(ids) > limit:
        title = translate("Export", "一次最多导出 {limit} 行").format(limit=limit)
        text = translate("Export", "列表有 {n} 行。请先筛选,或导出前 {limit} 行。").format(
            n=len(ids), limit=limit
        )
        if not messages.confirm(
            panel, title, text, translate("Export", "导出前 {limit} 行").format(limit=limit)
        ):
            return
    row = ask_purpose(panel, desk, _range_of(panel, min(len(ids), limit)))
    if row is None:
        return
    stamp = f"{clock.local(clock.now()):%Y%m%d-%H%M%S}"
    proposed = desk.paths.reports / row.named(Path(f"{file_name(register.title)}_{stamp}.xlsx"))
    chosen = ask_save(panel, translate("Export", "导出"), str(proposed), "Excel (*.xlsx)")
    if not chosen:
        return
    target = row.named(Path(chosen))
    job = background.run_command(
        [*background.this_program(), "--data-dir", str(desk.paths.data), "export-list", register.key,
         "--ids", background.HANDED, "--limit", str(limit), "--found", str(len(ids)), "--export", row.no,
         f"--text={panel.filter_box.text()}", "--output", str(target), "--progress"],
        on_done=lambda _output: desk.notice(translate("Export", "已导出到 {path}").format(path=target)),
        on_failed=lambda error: messages.tell(panel, translate("Export", "没有导出"), reasons.of(error)),
        parent=panel,
        handed="\n".join(map(str, ids[:limit])) or "\n",
        target=target,
        ticket=desk.ticket(),
    )  # fmt: skip
    ProgressDialog(panel, translate("Export", "正在导出"), job).show_beside()


def export_here(
    parent: QWidget,
    desk: Desk,
    wanted: Range,
    name: str,
    columns: Sequence[str],
    write: Callable[[exporting.Export, Path], object],
    clear: bool = True,
) -> None:
    """Ask what for and where to, let `write(export, path)` write the file, and file it with its `columns`.

    `name` is the proposed file's; `clear` as in `ask_purpose`. What fails is told, and the file is not filed.
    """
    row = ask_purpose(parent, desk, wanted, clear)
    proposed = desk.paths.reports / row.named(Path(name)) if row else None
    chosen = ask_save(parent, translate("Export", "导出"), str(proposed), "Excel (*.xlsx)") if row else ""
    if row is None or not chosen:
        return
    path = row.named(Path(chosen))
    try:
        _take_up(desk, row)
        write(row, path)
        with desk.write() as session:
            exporting.finish(session, row.no, path, columns)
    except (KnownError, RuleError) as error:
        messages.tell(parent, translate("Export", "没有导出"), error.text)
    else:
        desk.notice(translate("Export", "已导出到 {path}").format(path=path))


def _take_up(desk: Desk, row: exporting.Export) -> None:
    """Make sure that an export may be written now, before there is a file; RuleError else."""
    with desk.write() as session:
        exporting.take_up(session, row.no, row.what)


def ask_purpose(parent: QWidget, desk: Desk, wanted: Range, clear: bool = True) -> exporting.Export | None:
    """Show what is about to leave, ask what for, and number it; None when the user thought better of it.

    `clear`: whoever may is offered an export in clear. A second person agrees to that, and to many rows, with their
    own password.
    """
    made: list[exporting.Export] = []
    with desk.read() as session:
        many = exporting.needs_second(session, wanted.rows, clear=False)
        alone = settings.get(session, settings.EXPORT_ALONE)
    offered = (IN_CLEAR,) if clear and exporting.may_ask_clear(desk.actor) else ()
    second = SECOND if many or offered else ()
    dialog = FormDialog(
        parent, title=translate("Export", "导出"), fields=(PURPOSE, *offered, *second), context="Export",
        main=translate("Export", "导出…"), save=_beginning(desk, wanted, many, made),
        desk=desk, draft=f"export.{wanted.what}",
    )  # fmt: skip
    dialog.setObjectName("export_dialog")
    dialog.form.set_hint(_words(wanted, alone if many else None))
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return made[0] if accepted and made else None


def _beginning(desk: Desk, wanted: Range, many: bool, made: list[exporting.Export]) -> form_dialog.Save:
    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        clear = bool(values.get("clear"))
        agree = _second(desk, wanted.what, values) if clear or many else None
        asked = exporting.Asked(
            wanted.what, str(values["purpose"]), wanted.rows, wanted.conditions, clear=clear
        )  # fmt: skip
        made.clear()
        with desk.write() as session:
            made.append(exporting.begin(session, asked, wanted.register))
        if agree is not None:
            made[0] = agree(made[0].no)

    return save


def _note_refused(desk: Desk, what: str, values: Mapping[str, object], approver: str) -> None:
    """Note that somebody was to agree to an export and it failed: what was begun for it is undone."""
    what_for = translate("Export", "批准导出")
    with desk.db.aside() as session:
        access.note(
            session, access.Kind.REFUSED, actor=desk.actor, entity=what, reason=str(values.get("purpose") or ""),
            conditions=f"{what_for} {approver}", result=access.REFUSED,
        )  # fmt: skip


def _second(desk: Desk, what: str, values: Mapping[str, object]) -> Callable[[str], exporting.Export]:
    """Make sure the second person is there, by their own password; return what agrees in their name."""
    from desk_app.core import accounts, signing

    chosen = values.get("approver")
    if not isinstance(chosen, Ref) or chosen.id is None:
        raise RuleError(translate("Export", "请选择批准人。"), "approver")
    if desk.actor is not None and chosen.id == desk.actor.staff_id:
        _note_refused(desk, what, values, chosen.text)
        raise RuleError(translate("Export", "申请人和批准人不能是同一个人。"), "approver")
    try:
        signing.prove(desk.db, chosen.id, str(values.get("secret") or ""))
    except RuleError as error:
        _note_refused(desk, what, values, chosen.text)
        raise RuleError(error.text, "secret") from error
    with desk.read() as session:
        second = accounts.actor(session, chosen.id, desk.actor.workstation if desk.actor else "")

    def agree(no: str) -> exporting.Export:
        try:
            with desk.db.write(second) as session:
                return exporting.approve(session, no)
        except RuleError:
            _note_refused(desk, what, values, second.name)
            raise

    return agree


def _range_of(panel: RegisterPanel, rows: int) -> Range:
    register, text = panel.register, panel.filter_box.text().strip()
    columns = listed(translate(register.context, one.label) for one in register.columns if one.listed)
    words = " · ".join(
        filter(None, (translate(register.context, register.title), panel.view_words, text, columns))
    )
    days = panel.view_words if past.days_of(panel.view) else ""
    return Range(register.key, words, rows, f"{days} {text}".strip(), register)


def _words(wanted: Range, alone: int | None) -> str:
    """Say what is about to leave; `alone`: how many rows one person may take out, where it is more."""
    text = translate("Export", "{what}。共 {n} 行;电话、证件号掩码;文件名和页脚带导出编号。")
    told = text.format(what=wanted.words, n=wanted.rows)
    if alone is None:
        return told
    return sentences(told, translate("Export", "超过 {n} 行,须主管或经理当面同意。").format(n=alone))
