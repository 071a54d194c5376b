"""Boot in order: folders, log, fonts and theme, translators, window, and only then the database."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from desk_app.core import i18n, log
from desk_app.core.errors import KnownError
from desk_app.core.paths import RESOURCES, Paths
from desk_app.kit import theme
from desk_app.shell.window import MainWindow

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller


def run(paths: Paths) -> int:
    """Open the window on the database in `paths`; returns the exit code."""
    try:
        paths.prepare()
    except KnownError as error:
        print(error.text, file=sys.stderr)  # noqa: T201 - no window yet
        return 1
    log.trace_native(paths.log)
    app = QApplication(sys.argv[:1])
    window, controller = open_window(app, paths)
    log.hook(paths.log, controller.tell_crash)
    window.show()
    return app.exec()


def open_window(app: QApplication, paths: Paths) -> tuple[MainWindow, Controller]:
    """Build the window as this computer's preferences want it; the database opens after the first paint."""
    from desk_app.shell.controller import Controller

    prefs = QSettings(str(paths.data / "window.ini"), QSettings.Format.IniFormat)
    app.setApplicationName("FrontDesk")
    install_language(app, str(prefs.value("window/language", "zh_CN")))
    theme.apply(
        app, str(prefs.value("window/theme", "light")), int(str(prefs.value("window/scale", "100"))) / 100
    )
    window = MainWindow(paths, prefs)
    return window, Controller(app, window, paths, prefs)


def install_language(app: QApplication, language: str) -> None:
    """Show the interface in `language` ("zh_CN" is the source text, "en" the translation)."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale(language))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    wanted = [("qtbase_zh_CN", qt_folder)] if language == "zh_CN" else [("desk_en", str(RESOURCES / "i18n"))]
    for name, folder in wanted:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
    i18n.install(QCoreApplication.translate)
