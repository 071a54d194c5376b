"""Sessions for reading and writing, and the way a database comes to be.

`with db.write(actor) as session:` is the unit of work: one transaction, one history, all or
nothing. `with db.read() as session:` is short and never blocks a writer. What kind of database it
is, only core/store.py knows.
"""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from desk_app.core import (
    access,
    clock,
    clock_watch,
    datafile,
    files,
    gram_table,
    identity_mark,
    numbering,
    people,
    place,
    reasons,
    sealing,
    store,
)
from desk_app.core.audit import Change
from desk_app.core.datafile import DataFile
from desk_app.core.errors import AlreadyDone, Away, Doubt, KnownError, Refused, RuleError
from desk_app.core.i18n import translate
from desk_app.core.keys import Keys, for_database
from desk_app.core.people import Actor
from desk_app.core.records import Base, milliseconds, new_uid

SCHEMA = 6

_UNIT = "INSERT INTO unit (uid, at) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING uid"


class Unit(Base):
    """A unit of work that was committed, by its client-made id: a repeat after a lost answer is known."""

    __tablename__ = "unit"

    uid: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class Database:
    """One open database. Raises KnownError when it cannot be opened or is newer than the program.

    `tell(sentence)` is called before an upgrade, which takes minutes where there are many years of data. `keys` are
    those of a database that keeps none (a trial), else this computer's. Services find them in `session.info["keys"]`.
    `when_gone` is called, on any thread, when the file is gone or its server stops answering. A `read_only` one is a copy to look at: what the program writes into it by itself is gone with it.
    """

    def __init__(
        self,
        url: str,
        tell: Callable[[str], object] = lambda _sentence: None,
        keys: Keys | None = None,
        read_only: bool = False,
    ) -> None:
        self._tell = tell
        self.when_gone: Callable[[], object] = lambda: None
        self.url = url
        self.read_only = read_only
        self.path = store.file_of(url)
        sealing.take_up(self.path)
        identity_mark.assert_own(self.path)
        self.keys = keys or for_database(self.path)
        identity_mark.assert_site(self.path, self.keys.site)
        self.file = self.keys.opens(self.path)
        self._prepare()
        self._seat = place.Seat(self.path)
        self._unanswered: str | None = None
        self._engine = store.make_engine(self.file)
        try:
            with self._translated():
                store.assert_environment(self._engine)
                gram_table.merge_when_idle(self._engine)
        except KnownError:
            self._engine.dispose()
            raise
        identity_mark.put(self.path, self.keys.site)
        self._write = sessionmaker(
            self._engine, expire_on_commit=False, info={"keys": self.keys, "folder": self.path.parent}
        )
        self._read = sessionmaker(
            store.reader(self._engine), expire_on_commit=False, info={"keys": self.keys}
        )

    @contextmanager
    def write(self, actor: Actor | None, client_id: str | None = None) -> Iterator[Session]:
        """Open one unit of work in the name of `actor`; commit at the end, roll back on any error.

        A unit with a `client_id` is done once: AlreadyDone when it, or the one before it whose answer was lost,
        is found to be in the database. KnownError where the computer's clock stands in an impossible year.
        """
        clock_watch.assert_possible()
        self._answer_the_last(client_id)
        try:
            with self._translated(), self._write() as session:
                session.info["actor"] = actor
                session.connection()  # takes the write lock before anything is read
                if client_id and not store.run(session, _UNIT, client_id, milliseconds(clock.now())):
                    raise AlreadyDone(translate("Database", "这一份已经保存过,没有重复保存。"), client_id)
                yield session
                session.flush()
                access.note_done(session)
                self._assert_place()
                self._commit(session, client_id)
        except Refused as refused:
            self._note_refused(actor, refused)
            raise
        except Doubt as doubt:
            if doubt.met is not None:
                self._note_met(actor, *doubt.met)
            raise

    def _note_met(self, actor: Actor | None, entity: str, uid: str, no: str) -> None:
        """Note in the access log that a record was met by what somebody typed: their unit of work is undone."""
        with self.aside() as session:
            access.note(
                session, access.Kind.QUERY, actor=actor, entity=entity, uid=uid, no=no, conditions=access.MET
            )

    def require(self, actor: Actor, right: str) -> None:
        """Raise Refused when somebody has not a right that no verb asks for; the access log notes their try."""
        try:
            people.require(actor, right)
        except Refused as refused:
            self._note_refused(actor, refused)
            raise

    def _note_refused(self, actor: Actor | None, refused: Refused) -> None:
        """Note in the access log that somebody tried what they may not: their unit of work is undone."""
        with self.aside() as session:
            access.note(
                session, access.Kind.REFUSED, actor=actor, conditions=refused.verb, result=access.REFUSED
            )

    @property
    def revision(self) -> int:
        """How many changes there have been, by this window or another: lists older than that read again."""
        with self.read() as session:
            return session.scalar(select(func.max(Change.id))) or 0

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open one short reading session."""
        with self._translated(), self._read() as session:
            yield session

    @contextmanager
    def aside(self) -> Iterator[Session]:
        """Open a unit of work for what is no record (drafts): nobody answers for it, no list is older for it."""
        with self._translated(), self._write.begin() as session:
            yield session
            self._assert_place()

    @contextmanager
    def slots(self) -> Iterator[Path]:
        """Yield the folder whose `desk.keys` is changed meanwhile; everybody who opens these data gets the change."""
        yield self.path.parent

    def tidy(self) -> bool:
        """Do some of what saves leave for later, while the desk is idle; True when there is more."""
        with self._translated():
            return gram_table.tidy(self._engine)

    def scrub(self) -> None:
        """See to it that no bytes are left of what was cleared: neither in the search index nor in the log."""
        with self._translated():
            gram_table.forget(self._engine)
            store.truncate_log(self._engine)

    def check(self, *, fully: bool = False) -> list[str]:
        """Return what is wrong with the file, and whether its counting contradicts its history; nothing when whole.

        `fully` looks at every index and row. KnownError where the file cannot be looked at.
        """
        wrong = self.file.full_check() if fully else self.file.quick_check()
        if not wrong:
            with self.read() as session:
                if numbering.is_behind(session):
                    wrong = [translate("Database", "编号登记比修改记录旧,磁盘放回了旧内容")]
        return wrong

    def was_committed(self, client_id: str) -> bool:
        """Say whether the unit of work with this id is in the database."""
        with self.read() as session:
            return session.scalar(select(Unit.uid).where(Unit.uid == client_id)) is not None

    def _commit(self, session: Session, client_id: str | None) -> None:
        """Commit; where that fails, ask the file whether it happened all the same."""
        try:
            session.commit()
        except DBAPIError:
            if client_id is None:
                raise
            self._unanswered = client_id
            session.close()
            self._engine.dispose()
            if not self.was_committed(client_id):
                self._unanswered = None
                raise
            self._unanswered = None

    def _answer_the_last(self, client_id: str | None) -> None:
        """Find out about a commit of which nobody could say whether it happened, before anything else is written."""
        last = self._unanswered
        if last is None or last == client_id:
            self._unanswered = None
            return
        done = self.was_committed(last)
        self._unanswered = None
        if done:
            text = translate("Database", "上一步其实已经保存。为免重复,这一步没有做:请看一下列表,再做一次。")
            raise AlreadyDone(text, last)

    def close(self, patience: float = 0) -> None:
        """Close all connections; those that other threads still read with are waited for, at most `patience` seconds."""
        end = time.monotonic() + patience
        while store.lent(self._engine) and time.monotonic() < end:
            time.sleep(0.01)
        self._engine.dispose()

    def check_place(self) -> None:
        """Refuse to go on with a file that vanished or was replaced; KnownError."""
        self._seat.check()

    def _assert_place(self) -> None:
        """Refuse as `check_place` does, and have it told: the banner looks at once."""
        try:
            self._seat.check()
        except Away:
            self.when_gone()
            raise

    def assert_writable(self) -> None:
        """Refuse what people do to a copy that is only looked at; KnownError."""
        if self.read_only:
            raise KnownError(
                translate("Database", "现在是只读查看,不能保存。请重启程序,恢复备份或抢救数据后再登记。")
            )

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except StaleDataError as error:
            raise RuleError(translate("Database", "这条记录刚被别人改过。请重新打开后再修改。")) from error
        except DBAPIError as error:
            known = self._told(error)
            if known is None:
                raise
            raise known from error

    def _told(self, error: DBAPIError) -> KnownError | None:
        """Return the sentence for a failure; damage is told only when a fresh connection finds it too (safety.md §2(b))."""
        if store.leaves_doubt(error):
            self._engine.dispose()
        try:
            self._assert_place()
        except Away as gone:
            return gone  # whatever failed: it was not done on the data
        if store.looks_damaged(error) and not datafile.quick_check(self.file):
            text = translate("Database", "读数据文件时出了一次错,复查是完好的。请再试一次,已填内容还在。")
            return KnownError(text)
        if isinstance(error, IntegrityError) and self.check():
            return datafile.damaged()  # an old page contradicts the others: no mistake of the program's
        return store.known_error(error)

    def _prepare(self) -> None:
        plain = datafile.is_plain(self.path)
        found = datafile.schema_of(DataFile(self.path) if plain else self.file)
        if found > SCHEMA:
            text = translate(
                "Database", "数据文件来自更新的程序(结构 {found},本程序 {own})。请升级本程序,数据没有改动。"
            )
            raise KnownError(text.format(found=found, own=SCHEMA))
        if found == SCHEMA and not plain:
            return
        if found:
            self._tell(translate("Database", "正在为新版本升级数据(先做备份)。数据多时要几分钟,请不要关机。"))
        if plain:
            sealing.seal(self.path, self.keys)
        elif found:
            _copy_before_upgrade(self.file, found)
        from desk_app.core.migrations import upgrade

        try:
            upgrade(self.file, chain=self.keys.chain)
        except DBAPIError as error:
            known = store.known_error(error)
            if known is None:
                raise
            raise known from error


def workstation() -> str:
    """Return this computer's name, at most 40 characters."""
    return socket.gethostname()[:40]


def unit_id() -> str:
    """Return a new client-made id for one unit of work."""
    return new_uid()


def _copy_before_upgrade(file: DataFile, schema: int) -> None:
    """Keep a checked copy beside the file; Damaged when that is not whole, KnownError when the disk refuses: no copy."""
    path = file.path
    target = path.with_name(f"{path.stem}-before-upgrade-{schema}-{clock.now():%Y%m%d%H%M%S}.db")
    try:
        with files.becoming(target) as part:
            datafile.copy_database(file, part)
            wrong = datafile.quick_check(file.at(part))
            if wrong:
                text = translate(
                    "Database", "数据文件有损坏({wrong}),没有升级。请从备份恢复,或用上一版本打开。"
                )
                raise datafile.Damaged(text.format(wrong=wrong[0]))
    except OSError as error:
        text = translate(
            "Database", "升级前无法备份到 {path}({reason}),没有升级。请清理磁盘或检查权限后再启动。"
        )
        raise KnownError(text.format(path=target, reason=reasons.system(error))) from error
