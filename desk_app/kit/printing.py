"""From a record to paper: issue once, archive, preview, print, and mark every later copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import clock
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.paths import FORMS
from desk_app.kit import messages
from desk_app.kit.desk import Desk

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.attachments import Copy, Paper

Values = Callable[["Session"], Mapping[str, object]]


def renderer(desk: Desk, form_key: str) -> Callable[[Mapping[str, object]], bytes]:
    """Return the function that draws a form; a broken edited form is said and the shipped one used."""
    from desk_app.documents import draw, template

    form, broken = template.load_or_shipped(form_key, desk.paths.forms, FORMS)
    if broken:
        desk.notice(broken, "due")
    return lambda values: draw.render(form, values)


def print_record(
    desk: Desk,
    parent: QWidget,
    *,
    entity: str,
    uid: str,
    no: str,
    form_key: str,
    values: Values | None = None,
    void: bool = False,
) -> None:
    """Preview and print a record's paper; the first time it is drawn from `values` and archived."""
    try:
        paper = _paper(desk, entity, uid, no, form_key, values)
        if paper is None:
            messages.tell(
                parent,
                translate("Printing", "还没有可打印的单据"),
                translate("Printing", "请先开具,再打印。"),
            )
            return
        show_paper(desk, parent, paper, void=void)
    except (RuleError, KnownError) as error:
        messages.tell(parent, translate("Printing", "没有打印"), error.text)


def show_copy(desk: Desk, parent: QWidget, verb: Callable[[Session], Copy]) -> None:
    """Preview what a room's reprint verb returns; a refusal, or an archive that cannot be read, is told."""
    try:
        with desk.write() as session:
            copy = verb(session)
        show_paper(desk, parent, copy.paper, void=copy.void)
    except (RuleError, KnownError) as error:
        messages.tell(parent, translate("Printing", "没有打印"), error.text)


def show_paper(desk: Desk, parent: QWidget, paper: Paper, *, void: bool = False) -> None:
    """Preview an archived paper with its mark; a print is recorded only after the user said it came out."""
    from desk_app.core import attachments
    from desk_app.kit.preview import PreviewDialog

    dialog = PreviewDialog(parent, marked(desk, paper, void=void), paper.no)

    def came_out(ok: bool) -> None:
        if ok:
            with desk.write() as session:
                attachments.printed(session, paper.id)
            desk.notice(translate("Printing", "{no} 已打印").format(no=paper.no))

    dialog.printed.connect(came_out)
    dialog.exec()
    dialog.deleteLater()


def marked(desk: Desk, paper: Paper, *, void: bool = False) -> bytes:
    """Return the issued bytes, marked as the nth reprint or as void."""
    from desk_app.core import attachments
    from desk_app.documents import marks

    with desk.read() as session:
        nth = attachments.times_printed(session, paper.id)
    pdf = desk.archive.read(paper)
    if not nth and not void:
        return pdf
    who = desk.actor.name if desk.actor else ""
    when = f"{clock.local(clock.now()):%Y-%m-%d %H:%M}"
    return marks.mark(pdf, reprint=f"补打第 {nth} 次 {when} {who}" if nth else None, void=void)


def _paper(desk: Desk, entity: str, uid: str, no: str, form_key: str, values: Values | None) -> Paper | None:
    from desk_app.core import attachments

    with desk.read() as session:
        paper = attachments.paper_of(session, uid, form_key)
    if paper is not None or values is None:
        return paper
    render = renderer(desk, form_key)
    with desk.write() as session:
        pdf = render(values(session))
        return attachments.issue(
            session, desk.archive, entity=entity, record_uid=uid, no=no, form=form_key, pdf=pdf
        )
