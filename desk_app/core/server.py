"""The PostgreSQL edition's engine: several desks on one server (figures/safety.md D16).

With core/server_setup.py and core/server_grams.py the only module that knows PostgreSQL, as core/store.py is for SQLite.
What the rest of the program says stays as it is: statements with "?" for values, yes and no as 1 and 0, times in
milliseconds.

Every unit of work that writes takes one advisory lock for its transaction, as SQLite's BEGIN IMMEDIATE does: measured
0 double loans, 0 lost updates and no retries (safety.md §2(e)). Readers see one moment (REPEATABLE READ, read only).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, Engine, Integer, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import functions, operators

from desk_app.core.errors import KnownError, Repeatable, Unreachable
from desk_app.core.i18n import translate

if TYPE_CHECKING:
    from desk_app.core.field_seal import FieldSeal

NAME = "postgresql"
TAKE_LOCK = f"SELECT pg_advisory_xact_lock({0x57594454})"
"""Whoever writes takes this one advisory lock ("WYDT") for the transaction."""
PATIENCE = 5
"""Seconds after which a statement, or the waiting for the other desk's save, is given up (D16)."""
LEAST = 140000
"""The oldest server this was written for, as libpq counts."""
CERTIFICATE = "server-ca.pem"
"""In the data folder: who signed the server's certificate; without it the system's own list counts."""
_OPTIONS = (
    f"-c statement_timeout={PATIENCE}s -c lock_timeout={PATIENCE}s -c idle_in_transaction_session_timeout=60s "
    "-c synchronous_commit=on -c standard_conforming_strings=on -c TimeZone=UTC"
)
_LISTED = (
    "SELECT value FROM json_each(?)",
    "SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(? AS json))",
)
"""How a list of ids is given as one value, in SQLite's words and in the server's."""
_GONE = ("08", "57P01", "57P02", "57P03", "57P05")
_BUSY = ("57014", "55P03")
_AGAIN = ("40001", "40P01")
_FULL = ("53100", "53200", "53300", "53400")
_READ_ONLY = ("25006",)
_TAKEN = ("23505",)
_NOT_ALLOWED = ("42501", "28")


def is_url(url: str) -> bool:
    """Say whether an address names a server, not a file."""
    return url.startswith(NAME)


@compiles(Integer, NAME)
def _wide(_type: Integer, _compiler: Any, **_options: Any) -> str:
    """Integers hold milliseconds and 分, as SQLite's do."""
    return "BIGINT"


@compiles(functions.sum, NAME)
def _whole(call: Any, compiler: Any, **options: Any) -> str:
    """Sums of integers are integers, as SQLite's are; the server would make decimals of them."""
    return f"CAST({compiler.visit_function(call, **options)} AS BIGINT)"


class Raw:
    """The driver's connection, asked as SQLite's is: "?" stands for each value, failures are SQLAlchemy's."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Sequence[object] = ()) -> Any:
        """Run one statement and return its cursor."""
        cursor = self._connection.cursor()
        self._run(cursor.execute, statement, values)
        return cursor

    def executemany(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one statement for each of some rows of values."""
        self._run(self._connection.cursor().executemany, statement, rows)

    def insert(self, statement: str, values: Sequence[object]) -> int:
        """Insert one row; return its id."""
        return int(self.execute(statement + " RETURNING id", values).fetchone()[0])

    def _run(self, run: Any, statement: str, values: Any) -> None:
        import psycopg

        try:
            run(translated(statement), values)
        except psycopg.Error as error:
            raise DBAPIError.instance(
                statement, None, error, psycopg.Error, connection_invalidated=self._connection.closed
            ) from error


@lru_cache(1024)
def translated(statement: str) -> str:
    """Return one of the program's fixed statements as psycopg wants it."""
    return statement.replace("%", "%%").replace(*_LISTED).replace("?", "%s")


