"""Draw the README's pictures from demo data: python -m tests.tools.pictures [NAME …]

The data come from one seed and one moment, so the same program draws the same pictures. Each goes to
resources/pictures/NAME.png, in 256 colours; NAME is a key of PICTURES, without one all are drawn. `month` needs
LibreOffice, `english` the compiled translation: where that is missing, the picture is left as it is and this said.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import attachments, clock
from desk_app.core.attachments import Archive
from desk_app.core.paths import FORMS, RESOURCES, Paths
from desk_app.core.people import on_staff
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.registers import REGISTERS
from desk_app.reports import demo
from desk_app.shell.controller import Controller
from tests.tools.stage import FOLDER, Stage, save_page

NOW = clock.at(date(2026, 11, 20), 10, 42)
SEED, DAYS = 1, 30
COPIES = 3
SMALL = 70
"""Dots an inch of a whole A4 page."""
CALL = {
    "caller": "周先生", "category": "repair", "content": "茶水间水龙头漏水,地面有积水", "notified": "工程部 何师傅",
    "action": "已通知工程部派人到场", "state": "doing",
}  # fmt: skip
"""What the caller of the picture wants."""
LOAN = {
    "kind": "loan", "standing": "engineering", "borrower": "万凯", "phone": "13800000024", "org": "工程部",
    "id_kind": "work_card", "purpose": "repair",
}  # fmt: skip
"""Who borrows a key that an owner left in custody, one with an instruction."""
FONTS = """<fontconfig><dir>{folder}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<match><edit name="family" mode="append" binding="strong"><string>Noto Sans SC</string></edit></match></fontconfig>"""
ENGLISH = RESOURCES / "i18n" / "desk_en.qm"


@dataclass(frozen=True)
class Screen:
    """A register to be shown: one of its views, a line of it chosen, and with `filled` that record in the form."""

    register: str
    view: str = ""
    line: int = 0
    filled: bool = False


SCREENS = {
    "duty_log": Screen("duty_log", "shift"),
    "contractors": Screen("contractors"),
    "entry_passes": Screen("entry_passes", "issued", line=6, filled=True),
    "hot_work_permits": Screen("hot_work_permits", "running", line=1, filled=True),
    "renovation_permits": Screen("renovation_permits", "reviewing", line=1, filled=True),
}
PAPERS = {
    "duty_sheet": "duty_sheet",
    "key_loan": "key_loan_slip",
    "hot_work_permit": "hot_work_permit",
    "renovation_permit": "renovation_permit",
}
"""Pictures of archived papers and their forms: the fullest of the newest ones."""


def today(stage: Stage) -> None:
    """The first thing seen in the morning."""
    with stage.window() as (window, _):
        stage.shoot(window, "today")


def visitors(stage: Stage, name: str = "visitors", **look: str) -> None:
    """A visitor being registered: the host is being looked up by initials."""
    with stage.window(**look) as (window, _):
        window.open_tab("visitors")
        form = window._page("visitors").panel.work.widget.form
        stage.settle()
        form.set_values({"name": "沈佳怡", "org": "蓝湾会展", "phone": "13922185521"})
        editor = form.boxes["host_room"].editor
        form.focus_field("host_room")
        QTest.keyClicks(editor, "zsj")
        stage.shoot(window, name)
        editor.clear()
        form.clear()


def visitors_dark(stage: Stage) -> None:
    """The same in the dark theme."""
    visitors(stage, "visitors_dark", theme="dark")


def english(stage: Stage) -> None:
    """The same in English."""
    if ENGLISH.is_file():
        visitors(stage, "english", language="en")
    else:
        print(f"english: {ENGLISH} is missing, left as it is")


def screen(stage: Stage, shown: Screen, name: str) -> None:
    """A register as it is declared in SCREENS; left out, and said so, while the program has no such register."""
    room = next((room for room in REGISTERS if room.key == shown.register), None)
    if room is None:
        print(f"{name}: there is no register {shown.register}")
        return
    with stage.window() as (window, controller):
        window.open_register(shown.register)
        work = window._page(room.tab).panel.work
        if shown.view:
            work.show_view(shown.view)
        stage.settle()
        work.widget.table.select_first()
        for _ in range(shown.line):
            QTest.keyClick(work.widget.table, Qt.Key.Key_Down)
        row = work.widget.table.current_row()
        if shown.filled and row is not None and controller.desk is not None:
            with controller.desk.read() as session:
                work.widget.form.set_values(work.register.source.values(session, str(row["uid"])))
            for box in work.widget.form.boxes.values():
                box.edited.emit()
        stage.shoot(window, name)
        work.widget.form.clear()


def release_slips(stage: Stage) -> None:
    """A release slip with its list of things."""
    with stage.window() as (window, controller):
        window.open_tab("permits")
        assert controller.desk is not None
        work = window._page("permits").panel.work
        work.show_view("today")
        work.widget.form.set_values(filled_slip(controller.desk))
        stage.shoot(window, "release_slips")
        work.widget.form.clear()


def filled_slip(desk: Desk) -> dict[str, object]:
    """Return the form of the newest slip with three things or more, as if it were being written now."""
    from desk_app.registers.release_slips import views
    from desk_app.registers.release_slips.records import ReleaseSlip

    with desk.read() as session:
        slips = session.scalars(select(ReleaseSlip).order_by(ReleaseSlip.id.desc()))
        slip = next(one for one in slips if len(one.items) >= 3)
        return views.values(session, slip.uid)


def keys(stage: Stage) -> None:
    """The key cabinet above the list of keys; the hook chosen is one whose key is out."""
    with stage.window() as (window, _):
        window.open_register("keys")
        panel = window._page("keys").panel
        panel._toggle_cabinet()
        panel.work.show_view("away")
        stage.settle()
        panel.work.widget.table.select_first()
        row = panel.work.widget.table.current_row()
        panel.work.show_view("all")
        stage.settle()
        if row is not None:
            panel.work.widget.show_record(int(str(row["id"])))
        stage.shoot(window, "keys")
        panel._toggle_cabinet()


def key_loans(stage: Stage) -> None:
    """A key being lent: what is to be told, and whose consent it needs."""
    from desk_app.registers.keys.records import Instruction, Key

    with stage.window() as (window, controller):
        window.open_register("key_loans")
        work = window._page("keys").panel.work
        with some_desk(controller).read() as session:
            told = select(Key.code).join(Instruction, Instruction.key_id == Key.id)
            code = session.scalars(told.where(Key.kind == "custody", Key.state == "in_cabinet")).first()
        work.widget.form.set_values({**LOAN, "key": code})
        stage.shoot(window, "key_loans")
        work.widget.form.clear()


def call_card(stage: Stage) -> None:
    """The call card (F6): a caller's room in three keystrokes, and what was last about it."""
    from desk_app.registers.duty_log.call_card import CallCard

    with stage.window() as (window, controller):
        card = CallCard(some_desk(controller), window)
        card.dialog.show()
        card.form.clear()
        stage.settle()
        QTest.keyClicks(card.form.boxes["room"].editor, "zsj")
        stage.settle()
        QTest.keyClick(card.form.boxes["room"].editor, Qt.Key.Key_Return)
        card.form.set_values(CALL)
        card.form.focus_field("content")
        stage.shoot(card.dialog, "call_card")
        card.form.clear()
        card.dialog.close()


