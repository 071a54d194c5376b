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
from desk_app.kit.background import in_steps
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
    from desk_app.core import attachments

    with desk.read() as session:
        paper = attachments.paper_of(session, uid, form_key)
    if paper is not None:
        show_paper(desk, parent, paper, void=void)
    elif values is not None:
        ready, draw = _drawn(desk, entity, uid, no, form_key, values)
        _preview(desk, parent, no, draw, ready=ready, void=void)
    else:
        messages.tell(
            parent,
            translate("Printing", "还没有可打印的单据"),
            translate("Printing", "请先开具,再打印。"),
        )


def show_copy(desk: Desk, parent: QWidget, verb: Callable[[Session], Copy]) -> None:
    """Preview what a room's reprint verb returns; a refusal, or an archive that cannot be read, is told."""
    try:
        with desk.write() as session:
            copy = verb(session)
        show_paper(desk, parent, copy.paper, void=copy.void)
    except (RuleError, KnownError) as error:
        messages.tell(parent, translate("Printing", "没有打印"), error.text)


def show_list(
    desk: Desk, parent: QWidget, pdf: bytes, title: str, *, entity: str, uid: str = "", no: str = ""
) -> None:
    """Preview a paper that is not issued (a list, a draft); that it came out enters the access log (domain.md §4.4)."""
    from desk_app.core import access
    from desk_app.kit.preview import PreviewDialog

    def came_out(ok: bool) -> None:
        if ok:
            with desk.db.aside() as session:
                access.note(session, access.Kind.PRINT, actor=desk.actor, entity=entity, uid=uid, no=no)

    dialog = PreviewDialog(parent, pdf, title)
    dialog.printed.connect(came_out)
    dialog.exec()
    dialog.deleteLater()


def show_paper(desk: Desk, parent: QWidget, paper: Paper, *, void: bool = False) -> None:
    """Preview an archived paper with its mark; a print is recorded only after the user said it came out."""
    _preview(desk, parent, paper.no, lambda: paper, void=void)


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


def _drawn(
    desk: Desk, entity: str, uid: str, no: str, form_key: str, values: Values
) -> tuple[Callable[[], object], Callable[[], Paper]]:
    """Return two steps: get the form ready; draw a record's paper and archive it in one unit of work."""
    from desk_app.core import attachments

    render: list[Callable[[Mapping[str, object]], bytes]] = []

    def draw() -> Paper:
        with desk.write() as session:
            if known := attachments.paper_of(session, uid, form_key):
                return known  # the other desk was quicker
            pdf = render[0](values(session))
            return attachments.issue(
                session, desk.archive, entity=entity, record_uid=uid, no=no, form=form_key, pdf=pdf
            )

    return lambda: render.append(renderer(desk, form_key)), draw


def _preview(
    desk: Desk,
    parent: QWidget,
    no: str,
    get: Callable[[], Paper],
    *,
    ready: Callable[[], object] = bool,
    void: bool,
) -> None:
    """Open the preview at once; `ready`, then the paper of `get` come in the window's next turns.

    Whoever closes the preview before that leaves what is not done undone: no paper is half issued.
    """
    from desk_app.core import attachments
    from desk_app.kit.preview import PreviewDialog

    dialog = PreviewDialog(parent, None, no)
    papers: list[Paper] = []
    pdfs: list[bytes] = []
    failed: list[KnownError | RuleError] = []

    def guarded(step: Callable[[], object]) -> Callable[[], None]:
        def do() -> None:
            if dialog.isVisible():
                try:
                    step()
                except (RuleError, KnownError) as error:
                    failed.append(error)
                    dialog.reject()

        return do

    def came_out(ok: bool) -> None:
        if ok:
            with desk.write() as session:
                attachments.printed(session, papers[0].id)
            desk.notice(translate("Printing", "{no} 已打印").format(no=no))

    steps = (
        ready,
        lambda: papers.append(get()),
        lambda: pdfs.append(marked(desk, papers[0], void=void)),
        lambda: dialog.show_pdf(pdfs[0]),
    )
    in_steps(dialog, *map(guarded, steps))
    dialog.printed.connect(came_out)
    dialog.exec()
    dialog.deleteLater()
    if failed:
        messages.tell(parent, translate("Printing", "没有打印"), failed[0].text)
