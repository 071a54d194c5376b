"""Look at a PDF, print it, save it; and ask whether the paper came out before anybody says printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPageLayout, QPageSize, QPainter, QPixmap, QShortcut
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.core import files, reasons, temporary
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.kit import fit, messages, theme
from desk_app.kit.qt_dialogs import ask_printer, ask_save
from desk_app.kit.text import caption, plain_label

PRINT_DPI = 300
STRIP = 512
ZOOMS = (50, 75, 100, 125, 150, 200, 300)


class Pages(Protocol):
    """What turns PDF bytes into pictures (desk_app.documents.pages)."""

    def page_count(self, pdf: bytes) -> int:
        """Return the number of pages."""

    def page_image(self, pdf: bytes, index: int, dpi: float) -> tuple[int, int, int, bytes]:
        """Return (width, height, stride, BGRA bytes) of one page."""


class PreviewDialog(QDialog):
    """One document on screen. `printed(bool)` after the user said whether the paper came out.

    Without `pdf` it says that the paper is being drawn, and nothing but closing can be done until `show_pdf`. What
    must never become a file is shown with `may_save` False.
    """

    printed = Signal(bool)

    def __init__(
        self,
        parent: QWidget | None,
        pdf: bytes | None,
        number: str,
        pages: Pages | None = None,
        *,
        may_save: bool = True,
    ) -> None:
        super().__init__(parent)
        self._may_save = may_save
        self.pdf, self.number = b"", number
        self.pages = pages or _default_pages()
        self.count, self.page, self.zoom = 0, 0, 100
        self.setWindowTitle(translate("Preview", "预览 {number}").format(number=number))
        fit.resize(self, 900, 700)
        self._build()
        if pdf is None:
            self.sheet.setText(translate("Preview", "正在出单…"))
            for button in self.buttons.values():
                button.setEnabled(False)
        else:
            self.show_pdf(pdf)

    @property
    def is_drawing(self) -> bool:
        """Tell whether the paper is still to come."""
        return not self.pdf

    def show_pdf(self, pdf: bytes) -> None:
        """Show the paper; from now on it can be printed."""
        self.pdf, self.count = pdf, self.pages.page_count(pdf)
        self.show_page(0)
        for name in ("print", "smaller", "larger"):
            self.buttons[name].setEnabled(True)
        self.buttons["save"].setEnabled(self._may_save)

    def show_page(self, index: int) -> None:
        """Show a page, the first is 0; a number outside is brought inside."""
        self.page = min(max(index, 0), self.count - 1)
        dpi = 96 * self.zoom / 100 * self.devicePixelRatioF()
        picture = QPixmap.fromImage(page_picture(self.pages, self.pdf, self.page, dpi))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.setPixmap(picture)
        self.place.setText(f"{self.page + 1} / {self.count}")
        self.percent.setText(f"{self.zoom}%")
        for name, able in (("back", self.page > 0), ("next", self.page < self.count - 1)):
            self.buttons[name].setEnabled(able)

    def step_zoom(self, step: int) -> None:
        """Show the page larger (+1) or smaller (-1)."""
        place = ZOOMS.index(self.zoom) + step
        self.zoom = ZOOMS[min(max(place, 0), len(ZOOMS) - 1)]
        self.show_page(self.page)

    def print_out(self) -> None:
        """Print through the system's dialog, then ask; without a printer say so."""
        if not QPrinterInfo.availablePrinterNames():
            text = (
                translate("Preview", "可先「另存为 PDF」,接好打印机后再补打;单据已保存,不会丢失。")
                if self._may_save
                else translate("Preview", "这张纸不存成文件:请接好打印机再打印,或关闭预览后手抄。")
            )
            messages.tell(self, translate("Preview", "没有找到打印机"), text)
            return
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        set_up_printer(printer, self.pages, self.pdf, self.number)
        if ask_printer(self, printer, translate("Preview", "打印 {number}").format(number=self.number)):
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """Send the pages to `printer` and ask whether they came out; retry as often as asked."""
        retry = translate("Preview", "重打")
        answers = (translate("Preview", "打印出来了"), translate("Preview", "没有"), retry)
        while True:
            try:
                print_pages(printer, self.pages, self.pdf)
            except KnownError as error:
                messages.tell(self, translate("Preview", "没有打印出来"), error.text)
                self.printed.emit(False)
                return
            text = translate("Preview", "请看一眼打印机:{number} 共 {count} 页。").format(
                number=self.number, count=self.count
            )
            answer = messages.ask(
                self, translate("Preview", "打印出来了吗?"), text, (answers[0], answers[2], answers[1])
            )
            if answer != 1:
                self.printed.emit(answer == 0)
                return

    def save_as(self) -> None:
        """Save the PDF under a name the user chooses."""
        name = ask_save(self, translate("Preview", "另存为 PDF"), f"{self.number}.pdf", "PDF (*.pdf)")
        if name:
            try:
                save_pdf(Path(name), self.pdf)
            except KnownError as error:
                messages.tell(self, translate("Preview", "没有保存"), error.text)

    def _build(self) -> None:
        self.sheet = plain_label()
        self.sheet.setObjectName("sheet")
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setAccessibleName(translate("Preview", "单据预览"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.sheet)
        self.place, self.percent = plain_label("", "muted"), plain_label("", "muted")
        self.buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(14), theme.px(14), theme.px(12))
        layout.setSpacing(theme.px(10))
        layout.addWidget(area, 1)
        row = QHBoxLayout()
        layout.addLayout(row)
        row.setSpacing(theme.px(8))
        self._add(
            row, "print", translate("Preview", "打印") + "  Ctrl+P", "printer", self.print_out, "Ctrl+P"
        )
        self._add(row, "save", translate("Preview", "另存为 PDF"), "download", self.save_as, "Ctrl+S")
        self.buttons["save"].setVisible(self._may_save)
        row.addStretch(1)
        self._add(row, "back", "", "chevron-left", lambda: self.show_page(self.page - 1), "PgUp")
        row.addWidget(self.place)
        self._add(row, "next", "", "chevron-right", lambda: self.show_page(self.page + 1), "PgDown")
        self._add(row, "smaller", "", "minus", lambda: self.step_zoom(-1), "Ctrl+-")
        row.addWidget(self.percent)
        self._add(row, "larger", "", "plus", lambda: self.step_zoom(1), "Ctrl+=")
        names = {
            "back": translate("Preview", "上一页"),
            "next": translate("Preview", "下一页"),
            "smaller": translate("Preview", "缩小"),
            "larger": translate("Preview", "放大"),
        }
        for key, name in names.items():
            self.buttons[key].setAccessibleName(name)
            self.buttons[key].setToolTip(name)
        self.buttons["print"].setProperty("role", "main")
        self.buttons["print"].setDefault(True)
        theme.put_icon(self.buttons["print"], "printer", "on_accent")

    def _add(
        self, row: QHBoxLayout, key: str, text: str, icon: str, done: Callable[[], None], keys: str
    ) -> None:
        button = QPushButton(caption(text))
        button.setObjectName(key)
        if not text:
            button.setFixedWidth(theme.px(44))
        theme.put_icon(button, icon)
        button.clicked.connect(lambda: done())
        QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self.buttons[key] = button
        row.addWidget(button)


