"""Counting key by key: Space or Enter ticks a key and goes on, a scan ticks it, the sums follow at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.declare import Tone
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.kit import fit, messages, theme
from desk_app.kit.desk import Desk
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import plain_label
from desk_app.registers.key_counts import rules, service, views

NEXT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
TONES = {"present": Tone.DONE, "lent": Tone.WAITING, "missing": Tone.LATE, "surplus": Tone.DUE}
FOUND, RESULT = 5, 4


def signed(number: int) -> str:
    """Return a difference with its sign, nothing as 0."""
    return f"{number:+d}" if number else "0"


class CountDialog(QDialog):
    """The keys of one stock-take; every tick is kept at once. `handed_in` when it is to be submitted now."""

    def __init__(self, parent: QWidget, desk: Desk, uid: str) -> None:
        super().__init__(parent)
        self.setObjectName("key_count")
        self.setWindowTitle(translate("KeyCounts", "钥匙盘点"))
        fit.resize(self, 940, 600)
        self._desk, self._uid = desk, uid
        self.handed_in = False
        self._lines: list[Mapping[str, object]] = []
        self.sums = plain_label("", "strong")
        self.sums.setObjectName("count_sums")
        self.said = plain_label("", "state")
        self.said.setObjectName("count_said")
        self.code = QLineEdit()
        self.table = QTableWidget(0, 7)
        self._build()
        self._refill()
        self._to_next(-1)

    def take_code(self, code: str) -> bool:
        """Tick a scanned key; says so when it is not in this stock-take."""
        self._mark_code(code)
        return True

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the table: tick, missing, surplus, lent, take back."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(8))
        top = QHBoxLayout()
        column.addLayout(top)
        top.addWidget(plain_label(translate("KeyCounts", "钥匙盘点"), "title"))
        top.addSpacing(theme.px(16))
        top.addWidget(self.sums)
        top.addStretch(1)
        self._build_code(column)
        self._build_table()
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(theme.px(8))
        for name, text, role, action in self._buttons():
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("role", role)
            button.setAutoDefault(False)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.said)

    def _build_code(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        column.addLayout(line)
        self.code.setObjectName("count_code")
        self.code.setMaxLength(40)
        self.code.setFixedWidth(theme.px(240))
        self.code.setPlaceholderText(translate("KeyCounts", "扫标签或输入编号,Enter"))
        self.code.setAccessibleName(translate("KeyCounts", "扫标签或输入编号"))
        self.code.returnPressed.connect(self._on_code)
        line.addWidget(self.code)
        line.addSpacing(theme.px(10))
        keys = translate("KeyCounts", "空格 / Enter 在柜 · - 缺失 · + 多余 · J 借出 · Delete 重点")
        line.addWidget(plain_label(keys, "muted"))
        line.addStretch(1)

    def _build_table(self) -> None:
        table = self.table
        table.setObjectName("count_lines")
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(
            [
                translate("KeyCounts", "编号"), translate("KeyCounts", "房号 / 设备"), translate("KeyCounts", "应在"),
                translate("KeyCounts", "借出"), translate("KeyCounts", "结果"), translate("KeyCounts", "实点"),
                translate("KeyCounts", "说明"),
            ]
        )  # fmt: skip
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(32))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, width in enumerate((100, 0, 84, 66, 90, 76, 180)):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)
            if width:
                header.resizeSection(number, theme.px(width))
        table.installEventFilter(self)

    def _buttons(self) -> tuple[tuple[str, str, str, Callable[[], object]], ...]:
        return (
            ("hand_in", translate("KeyCounts", "点完提交…"), "main", self._hand_in),
            ("rest", translate("KeyCounts", "其余都在柜"), "foot", self._mark_rest),
            ("later", translate("KeyCounts", "稍后继续"), "foot", self.reject),
        )

    def _refill(self) -> None:
        with self._desk.read() as session:
            self._lines = list(views.lines(session, self._uid))
            total = views.figures_of(session, self._uid)
        self.table.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            self._show(row, line)
        text = translate(
            "KeyCounts", "账面 {book} 把 · 实点 {counted} · 借出 {lent} · 差异 {difference} · 未点 {open}"
        )
        self.sums.setText(
            text.format(
                book=total.book, counted=total.counted, lent=total.lent, difference=signed(total.difference),
                open=total.open,
            )
        )  # fmt: skip

    def _show(self, row: int, line: Mapping[str, object]) -> None:
        result = str(line["result"])
        label = next((choice.label for choice in rules.RESULTS if choice.key == result), "")
        note = str(line["note"] or line["holder"] or "")
        if line["lent_now"]:
            note = translate("KeyCounts", "盘点中借出")
        elif line["back_now"]:
            note = translate("KeyCounts", "盘点中归还,请点")
        cells = (
            str(line["code"]), str(line["place"]), str(line["expected"]), str(line["away"] or ""),
            translate("KeyCounts", label) if label else translate("KeyCounts", "未点"),
            str(line["found"]) if result and result != "lent" else "", note,
        )  # fmt: skip
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column in (RESULT, FOUND) and result:
                item.setForeground(QBrush(QColor(theme.colours().tones[TONES[result].value][0])))
            self.table.setItem(row, column, item)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.key() in NEXT:
            self._mark("present")
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self._mark("missing")
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._mark("surplus")
        elif event.key() == Qt.Key.Key_J:
            self._mark("lent")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._do(lambda code: self._unmark(code), stay=True)
        else:
            return False
        return True

    def _mark(self, result: str) -> None:
        def mark(code: str) -> None:
            found = self._how_many(result)
            if result in ("present", "lent") or found is not None:
                with self._desk.write() as session:
                    service.mark(session, self._uid, code, result, found=found)

        self._do(mark)

    def _how_many(self, result: str) -> int | None:
        """Ask how many keys hang there where one key more or less may be several."""
        line = self._lines[self.table.currentRow()]
        expected = int(str(line["expected"]))
        if result == "missing":
            if expected == 1:
                return 0
            counts = list(range(expected))
        elif result == "surplus":
            counts = [expected + n for n in (1, 2, 3)]
        else:
            return None
        answers = [translate("KeyCounts", "{count} 把").format(count=n) for n in counts]
        question = translate("KeyCounts", "{code} 应在 {count} 把,实点几把?")
        title = question.format(code=line["code"], count=expected)
        place = messages.ask(self, title, "", [*answers, translate("KeyCounts", "取消")])
        return counts[place] if place < len(counts) else None

    def _unmark(self, code: str) -> None:
        with self._desk.write() as session:
            service.unmark(session, self._uid, code)

    def _do(self, act: Callable[[str], None], *, stay: bool = False) -> None:
        row = self.table.currentRow()
        if not 0 <= row < len(self._lines):
            return
        code = str(self._lines[row]["code"])
        if self._tried(lambda: act(code)):
            self._refill()
            if not stay and self._lines[row]["result"]:
                self._to_next(row)

    def _tried(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except (RuleError, KnownError) as error:
            self._say(error.text, late=True)
            return False
        self._say("")
        return True

    def _say(self, text: str, *, late: bool = False) -> None:
        self.said.setText(text)
        theme.restyle(self.said, "role", "error" if late else "state")

    def _on_code(self) -> None:
        text = self.code.text().strip()
        if text:
            self._mark_code(text)
            self.code.clear()

    def _mark_code(self, code: str) -> None:
        made: list[str] = []

        def mark() -> None:
            with self._desk.write() as session:
                made.append(service.mark(session, self._uid, code, "present").code)

        if self._tried(mark):
            self._refill()
            row = next(n for n, line in enumerate(self._lines) if line["code"] == made[0])
            self.table.setCurrentCell(row, 0)
            self._say(translate("KeyCounts", "{code} 在柜").format(code=made[0]))

    def _mark_rest(self) -> None:
        open_ = sum(not line["result"] for line in self._lines)
        question = translate("KeyCounts", "其余 {count} 把都看过,都在柜里?").format(count=open_)
        if not open_ or not messages.confirm(self, question):
            return

        def mark() -> None:
            with self._desk.write() as session:
                service.mark_rest(session, self._uid)

        if self._tried(mark):
            self._refill()

    def _hand_in(self) -> None:
        left = [str(line["code"]) for line in self._lines if not line["result"]]
        if left:
            self._say(translate("KeyCounts", "还有 {count} 把没有点。").format(count=len(left)), late=True)
            self._to_next(-1)
            return
        self.handed_in = True
        self.accept()

    def _to_next(self, row: int) -> None:
        """Go to the next key nobody has looked at, round the end; to the next row when there is none."""
        count = len(self._lines)
        order = [(row + step) % count for step in range(1, count + 1)] if count else []
        place = next((n for n in order if not self._lines[n]["result"]), min(row + 1, count - 1))
        self.table.setCurrentCell(place, 0)
        self.table.setFocus()
