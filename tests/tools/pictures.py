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
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from sqlalchemy import select

from desk_app import app as desk_app
from desk_app.core import attachments, clock
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.paths import FORMS, RESOURCES, Paths
from desk_app.core.people import as_actor, on_staff
from desk_app.kit.desk import Desk
from desk_app.registers import REGISTERS
from desk_app.reports import demo
from desk_app.shell import duty
from desk_app.shell.controller import Controller
from desk_app.shell.window import MainWindow

FOLDER = RESOURCES / "pictures"
NOW = clock.at(date(2026, 11, 20), 10, 42)
SEED, DAYS = 1, 30
SIZE = (1366, 768)
COPIES = 3
FONTS = """<fontconfig><dir>{folder}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<match><edit name="family" mode="append" binding="strong"><string>Noto Sans SC</string></edit></match></fontconfig>"""
ENGLISH = RESOURCES / "i18n" / "desk_en.qm"


@dataclass(frozen=True)
class Screen:
    """A register to be shown: one of its views, and with `filled` its first record in the form."""

    register: str
    view: str = ""
    filled: bool = False


SCREENS = {
    "contractors": Screen("contractors"),
    "duty_log": Screen("duty_log"),
    "keys": Screen("keys"),
    "key_loans": Screen("key_loans"),
    "entry_passes": Screen("entry_passes", filled=True),
    "hot_work_permits": Screen("hot_work_permits", filled=True),
    "renovation_permits": Screen("renovation_permits", filled=True),
}


class Stage:
    """The demo desk: its window in one language and theme, and the database for what is only paper."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        self.application = application
        self.paths = paths

    @contextmanager
    def window(
        self, theme: str = "light", language: str = "zh_CN"
    ) -> Iterator[tuple[MainWindow, Controller]]:
        """Open the window as the program does, with somebody on duty."""
        prefs = QSettings(str(self.paths.data / "window.ini"), QSettings.Format.IniFormat)
        prefs.setValue("window/theme", theme)
        prefs.setValue("window/language", language)
        prefs.remove("window/geometry")
        prefs.sync()
        window, controller = desk_app.open_window(self.application, self.paths)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setFixedSize(*SIZE)
        window.show()
        window.activateWindow()
        self.wait(lambda: controller.desk is not None and controller.desk.actor is not None)
        self.settle()
        try:
            yield window, controller
        finally:
            window.close()
            self.settle()
            assert controller.desk is not None
            controller.desk.db.close()
            window.deleteLater()
            self.settle()

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Open the demo's database without a window."""
        database = Database(self.paths.url())
        try:
            yield database
        finally:
            database.close()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something has happened; TimeoutError after a minute."""
        deadline = time.monotonic() + 60
        while not until():
            if time.monotonic() > deadline:
                raise TimeoutError(until)
            self.application.processEvents()
            time.sleep(0.01)

    def settle(self) -> None:
        """Let the window finish what it has begun."""
        for _ in range(40):
            self.application.processEvents()
            time.sleep(0.01)

    def shoot(self, widget: QWidget, name: str) -> None:
        """Keep a picture of a window."""
        self.settle()
        save(widget.grab(), name)


def save(picture: QPixmap | Image.Image, name: str) -> None:
    """Write one picture in 256 colours."""
    path = FOLDER / f"{name}.png"
    if isinstance(picture, QPixmap):
        picture.save(str(path))
        picture = Image.open(path).convert("RGB")
    small = picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    print(f"{path.relative_to(RESOURCES.parent)}  {path.stat().st_size / 1000:.0f} kB")


def save_page(pdf: bytes, name: str, dpi: float = 110) -> None:
    """Keep a picture of a document's first page."""
    from desk_app.documents import pages

    page = pages.page_image(pdf, 0, dpi)
    size, line = (page.width, page.height), page.stride
    save(Image.frombuffer("RGB", size, page.data, "raw", "BGRX", line, 1), name)


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
        row = work.widget.table.current_row()
        if shown.filled and row is not None and controller.desk is not None:
            with controller.desk.read() as session:
                work.widget.form.set_values(work.register.source.values(session, str(row["uid"])))
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


def papers(stage: Stage) -> None:
    """What comes out of the printer: a release slip, a visitor slip, the list of everybody inside."""
    from desk_app.documents import draw, pages, template
    from desk_app.registers.visitors import paper
    from desk_app.registers.visitors.records import Visit
    from desk_app.reports import muster

    with stage.database() as database, database.read() as session:
        query = select(attachments.Paper).where(attachments.Paper.form == "release_slip")
        slips = session.scalars(query.order_by(attachments.Paper.id.desc()).limit(40))
        archive = Archive(stage.paths.archive)
        drawn = [archive.read(slip) for slip in slips]
        whole = [pdf for pdf in drawn if pages.page_count(pdf) == COPIES]
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
    "release_slips": release_slips, "premises": premises, "settings": settings, "papers": papers, "month": month,
    **{name: partial(screen, shown=shown, name=name) for name, shown in SCREENS.items()},
}  # fmt: skip


def take_duty(desk: Desk, _parent: QWidget) -> bool:
    """Put the first of the staff on duty without asking."""
    with desk.read() as session:
        desk.set_actor(as_actor(on_staff(session)[0], "前台一"))
    return True


def main() -> None:
    """Make the data and draw what was asked for."""
    parser = argparse.ArgumentParser(description="Draw the README's pictures from demo data.")
    parser.add_argument("names", nargs="*", choices=[[], *PICTURES], metavar="NAME")
    names = parser.parse_args().names or list(PICTURES)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    FOLDER.mkdir(exist_ok=True)
    duty.ensure = take_duty
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        clock.set_source(lambda: NOW)
        demo.make(paths, days=DAYS, seed=SEED)
        clock.set_source(lambda: NOW)
        stage = Stage(QApplication([]), paths)
        for name in names:
            PICTURES[name](stage)


if __name__ == "__main__":
    main()