def make_engine(
    url: str, seal: FieldSeal | None, folder: Path, *, desk: bool = True, password: str | None = None
) -> Engine:
    """Return an engine whose writers take the lock and whose fields are sealed; None seals nothing.

    `folder` may hold the certificate of who signed the server's. `desk`: with the limits of a desk;
    `password`: one that is kept nowhere, else the desk's own.
    """
    engine = create_engine(
        complete(make_url(url), folder, password),
        connect_args={"options": _OPTIONS if desk else "", "connect_timeout": PATIENCE},
        pool_pre_ping=True,
        pool_size=3,
        pool_timeout=PATIENCE,
    )
    dialect: Any = engine.dialect
    dialect.supports_native_boolean = False
    dialect.statement_compiler = _compiler_of(dialect.statement_compiler)
    dialect.field_seal = seal

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if desk and connection.get_execution_options().get("unit") != "DEFERRED":
            connection.exec_driver_sql(TAKE_LOCK)

    return engine


def reader(engine: Engine) -> Engine:
    """Return the engine for short reading sessions: one moment, nothing written."""
    return engine.execution_options(
        unit="DEFERRED", isolation_level="REPEATABLE READ", postgresql_readonly=True
    )


def complete(url: URL, folder: Path, password: str | None = None) -> URL:
    """Return an address with the driver, and with a certificate that is checked unless it is this computer's socket.

    KnownError for an address with a password in it, or one that asks for less than a checked certificate.
    """
    from desk_app.core import server_password

    if url.password:
        text = translate(
            "Server",
            "服务器地址里不能写密码。请从 desk.toml 里去掉,用命令 server password 存到本机的密钥库。",
        )
        raise KnownError(text)
    url = url.set(drivername="postgresql+psycopg")
    host = url.host or str(url.query.get("host", ""))
    if not host.startswith("/"):
        if url.query.get("sslmode", "verify-full") != "verify-full":
            text = translate("Server", "与服务器的连接必须校验证书(sslmode=verify-full)。请改正 desk.toml。")
            raise KnownError(text)
        own = folder / CERTIFICATE
        root = url.query.get("sslrootcert") or (str(own) if own.exists() else "system")
        url = url.update_query_dict({"sslmode": "verify-full", "sslrootcert": cast(str, root)})
    return url.set(password=password or server_password.of(url))


def _compiler_of(base: Any) -> Any:
    """Return a compiler for what is SQLite's alone: `x IS 1`, and what is empty comes before all else."""

    class Compiler(base):  # type: ignore[misc]
        def visit_is__binary(self, binary: Any, operator: Any, **how: Any) -> str:
            return self._compared(binary, operator, "=", **how)

        def visit_is_not_binary(self, binary: Any, operator: Any, **how: Any) -> str:
            return self._compared(binary, operator, "!=", **how)

        def order_by_clause(self, select: Any, **how: Any) -> str:
            listed = ", ".join(self._placed(one, **how) for one in select._order_by_clauses)
            return f" ORDER BY {listed}" if listed else ""

        def _placed(self, one: Any, **how: Any) -> str:
            words = str(self.process(one, **how))
            column = one.element if one.__visit_name__ == "label_reference" else one
            falling = getattr(column, "modifier", None) is operators.desc_op
            column = column.element if falling else column
            if not getattr(column, "nullable", True):
                return words
            return words + (" NULLS LAST" if falling else " NULLS FIRST")

        def _compared(self, binary: Any, operator: Any, sign: str, **how: Any) -> str:
            if binary.right.__visit_name__ != "null":
                return f"{self.process(binary.left, **how)} {sign} {self.process(binary.right, **how)}"
            words = " IS " if sign == "=" else " IS NOT "
            return str(self._generate_generic_binary(binary, words, **how))

    return Compiler


def assert_environment(engine: Engine, schema: int) -> None:
    """Refuse a server that does not suit, or has another schema; KnownError."""
    assert_suitable(engine)
    have = schema_of(engine)
    if have != schema:
        raise unfit(have, schema)


def unfit(found: int, own: int) -> KnownError:
    """Return what is to be done about a server with another schema, 0 for none at all."""
    if not found:
        text = translate("Server", "服务器上还没有建好数据库。请由数据库的所有者运行 server setup。")
    elif found > own:
        text = translate(
            "Server",
            "服务器上的数据已由更新的程序升级(结构 {found},本程序 {own})。请升级这台前台的程序,数据没有改动。",
        )
    else:
        text = translate(
            "Server",
            "服务器上的数据结构是 {found},本程序是 {own}。请由数据库的所有者运行 server upgrade;数据没有改动。",
        )
    return KnownError(text.format(found=found, own=own))


