"""Draw the window where nobody sees it, and say whether everything on it came out; for `doctor`."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.core import keys
from desk_app.core.i18n import translate
from desk_app.core.paths import FORMS, Paths
from desk_app.kit import background, theme
from desk_app.kit.preview import PreviewDialog
from desk_app.kit.text import plain_label
from desk_app.reports import speed
from desk_app.reports.doctor import Finding
from desk_app.shell.controller import Controller
from desk_app.shell.window import SHOWN, MainWindow

OpenWindow = Callable[[QApplication, Paths, bool], tuple[MainWindow, Controller]]

OFFSCREEN = "offscreen"
NOISE = "This plugin does not support"
PATIENCE = 60.0
"""Seconds for an empty database to open, on the slowest computer."""
FEWEST_COLOURS = 8
"""Fewer colours than that are no window and no page: ground, frames and smoothed letters have dozens."""
PICTURES = ("jpeg", "png", "svg", "ico")
UNKNOWN = "\U000f0000"  # a character that no font has
WANTED = ("platforms/*offscreen*", "iconengines/*svgicon*", "imageformats/*jpeg*")
ON_LINUX = ("platforms/*xcb*", "platforms/*wayland*", "platforminputcontexts/*ibus*", "printsupport/*cups*")
ON_WINDOWS = ("platforms/*windows*", "styles/*")


def look(open_window: OpenWindow) -> Iterator[Finding]:
    """Yield what was found about the screen; the window stands on an empty data folder of its own."""
    lacking = _lacking()
    told = lacking or translate("Doctor", "图标、照片、输入法、打印的组件齐全")
    yield Finding(translate("Doctor", "窗口组件"), not lacking, told)
    if lacking:
        return  # Qt would end the program
    os.environ["QT_QPA_PLATFORM"] = OFFSCREEN
    app = QApplication.instance() or QApplication(theme.arguments())
    assert isinstance(app, QApplication)
    with _quiet(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        window, controller = _opened(app, open_window, Paths(Path(folder)))
        try:
            yield from _seen(app, window, controller)
        finally:
            _close(window, controller)


def _lacking() -> str:
    """Return which of Qt's plugins and kinds of pictures are not there, "" when all are."""
    place = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    wanted = WANTED + (ON_WINDOWS if os.name == "nt" else ON_LINUX)
    return ", ".join(f"{place.name}/{name}" for name in wanted if not any(place.glob(name)))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep to itself what the screenless platform says about hints it cannot pass on to a screen."""

    def pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if NOISE not in text and before is not None:
            before(kind, context, text)
        elif NOISE not in text:
            sys.stderr.write(f"{text}\n")

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _opened(app: QApplication, open_window: OpenWindow, paths: Paths) -> tuple[MainWindow, Controller]:
    """Open the window as the program does, nobody signing in, and wait for its database."""
    paths.prepare()
    window, controller = open_window(app, paths, True)
    window.show()
    end = time.monotonic() + PATIENCE
    while controller.desk is None and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
    return window, controller


def _seen(app: QApplication, window: MainWindow, controller: Controller) -> Iterator[Finding]:
    wrong = _wrong_window(app, window) if controller.desk else translate("Doctor", "窗口没有打开数据")
    told = wrong or translate("Doctor", "{count} 个页签都画出来了,中文齐全").format(count=len(SHOWN))
    yield Finding(translate("Doctor", "主窗口"), not wrong, told)
    wrong = _wrong_preview()
    yield Finding(translate("Doctor", "打印预览"), not wrong, wrong or _printers())
    yield speed.verdict(
        translate("Doctor", "重画窗口"),
        speed.median(window.grab),
        speed.REPAINT,
        translate("Doctor", "处理器慢或正忙;请关掉其他程序"),
    )


def _wrong_window(app: QApplication, window: MainWindow) -> str:
    """Return what is wrong with what the window shows, "" when nothing is."""
    unknown = set(PICTURES) - {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if unknown:
        return translate("Doctor", "不认识的图片格式:{names}").format(names=", ".join(sorted(unknown)))
    drawn = []
    for tab in SHOWN:
        window.open_tab(tab.key)
        app.processEvents()
        drawn.append(window.grab().toImage())
    blank = [tab.title for tab, image in zip(SHOWN, drawn, strict=True) if _is_blank(image)]
    if blank:
        return translate("Doctor", "没有画出来的页签:{names}").format(names=", ".join(blank))
    if len({_pixels(image) for image in drawn}) < len(SHOWN):
        return translate("Doctor", "不同的页签画得一样")
    letters = {*"".join(tab.title for tab in SHOWN), " ", UNKNOWN}
    if len({_pixels(_letter(one)) for one in letters}) < len(letters):
        return translate("Doctor", "有的中文字没有画出来")
    return ""


def _wrong_preview() -> str:
    """Return what is wrong with the preview of a slip, "" when nothing is."""
    from desk_app.documents import draw, template

    folder = FORMS / "release_slip"
    values = json.loads((folder / "sample.json").read_text("utf-8"))
    pdf = draw.render(template.load(folder / "form.toml"), values)
    dialog = PreviewDialog(None, pdf, "FX")
    try:
        dialog.grab()
        return translate("Doctor", "页面是空白的") if _is_blank(dialog.sheet.pixmap().toImage()) else ""
    finally:
        _delete(dialog)


def _printers() -> str:
    names = QPrinterInfo.availablePrinterNames()
    if not names:
        return translate("Doctor", "画出来了;没有找到打印机(可另存为 PDF)")
    return translate("Doctor", "画出来了;打印机:{names}").format(names=", ".join(names))


def _letter(letter: str) -> QImage:
    """Return one letter as the window draws it."""
    label = plain_label(letter)
    label.resize(40, 40)
    return label.grab().toImage()


def _is_blank(image: QImage) -> bool:
    return image.isNull() or len(set(memoryview(_pixels(image)).cast("I"))) < FEWEST_COLOURS


def _pixels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


def _close(window: MainWindow, controller: Controller) -> None:
    background.stop_all()
    window.close()
    controller.prefs.sync()  # now: its folder goes away
    if controller.desk is not None:
        controller.desk.db.close()
        keys.forget(controller.desk.db.keys)
    _delete(window)


def _delete(widget: QWidget) -> None:
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
