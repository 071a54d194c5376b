"""A shift's log at the desk: handing it in and printing it, from the entries and from the list of shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import clock
from desk_app.core.errors import Doubt, KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.kit import messages, printing
from desk_app.kit.desk import Desk
from desk_app.kit.text import show_clock
from desk_app.registers.duty_log import paper, rules, sheet_views, sheets

if TYPE_CHECKING:
    from desk_app.registers.duty_log.records import DutyShift


def hand_in(desk: Desk, parent: QWidget, uid: str) -> bool:
    """Ask, hand the log in and offer its print. True when it was handed in.

    What is missing is told, and the header opens where it is the header.
    """
    try:
        with desk.read() as session:
            sheet = sheets.find(session, uid)
            told, headed = _told(sheet), sheets.header_complete(sheet)
            if sheet.state == "open":
                sheets.refuse_incomplete(sheet)
    except RuleError as error:
        messages.tell(parent, translate("DutyLog", "没有提交"), error.text)
        if not headed:
            desk.open_requested.emit("duty_sheets", uid)
        return False
    question = translate("DutyLog", "提交这一班的日志?")
    if not messages.confirm(parent, question, told, yes=translate("DutyLog", "提交")):
        return False
    done = _hand_in(desk, parent, uid)
    if done is None:
        return False
    said = translate("DutyLog", "{no} 已提交 {time},以后只能追加")
    desk.notice(said.format(no=done.no, time=show_clock(clock.now())))
    print_sheet(desk, parent, uid)
    return True


def _hand_in(desk: Desk, parent: QWidget, uid: str) -> DutyShift | None:
    reasons: dict[str, str] = {}
    render = printing.renderer(desk, paper.FORM)
    while True:
        try:
            with desk.write() as session:
                return sheets.hand_in(session, uid, desk.archive, render, reasons)
        except Doubt as doubt:
            yes = translate("DutyLog", "确定提交")
            reason = messages.ask_reason(
                parent, translate("DutyLog", "请再看一下"), doubt.text, main=yes, desk=desk
            )
            if reason is None:
                return None
            reasons[doubt.field] = reason
        except (RuleError, KnownError) as error:
            messages.tell(parent, translate("DutyLog", "没有提交"), error.text)
            return None


def _told(sheet: DutyShift) -> str:
    kept = [entry for entry in sheet.entries if entry.state != "void"]
    unfinished = sum(entry.state in rules.UNFINISHED for entry in kept)
    text = translate(
        "DutyLog", "{day} {shift},共 {count} 项,未完成 {open} 项。提交以后原文不能再改,只能追加。"
    )
    return text.format(day=sheet.day, shift=sheets.shown_shift(sheet.shift), count=len(kept), open=unfinished)


def print_sheet(desk: Desk, parent: QWidget, uid: str) -> None:
    """Print a shift's log: issued and archived once it was handed in, before that a draft marked as such."""
    with desk.read() as session:
        sheet = sheets.find(session, uid)
        state, no, entity = sheet.state, sheet.no or "", sheet.history_entity
    if state == "handed_in":
        printing.print_record(desk, parent, entity=entity, uid=uid, no=no, form_key=paper.FORM)
    else:
        _show_live(desk, parent, uid, only_added=False)


def print_added(desk: Desk, parent: QWidget, uid: str) -> None:
    """Print what was added after the hand-in, to be filed with the issued log."""
    with desk.read() as session:
        added = sheet_views.added_later(sheets.find(session, uid))
    if added:
        _show_live(desk, parent, uid, only_added=True)
    else:
        messages.tell(parent, translate("DutyLog", "提交以后没有追加"))


def _show_live(desk: Desk, parent: QWidget, uid: str, *, only_added: bool) -> None:
    """Preview a print that is not issued: a draft, or the page of additions."""
    from desk_app.documents import marks

    render = printing.renderer(desk, paper.FORM)
    with desk.read() as session:
        sheet = sheets.find(session, uid)
        pdf, name = render(paper.sheet_values(session, sheet, only_added=only_added)), sheet.shown_no
    words = paper.added_mark() if only_added else paper.draft_mark()
    try:
        marked = marks.mark(pdf, reprint=words, draft=not only_added)
    except (RuleError, KnownError) as error:
        messages.tell(parent, translate("Printing", "没有打印"), error.text)
        return
    printing.show_list(desk, parent, marked, name, entity="duty_sheets", uid=uid, no=name)