def page_picture(pages: Pages, pdf: bytes, index: int, dpi: float) -> QImage:
    """Return one page as a picture of its own memory."""
    width, height, stride, data = pages.page_image(pdf, index, dpi)
    return QImage(data, width, height, stride, QImage.Format.Format_RGB32).copy()


def set_up_printer(printer: QPrinter, pages: Pages, pdf: bytes, number: str) -> None:
    """Give the printer the document's name and the size of its first page, to the edge of the paper."""
    printer.setDocName(number)
    first = page_picture(pages, pdf, 0, 72)
    size = QPageSize(
        QSizeF(first.width(), first.height()), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    wide = first.width() > first.height()
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    if wide:
        upright = QSizeF(first.height(), first.width())
        size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def print_pages(printer: QPrinter, pages: Pages, pdf: bytes) -> None:
    """Paint the pages asked for in grey, strip by strip; KnownError when the printer refuses."""
    printer.setFullPage(True)
    dpi = min(PRINT_DPI, max(printer.resolution(), 150))
    count = pages.page_count(pdf)
    first, last = printer.fromPage() or 1, min(printer.toPage() or count, count)
    painter = QPainter()
    with temporary.surroundings():  # here the system's printing makes the file that it sends
        begun = painter.begin(printer)
    if not begun:
        raise KnownError(translate("Preview", "打印机没有接受任务,请检查电源、纸张和连接后重打。"))
    try:
        for number in range(first - 1, last):
            if number > first - 1 and not printer.newPage():
                raise KnownError(translate("Preview", "打印机中途停下,请检查纸张后重打。"))
            image = page_picture(pages, pdf, number, dpi).convertToFormat(QImage.Format.Format_Grayscale8)
            _paint_in_strips(
                painter, image, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)), dpi, printer.resolution()
            )
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise KnownError(translate("Preview", "打印机报告出错,请检查后重打。"))


def save_pdf(path: Path, pdf: bytes) -> None:
    """Write a file whole or not at all; KnownError says where it failed."""
    target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
    try:
        target.parent.stat()  # a folder that is not there is a mistake
        files.write_whole(target, pdf)
    except OSError as error:
        text = translate("Preview", "无法写入 {path}:{why}。请换一个文件夹,或检查磁盘空间和权限。")
        raise KnownError(text.format(path=target, why=reasons.system(error))) from error


def _paint_in_strips(painter: QPainter, image: QImage, sheet: QRectF, dpi: float, device_dpi: int) -> None:
    """Draw at true size, shrunk only when the paper is smaller; strips keep a driver's memory small."""
    scale = device_dpi / dpi
    scale = (
        min(scale, sheet.width() / image.width(), sheet.height() / image.height())
        if sheet.isValid()
        else scale
    )
    for top in range(0, image.height(), STRIP):
        height = min(STRIP, image.height() - top)
        place = QRectF(0, top * scale, image.width() * scale, height * scale)
        painter.drawImage(place, image.copy(0, top, image.width(), height))


def _default_pages() -> Pages:
    import importlib

    module: Pages = importlib.import_module("desk_app.documents.pages")
    return module
