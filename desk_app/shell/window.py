"""The main window: it connects header, tabs, pages and foot, and knows no register."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk_app.core import clock
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.paths import Paths
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import plain_label
from desk_app.registers import CALLS, COMMONEST, REGISTERS, TABS, Tab
from desk_app.shell.banner import Banner
from desk_app.shell.foot import Foot
from desk_app.shell.header import Header
from desk_app.shell.tab_bar import TabBar

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk
    from desk_app.shell.alarm import Alarm
    from desk_app.shell.board import Board
    from desk_app.shell.reading import Reading
    from desk_app.shell.tab_page import Panel, TabPage
    from desk_app.shell.today import TodayPage

TODAY = Tab("today", QT_TRANSLATE_NOOP("Tabs", "今日"), "layout-dashboard")
SHOWN = (TODAY, *(tab for tab in TABS if any(room.tab == tab.key for room in REGISTERS)))
TAB_KEYS = tuple(
    zip(("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"), (t.key for t in SHOWN), strict=False)
)
WEEKDAYS = QT_TRANSLATE_NOOP("Window", "周一 周二 周三 周四 周五 周六 周日")
MINUTE = 60_000


class MainWindow(QMainWindow):
    """Painted first, filled later: `start(desk)` is called once the database is open.

    Signals: `shown_first` after the first paint; `minimised(True)` or shown again (False); then what the keys F1, F9, F10, F12
    and Ctrl+B ask for.
    """

    shown_first = Signal()
    minimised = Signal(bool)
    lock_requested = Signal()
    menu_requested = Signal()
    help_requested = Signal()
    muster_requested = Signal()
    badge_requested = Signal()

    def __init__(self, paths: Paths, prefs: QSettings) -> None:
        super().__init__()
        self._paths = paths
        self._prefs = prefs
        self._desk: Desk | None = None
        self._pages: dict[str, TabPage] = {}
        self._board: Board | None = None
        self._today: TodayPage | None = None
        self._current = TODAY.key
        self._shown = False
        self._sounded: datetime | None = None
        self._alarm: Alarm | None = None
        self.header = Header()
        self.tabs = TabBar(SHOWN)
        self.banner = Banner()
        self.foot = Foot()
        self._stack = QStackedWidget()
        self._waiting = plain_label(translate("Window", "正在打开数据…"), "empty")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setMargin(theme.px(40))  # a sentence that fills its lines does not touch the edge
        self._minute = QTimer(self, interval=MINUTE)
        self._build()

    def start(self, desk: Desk, first: Reading) -> Sequence[Callable[[], object]]:
        """Return the steps that fill the window, now that the desk is open; between them it stays awake."""

        def fill_head() -> None:
            self._desk, self._board, self._alarm = desk, Board(desk, first, self), Alarm()
            self._show_head()

        def build_today() -> None:
            assert self._board is not None
            self._today = TodayPage(desk, self._board)
            self._stack.addWidget(self._today)

        def show_today() -> None:
            assert self._board is not None
            self._connect_desk(desk, self._board)
            self.open_tab(self._current)
            self._minute.start()

        from desk_app.shell.alarm import Alarm
        from desk_app.shell.board import Board
        from desk_app.shell.today import TodayPage

        return fill_head, build_today, show_today

    def open_tab(self, key: str, register: str = "") -> None:
        """Show a tab with one of its registers, else the one it showed last; nothing before the desk is open."""
        if self._today is None:
            return
        self._current = key
        self.tabs.show_current(key)
        if key == TODAY.key:
            self._stack.setCurrentWidget(self._today)
            self._today.refill()
            self._today.table.setFocus()
            self.tabs.show_switch(None)
        else:
            self._stack.setCurrentWidget(self._page(key))
            self.tabs.show_switch(self._page(key).switch)
            self._page(key).open(register).work.new()

    def build_ahead(self) -> None:
        """Build the registers before they are opened, the commonest first, while nothing else is to be done."""
        from desk_app.kit.ahead import Ahead

        def settle() -> Iterator[None]:
            gc.freeze()  # all of that stays for good: it need not be looked through for garbage
            yield

        rooms = sorted(REGISTERS, key=lambda room: room.key != COMMONEST)
        ahead = Ahead(self)
        ahead.add(self._page(room.tab).build_ahead(room.key) for room in rooms)
        ahead.add((settle(),))

    def open_next(self, step: int) -> None:
        """Show the next register of the tab (Ctrl+Tab), or the one before; round and round."""
        if self._today is not None and self._current != TODAY.key:
            self._page(self._current).open_next(step)

    def open_record(self, register: str, uid: str) -> None:
        """Show one record in its register."""
        page = self._page_of(register)
        if page is not None:
            getattr(page.panel, "show_record", page.panel.work.show_record)(uid)

    def open_view(self, register: str, view: str) -> None:
        """Show one view of a register."""
        page = self._page_of(register)
        if page is not None:
            page.panel.work.show_view(view)

    def open_register(self, register: str) -> None:
        """Show a register ready for a new record."""
        self._page_of(register)

    def do(self, register: str, action: str) -> None:
        """Show a register and do one of its lines of the menu."""
        page = self._page_of(register)
        if page is not None:
            page.panel.work.do(action)

    def follow(self, register: str, values: Mapping[str, object], origin: str) -> None:
        """Show a register with a new record begun that follows from another one."""
        page = self._page_of(register)
        if page is not None:
            page.panel.work.content.follow(values, origin)

    def take_code(self, code: str) -> bool:
        """Let the panel in front do something with a scanned code of its own; False when it does nothing."""
        if self._desk is None or self._current == TODAY.key:
            return False
        take = getattr(self._page(self._current).panel, "take_code", None)
        return bool(take and take(code))

    def take_badge(self, code: str) -> bool:
        """Put a scanned badge from stock into the form in front; False when that form wants none."""
        if self._desk is None or self._current == TODAY.key:
            return False
        return self._page(self._current).panel.work.take_badge(code)

    def take_call(self, over: QWidget | None = None) -> None:
        """Open the call card over whatever is shown, a dialog too; what is typed in it stays (F6)."""
        if self._desk is None:
            return
        if self._desk.actor is None:
            self._desk.notice(translate("People", "还没有人登录。请先按 F9 登录。"), "due")
        else:
            room = next(room for room in REGISTERS if room.key == CALLS)
            panel = self._page(room.tab).panel_of(room.key)
            getattr(panel, "take_call")(over or self)  # noqa: B009 - only this register has a call card

    def give_back(self, register: str, badge: str) -> None:
        """Sign out whoever holds a badge; the page on the screen stays."""
        room = next(room for room in REGISTERS if room.key == register)
        panel = self._page(room.tab).panel_of(register)
        getattr(panel, "give_back")(badge)  # noqa: B009 - only the registers that lend badges have it

    def refresh(self) -> None:
        """Bring the list shown up to date after a change; head, counts and 今日 follow once they are read."""
        self._tick()
        if self._board is not None:
            self._board.refresh()
        if self._current in self._pages:
            self._pages[self._current].refill()

    @property
    def is_reading(self) -> bool:
        """True while head, counts and 今日 are being read again."""
        return self._board is not None and self._board.is_reading

    def sound_alarm(self) -> None:
        """Say what has become late since the last time; from now on every minute."""
        if self._desk is not None and self._board is not None and self._alarm is not None:
            self._sounded = self._board.reading.minute
            self._alarm.check(self._desk, self._board.reading.due)

    def keep_drafts(self) -> None:
        """Keep what is typed anywhere."""
        for page in self._pages.values():
            page.keep_drafts()

    def say_meanwhile(self, sentence: str) -> None:
        """Say why the data is not there yet, or will not be; the window stays."""
        self._waiting.setText(sentence)
        self._waiting.setWordWrap(True)

    @qt_guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first paint is done: only then may anything heavy be loaded."""
        super().paintEvent(event)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self.shown_first.emit)

    @qt_guard(None)
    def changeEvent(self, event: QEvent) -> None:
        """Tell when the window is minimised or shown again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.minimised.emit(self.isMinimized())

    @qt_guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep drafts, and where the window stood."""
        self.keep_drafts()
        self._prefs.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)

    def _build(self) -> None:
        self.setObjectName("main_window")
        self.setWindowTitle(translate("Window", "物业前台"))
        self.setWindowIcon(theme.icon("building-2", theme.colours().accent, 32))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack.addWidget(self._waiting)
        for widget in (self.header, self.tabs, self.banner):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(body)
        self.tabs.show_current(TODAY.key)
        self._tick()
        self._connect()
        geometry = self._prefs.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1366, 700)
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        self._minute.timeout.connect(self.refresh)
        self.header.lock_requested.connect(self.lock_requested)
        self.header.menu_requested.connect(self.menu_requested)
        self.tabs.picked.connect(self.open_tab)
        self.tabs.pill_picked.connect(self.open_view)
        keys: Sequence[tuple[str, Callable[[], object]]] = (
            ("F2", self._new),
            ("F3", lambda: self._with_panel(lambda panel: panel.work.filter())),
            ("F4", lambda: self._with_panel(lambda panel: panel.work.widget.into_list())),
            ("Ctrl+S", lambda: self._with_panel(lambda panel: panel.work.press_main())),
            ("Ctrl+P", lambda: self._with_panel(self._print_current)),
            ("F5", self.refresh),
            ("F6", self.take_call),
            ("F1", self.help_requested.emit),
            ("F10", self.menu_requested.emit),
            ("F12", self.muster_requested.emit),
            ("Ctrl+K", self.header.quick_find.take_focus),
            ("Ctrl+B", self.badge_requested.emit),
            ("F9", self.lock_requested.emit),
            ("Ctrl+Tab", lambda: self.open_next(1)),
            ("Ctrl+Shift+Tab", lambda: self.open_next(-1)),
            *((key, lambda k=tab: self.open_tab(k)) for key, tab in TAB_KEYS),
        )
        for key, action in keys:
            QShortcut(QKeySequence(key), self, action)

    def _connect_desk(self, desk: Desk, board: Board) -> None:
        board.changed.connect(self._on_read)
        desk.changed.connect(self.refresh)
        desk.actor_changed.connect(self.refresh)
        desk.actor_changed.connect(self._show_head)
        desk.noticed.connect(self.foot.say)
        desk.open_requested.connect(self.open_record)
        desk.view_requested.connect(self.open_view)
        desk.new_requested.connect(self.open_register)
        desk.follow_requested.connect(self.follow)

    def _with_panel(self, do: Callable[[Panel], object]) -> None:
        if self._desk is not None and self._current != TODAY.key:
            do(self._page(self._current).panel)

    def _print_current(self, panel: Panel) -> None:
        getattr(panel, "print_current", panel.work.print_current)()

    def _new(self) -> None:
        if self._current == TODAY.key:
            self.open_register(COMMONEST)
        else:
            self._with_panel(lambda panel: panel.work.new())

    def _page_of(self, register: str) -> TabPage | None:
        """Show a register and return its tab's page; None for an unknown one, and before the desk is open."""
        room = next((room for room in REGISTERS if room.key == register), None)
        if room is None or self._today is None:
            return None
        self.open_tab(room.tab, register)
        return self._page(room.tab)

    def _page(self, key: str) -> TabPage:
        if key not in self._pages:
            from desk_app.shell.tab_page import TabPage

            assert self._desk is not None
            self._pages[key] = TabPage(
                self._desk, tuple(room for room in REGISTERS if room.tab == key), self._stack
            )
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def _on_read(self) -> None:
        """Show what was read again; when it is another minute's, say what has become late."""
        assert self._board is not None
        self._show_head()
        if self._current == TODAY.key and self._today is not None:
            self._today.refill()
        elif self._current in self._pages:
            self._pages[
                self._current
            ].refill()  # the day may have turned: then the registers did their daily work
        if self._sounded is not None and self._sounded != self._board.reading.minute:
            self.sound_alarm()

    def _show_head(self) -> None:
        """Bring header and counts up to date."""
        assert self._desk is not None and self._board is not None
        reading, actor = self._board.reading, self._desk.actor
        self.header.set_place(reading.project, reading.desk)
        self.header.set_duty(actor.name if actor else "", reading.shift)
        self.tabs.set_pills(reading.pills)

    def _tick(self) -> None:
        local = clock.local(clock.now())
        weekday = translate("Window", WEEKDAYS).split()[local.weekday()]
        self.header.set_clock(f"{weekday} {local:%H:%M}")
        passed = local.second * 1000 + local.microsecond // 1000
        self._minute.setInterval(max(MINUTE - passed, 1000))  # the clock turns with the minute
