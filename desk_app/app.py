"""Boot in order: folders, log, fonts and theme, translators, window, and only then the database."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desk_app.core import crashes, i18n, log
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.paths import RESOURCES, Paths
from desk_app.kit import qt_messages, theme
from desk_app.shell.crash_teller import CrashTeller
from desk_app.shell.preferences import choice
from desk_app.shell.window import MainWindow

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller
    from desk_app.shell.watch import Watch

QT = (6, 11)
"""The Qt for Python 3.11: 6.12 loses references to None there, until the program aborts (figures/safety.md §0.1)."""
_translators: list[QTranslator] = []
"""What was installed: to ask the application for its children makes all of QStyle's enums first, as `theme.arguments` says."""


def run(paths: Paths) -> int:
    """Open the window on the database in `paths`; returns the exit code."""
    try:
        _assert_qt()
        paths.prepare()
    except KnownError as error:
        return _refuse(error.text)
    crashes.trace_native(paths.log)
    qt_messages.install()
    sys.setswitchinterval(0.001)  # the window waits that long at most for a thread that is calculating
    app = QApplication(theme.arguments())
    window, controller = open_window(app, paths)
    teller = CrashTeller(window, paths.log)
    crashes.hook(paths.log, teller.caught)
    watches = _watch_later(controller, paths)
    controller.begun.connect(teller.tell_last)
    controller.filled.connect(lambda: log.start(paths.log))
    controller.filled.connect(_begin_collecting)
    window.show()
    code = app.exec()
    from desk_app.core import temporary
    from desk_app.kit import background
    from desk_app.shell.controller import RESTART

    background.stop_all()
    for watch in watches:
        watch.end()
    temporary.end()
    qt_messages.uninstall()
    crashes.end_native()
    if code != RESTART:
        return code
    import subprocess

    subprocess.Popen([*background.this_program(), "--data-dir", str(paths.data)])
    return 0


def _assert_qt() -> None:
    """Refuse a Qt that ends the program in the middle of the work (safety.md D1); KnownError."""
    if sys.version_info < (3, 12) and PySide6.__version_info__[:2] != QT:
        text = translate("Window", "界面组件版本 {version} 与 Python 3.11 不合,会中途退出。请重新安装程序。")
        raise KnownError(text.format(version=PySide6.__version__))


def _watch_later(controller: Controller, paths: Paths) -> list[Watch]:
    """Watch over the data folder from the first paint on, before it is opened; the list then has the watch."""
    watches: list[Watch] = []

    def admit() -> bool:
        from desk_app.core import temporary
        from desk_app.shell.watch import Watch

        temporary.begin(paths)
        watches.append(Watch(controller))  # it is the guard from now on
        return watches[0].admit()

    controller.guard = admit
    return watches


def _refuse(text: str) -> int:
    """Say why there is no window, on the screen as well: from a desktop nobody sees the terminal."""
    from desk_app.kit import messages

    print(text, file=sys.stderr)  # noqa: T201 - no window yet
    app = QApplication(theme.arguments())
    theme.apply(app, "light", 1.0)
    messages.tell(None, translate("Window", "程序打不开"), text)
    return 1


def _begin_collecting() -> None:
    """Collect garbage from now on (cli.py put it off), but never look again at what is there for good."""
    gc.freeze()
    gc.enable()


def open_window(app: QApplication, paths: Paths, unseen: bool = False) -> tuple[MainWindow, Controller]:
    """Build the window as this computer's preferences want it; the database opens after the first paint.

    `unseen`: it is drawn for a picture or a check; nobody is asked to sign in.
    """
    from desk_app.shell.controller import Controller

    prefs = QSettings(str(paths.data / "window.ini"), QSettings.Format.IniFormat)
    app.setApplicationName("FrontDesk")
    language = choice(prefs, "window/language")
    install_texts(app, language)
    theme.apply(app, choice(prefs, "window/theme"), int(choice(prefs, "window/scale")) / 100)
    window = MainWindow(paths, prefs)
    window.shown_first.connect(lambda: QTimer.singleShot(0, lambda: install_locale(app, language)))
    return window, Controller(app, window, paths, prefs, unseen)


def install_texts(app: QApplication, language: str) -> None:
    """Show the program's own texts in `language` ("zh_CN" is the source text, "en" the translation)."""
    while _translators:
        translator = _translators.pop()
        if isValid(translator):
            app.removeTranslator(translator)
            translator.deleteLater()
    translated = language != "zh_CN" and _install(app, "desk_en", str(RESOURCES / "i18n"))
    i18n.install(QCoreApplication.translate if translated else None)


def install_locale(app: QApplication, language: str) -> None:
    """Let Qt's own dialogs and inputs speak `language` as well; the first paint shows none of them."""
    from PySide6.QtCore import QLibraryInfo, QLocale

    QLocale.setDefault(QLocale(language))
    if language == "zh_CN":
        _install(app, "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _install(app: QApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    _translators.append(translator)
    return translator.load(name, folder) and app.installTranslator(translator)
