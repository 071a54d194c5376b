"""Where the README's pictures are taken: the demo desk's window, and how a picture is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desk_app import app as desk_app
from desk_app.core.database import Database
from desk_app.core.paths import RESOURCES, Paths
from desk_app.core.people import as_actor, on_staff
from desk_app.kit.desk import Desk
from desk_app.shell.controller import Controller
from desk_app.shell.window import MainWindow

FOLDER = RESOURCES / "pictures"
SIZE = (1366, 768)


def take_duty(desk: Desk | None) -> None:
    """Put the first of the staff on duty without asking."""
    assert desk is not None
    with desk.read() as session:
        desk.set_actor(as_actor(on_staff(session)[0], "前台一"))


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
        window, controller = desk_app.open_window(self.application, self.paths, unseen=True)
        controller.filled.connect(lambda: take_duty(controller.desk))
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