def key_count(stage: Stage) -> None:
    """A stock-take: the keys of the cabinets are ticked one by one."""
    from desk_app.registers.key_counts.counting import CountDialog
    from desk_app.registers.key_counts.records import KeyCount

    def build(controller: Controller) -> QDialog:
        desk = some_desk(controller)
        with desk.read() as session:
            uid = session.scalars(select(KeyCount.uid).order_by(KeyCount.id.desc())).first()
        assert uid is not None
        return CountDialog(controller.window, desk, uid)

    dialog(stage, build, "key_count")


def some_desk(controller: Controller) -> Desk:
    """Return the desk of a window that is open."""
    assert controller.desk is not None
    return controller.desk


def dialog(stage: Stage, build: Callable[[Controller], QDialog], name: str) -> None:
    """Keep a picture of one of the shell's dialogs."""
    with stage.window() as (_, controller):
        shown = build(controller)
        shown.show()
        stage.shoot(shown, name)
        shown.close()
        shown.deleteLater()


def premises(stage: Stage) -> None:
    """The roster, searched by initials."""
    from desk_app.shell.premises_dialog import PremisesDialog

    def build(controller: Controller) -> QDialog:
        made = PremisesDialog(controller)
        made._filter.setText("15")
        made._table.selectRow(1)
        return made

    dialog(stage, build, "premises")


