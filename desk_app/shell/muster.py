"""F12: everybody in the building by floor, for the fire brigade; printed at once, no question asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core import access
from desk_app.core.i18n import translate
from desk_app.kit.preview import PreviewDialog
from desk_app.reports import muster

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller


def open_dialog(controller: Controller) -> None:
    """Show the list ready to print."""
    desk = controller.desk
    assert desk is not None
    with desk.read() as session:
        pdf = muster.draw(session, desk.actor.name if desk.actor else "")
    with desk.write() as session:  # once it is seen it may be photographed, printed or not
        access.note(session, access.Kind.PRINT, entity="muster")
    dialog = PreviewDialog(controller.window, pdf, translate("Window", "在场人员清单"))
    dialog.exec()
    dialog.deleteLater()