def assert_suitable(engine: Engine) -> None:
    """Refuse a server that is too old, keeps text in another order, or does not sync; KnownError."""
    with reader(engine).connect() as connection:
        found: Any = connection.connection.driver_connection
        if found.info.server_version < LEAST:
            text = translate("Server", "服务器版本 {version} 过旧,需要 PostgreSQL 14 或更新。")
            raise KnownError(text.format(version=found.info.server_version // 10000))
        encoding, collation, durable = connection.exec_driver_sql(
            "SELECT pg_encoding_to_char(encoding), datcollate, current_setting('fsync') "
            "FROM pg_database WHERE datname = current_database()"
        ).one()
        if (encoding, collation, durable) != ("UTF8", "C", "on"):
            text = translate(
                "Server",
                "服务器上的数据库应为 UTF8 编码、C 排序、fsync=on,实为 {found}。请重新建库(server setup)。",
            )
            raise KnownError(text.format(found=f"{encoding}, {collation}, fsync={durable}"))


def schema_of(engine: Engine) -> int:
    """Return the schema number of a server's database, 0 when nothing was set up there."""
    with reader(engine).connect() as connection:
        return schema_on(connection)


def schema_on(connection: Connection) -> int:
    """Return the schema number that a connection sees."""
    if not connection.exec_driver_sql("SELECT to_regclass('desk_site')").scalar():
        return 0
    return int(connection.exec_driver_sql("SELECT max(schema) FROM desk_site").scalar() or 0)


def is_ours(error: DBAPIError) -> bool:
    """Say whether a failure is a server's."""
    return type(error.orig).__module__.startswith("psycopg")


def is_refused(error: DBAPIError) -> bool:
    """Say whether a guard of the tables refused a row."""
    return is_ours(error) and _state(error) == "P0001"


def is_gone(error: DBAPIError) -> bool:
    """Say whether the server cannot be reached: nobody knows then whether a commit happened."""
    state = _state(error)
    return state.startswith(_GONE) or (not state and type(error.orig).__name__ == "OperationalError")


def told(error: DBAPIError) -> KnownError | None:
    """Return the sentence for a failure of the environment, None when it is a bug (D16's table of retries)."""
    if "certificate" in str(error.orig):
        return KnownError(
            translate(
                "Server", "服务器的证书不对(不是它的、过期或签发者不认识),没有连接。请联系管理员核对 {name}。"
            ).format(name=CERTIFICATE)
        )
    if "password authentication failed" in str(error.orig) or "no password supplied" in str(error.orig):
        return not_let_in()
    if is_gone(error):
        return unreachable()
    sentences = (
        (_BUSY, translate("Database", "另一台前台正在保存,请稍等几秒再按一次保存,已填内容还在。")),
        (_AGAIN, translate("Server", "两台前台同时改了同一处,这一条没有保存。请再按一次保存,已填内容还在。")),
        (_TAKEN, translate("Server", "另一台前台刚登记了同一份,这一条没有保存。请刷新列表看一下再保存。")),
        (_FULL, translate("Server", "服务器的磁盘或连接已满,这一条没有保存。请联系管理员,已填内容还在。")),
        (
            _READ_ONLY,
            translate("Server", "服务器现在只读(备用机或维护中),不能保存。请联系管理员,已填内容还在。"),
        ),
        (_NOT_ALLOWED, not_let_in().text),
    )
    state = _state(error)
    kind = Repeatable if state.startswith((*_AGAIN, *_TAKEN)) else KnownError
    return next((kind(text) for states, text in sentences if state.startswith(states)), None)


def not_let_in() -> KnownError:
    """Return the sentence for an account that lacks a right, or whose password is wrong or missing."""
    return KnownError(translate("Server", "这台前台的服务器账号没有所需的权限或密码不对。请联系管理员。"))


def unreachable() -> Unreachable:
    """Return the sentence for a server that does not answer."""
    return Unreachable(
        translate(
            "Server", "服务器连不上,这一条没有保存,已填内容还在。请检查网线和服务器;连上后再按一次保存。"
        )
    )


def _state(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", "") or "")