def settings(stage: Stage) -> None:
    """The settings, each with its default and its source."""
    from desk_app.shell.settings_dialog import SettingsDialog

    def build(controller: Controller) -> QDialog:
        made = SettingsDialog(controller)
        [item] = made.sections.findItems("访客", Qt.MatchFlag.MatchExactly)
        made.sections.setCurrentItem(item)
        return made

    dialog(stage, build, "settings")


def archived(stage: Stage, session: Session, *forms: str) -> list[bytes]:
    """Return the newest papers of some forms as they were issued, the newest first."""
    query = select(attachments.Paper).where(attachments.Paper.form.in_(forms))
    newest = session.scalars(query.order_by(attachments.Paper.id.desc()).limit(40))
    archive = Archive(stage.paths.archive)
    return [archive.read(one) for one in newest]


def archived_paper(stage: Stage, form: str, name: str) -> None:
    """The first page of a paper that was issued."""
    with stage.database() as database, database.read() as session:
        save_page(max(archived(stage, session, form), key=len), name, SMALL)


def pass_cards(stage: Stage) -> None:
    """Cards of passes on their sheet, eight on a page."""
    from desk_app.documents import imposition, template

    with stage.database() as database, database.read() as session:
        drawn = archived(stage, session, "entry_pass_card", "temporary_pass_card")
        long = [*archived(stage, session, "entry_pass_card")[:4], *drawn[:4]]
        form = template.load(FORMS / "entry_pass_card" / template.FILE)
        save_page(imposition.sheets(form, long), "pass_cards", SMALL)


def papers(stage: Stage) -> None:
    """What comes out of the printer: a release slip, a visitor slip, the list of everybody inside."""
    from desk_app.documents import draw, pages, template
    from desk_app.registers.visitors import paper
    from desk_app.registers.visitors.records import Visit
    from desk_app.reports import muster

    with stage.database() as database, database.read() as session:
        whole = [pdf for pdf in archived(stage, session, "release_slip") if pages.page_count(pdf) == COPIES]
        save_page(max(whole, key=len), "release_slip")
        visit = session.scalars(
            select(Visit).where(Visit.state == "inside", Visit.badge != "").order_by(Visit.id.desc())
        ).first()
        assert visit is not None
        form = template.load(FORMS / "visitor_slip" / template.FILE)
        save_page(draw.render(form, paper.slip_values(session, visit)), "visitor_slip")
        save_page(muster.draw(session, on_staff(session)[0].name), "muster", 80)


def month(stage: Stage) -> None:
    """The cover of the month's workbook, as LibreOffice shows it."""
    from desk_app.reports import monthly

    office = shutil.which("soffice")
    if office is None:
        print("month: no LibreOffice here, left as it is")
        return
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "month.xlsx"
        with stage.database() as database, database.read() as session:
            local = clock.local(NOW)
            monthly.write(session, local.year, local.month, book, maker=on_staff(session)[0].name)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(book)]
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(FONTS.format(folder=RESOURCES / "fonts", cache=folder), "utf-8")
        env = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
        subprocess.run(command, check=True, capture_output=True, env=env)
        save_page(book.with_suffix(".pdf").read_bytes(), "month", 80)


PICTURES: dict[str, Callable[[Stage], None]] = {
    "today": today, "visitors": visitors, "visitors_dark": visitors_dark, "english": english,
    "release_slips": release_slips, "keys": keys, "key_loans": key_loans, "key_count": key_count, "call_card": call_card,
    "pass_cards": pass_cards, "premises": premises, "settings": settings, "papers": papers, "month": month,
    **{name: partial(screen, shown=shown, name=name) for name, shown in SCREENS.items()},
    **{name: partial(archived_paper, form=form, name=name) for name, form in PAPERS.items()},
}  # fmt: skip


def main() -> None:
    """Make the data and draw what was asked for."""
    parser = argparse.ArgumentParser(description="Draw the README's pictures from demo data.")
    parser.add_argument("names", nargs="*", choices=[[], *PICTURES], metavar="NAME")
    names = parser.parse_args().names or list(PICTURES)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        clock.set_source(lambda: NOW)
        demo.make(paths, days=DAYS, seed=SEED)
        clock.set_source(lambda: NOW)
        stage = Stage(QApplication(theme.arguments()), paths)
        for name in names:
            PICTURES[name](stage)


if __name__ == "__main__":
    main()
