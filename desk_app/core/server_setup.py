"""A server's database made ready: tables, guards, search index, the desks' accounts and what these may do.

Done once, by the owner of the database, with the command `server setup`; a desk itself may change no table
(figures/safety.md D16). The guards are those of the file: records are never deleted, the history only grows, without
a gap, and its details are blanked by a purge alone.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Engine, Table, UniqueConstraint
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapper

from desk_app.core import access, guards, keys, server, server_grams
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.records import Audited, Base, Private, orders

DESKS = "front_desks"
"""The group that every desk's account is in."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}\Z")
_SITE = (
    "CREATE TABLE desk_site (one INTEGER PRIMARY KEY CHECK (one = 1), schema INTEGER NOT NULL, site TEXT NOT NULL, "
    "ring TEXT NOT NULL)"
)
_FUNCTIONS = (
    # SQLite's name for it
    "CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT strpos($1, $2)'",
    "CREATE FUNCTION desk_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END $$",
    "CREATE FUNCTION desk_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE last BIGINT; BEGIN "
    "EXECUTE format('SELECT coalesce(max(id), 0) FROM %%I', TG_TABLE_NAME) INTO last; "
    "IF NEW.id <> last + 1 THEN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END IF; RETURN NEW; END $$",
    "CREATE FUNCTION desk_keep_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF OLD.id <> (SELECT min(id) FROM access) OR OLD.at > (SELECT max(at) FROM access) - TG_ARGV[1]::BIGINT "
    "THEN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END IF; RETURN OLD; END $$",
    "CREATE FUNCTION desk_keep_detail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF NOT (NEW.id = OLD.id AND NEW.salt = '' AND NEW.payload = '' AND EXISTS (SELECT 1 FROM history h "
    "JOIN history m ON m.uid = h.uid AND m.id > h.id WHERE h.id = OLD.id AND m.verb = ANY (TG_ARGV[1:]))) "
    "THEN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END IF; RETURN NEW; END $$",
)
ALONE = {"hot_work_permit": (("place", "spot"), "'issued', 'running', 'paused', 'overdue'")}
"""Tables whose issued rows stand alone in these columns at their time, while they are in one of these states."""
_APPEND_ONLY, _KEPT = "the history is append-only", "records are never deleted"
_WRITTEN_ONCE = ("history",)
_BLANKED = ("history_detail",)


@compiles(UniqueConstraint, server.NAME)
def _unnamed(constraint: UniqueConstraint, compiler: Any, **_options: Any) -> str:
    """Let the server name what is unique: there two tables' constraints may not share a name."""
    return f"UNIQUE ({', '.join(compiler.preparer.quote(column.name) for column in constraint.columns)})"


def create(connection: Connection, schema: int, made: keys.Keys, ring: str) -> None:
    """Make tables and guards in an empty database; KnownError when something is there already.

    `ring` is what `desk.keys` says: the slots, which every desk takes from here.
    """
    if connection.exec_driver_sql("SELECT to_regclass('history')").scalar():
        raise KnownError(
            translate("Server", "服务器上的这个数据库里已经有数据,没有改动。请另建一个空的数据库。")
        )
    for statement in _FUNCTIONS:
        connection.exec_driver_sql(statement)
    Base.metadata.create_all(connection)
    for table in Base.metadata.sorted_tables:
        _widen_sealed(connection, table)
    server_grams.create(connection)
    _guard(connection)
    connection.exec_driver_sql(_SITE)
    connection.exec_driver_sql(
        "INSERT INTO desk_site VALUES (1, %s, %s, %s)", (schema, made.site.hex(), ring)
    )


def clear(connection: Connection, tables: Iterable[str]) -> None:
    """Take away these tables, and the guards and functions that `create` made; for the upgrade alone."""
    for table in (*tables, "search_grams", "desk_site"):
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{table}" CASCADE')
    own = (
        "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = current_schema() AND (p.proname = 'instr' OR p.proname ~ '^(desk|alone)_')"
    )
    for name in connection.exec_driver_sql(own).scalars().all():
        connection.exec_driver_sql(f"DROP FUNCTION {name}")


def let_desks_in(connection: Connection) -> None:
    """Give the group of the desks, where there is one, its rights on tables that were made anew."""
    if _has_role(connection, DESKS):
        _grant(connection)


def add_desk(engine: Engine, name: str) -> str:
    """Make, or give a new password to, the account of one desk; return the password. RuleError for a bad name."""
    if not _NAME.match(name):
        raise RuleError(translate("Server", "账号名只能用小写字母、数字和下划线,以字母开头。"), "name")
    password = secrets.token_urlsafe(24)
    with engine.begin() as connection:
        if not _has_role(connection, DESKS):
            connection.exec_driver_sql(f"CREATE ROLE {DESKS} NOLOGIN")
        _grant(connection)
        verb = "ALTER" if _has_role(connection, name) else "CREATE"
        # a name of letters and a password of base64: nothing in them is SQL
        connection.exec_driver_sql(f"{verb} ROLE \"{name}\" LOGIN PASSWORD '{password}'")
        connection.exec_driver_sql(f'GRANT {DESKS} TO "{name}"')
    return password


def kept_tables() -> list[str]:
    """Return the tables whose rows are records."""
    kinds: Iterable[Mapper[object]] = Base.registry.mappers
    return sorted({str(one.local_table.name) for one in kinds if issubclass(one.class_, Audited)})  # type: ignore[attr-defined]


def _widen_sealed(connection: Connection, table: Table) -> None:
    """Take back the limits of length of sealed fields: the services keep them, and a sealed text is longer."""
    for column in table.columns:
        if isinstance(column.type, Private):
            name = f"ck_{table.name}_{column.name}_length"
            connection.exec_driver_sql(f'ALTER TABLE "{table.name}" DROP CONSTRAINT IF EXISTS "{name}"')


def _guard(connection: Connection) -> None:
    for table in (*kept_tables(), *_WRITTEN_ONCE, *_BLANKED):
        words = _KEPT if table in kept_tables() else _APPEND_ONLY
        _trigger(connection, f"keep_{table}", table, "DELETE", "desk_refuse", words)
        _trigger(connection, f"whole_{table}", table, "TRUNCATE", "desk_refuse", words)
    _trigger(connection, "history_no_update", "history", "UPDATE", "desk_refuse", _APPEND_ONLY)
    for table in ("history", "access"):
        _trigger(connection, f"{table}_no_gap", table, "INSERT", "desk_no_gap", "the history has no gaps")
    _trigger(connection, "access_no_update", "access", "UPDATE", "desk_refuse", "the log is append-only")
    _trigger(connection, "access_whole", "access", "TRUNCATE", "desk_refuse", "the log is append-only")
    _guard_order(connection)
    _guard_alone(connection)
    least = str(access.LEAST_DAYS * 86_400_000)
    _trigger(connection, "access_keep", "access", "DELETE", "desk_keep_log", "the log is append-only", least)
    _trigger(
        connection,
        "detail_blanked",
        "history_detail",
        "UPDATE",
        "desk_keep_detail",
        _APPEND_ONLY,
        *guards.PURGES,
    )


def _guard_order(connection: Connection) -> None:
    """Refuse rows in which a later time lies before an earlier one, as `guards.order` does in a file."""
    for table, pairs in orders().items():
        wrong = {pair: f"NEW.{pair[1]} < NEW.{pair[0]}" for pair in pairs}
        changed = [
            f"({said} AND (NEW.{a} IS DISTINCT FROM OLD.{a} OR NEW.{b} IS DISTINCT FROM OLD.{b}))"
            for (a, b), said in wrong.items()
        ]
        for verb, found in (("INSERT", wrong.values()), ("UPDATE", changed)):
            connection.exec_driver_sql(
                f"CREATE TRIGGER order_{table}_{verb.lower()} BEFORE {verb} ON {table} FOR EACH ROW "
                f"WHEN ({' OR '.join(found)}) EXECUTE FUNCTION desk_refuse('{guards.DISORDER}')"
            )


def _guard_alone(connection: Connection) -> None:
    """Refuse a permit for a point that has one at that time, as `guards.alone` does in a file."""
    for table, (same, held) in ALONE.items():
        equal = " AND ".join(f"other.{name} = NEW.{name}" for name in same)
        connection.exec_driver_sql(
            f"CREATE FUNCTION alone_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF NEW.state = 'issued' AND (TG_OP = 'INSERT' OR OLD.state <> NEW.state) AND EXISTS (SELECT 1 FROM {table} other "
            f"WHERE other.state IN ({held}) AND other.id <> NEW.id AND {equal} AND other.starts < NEW.ends "
            "AND (other.ends > NEW.starts OR other.state = 'overdue')) "
            "THEN RAISE EXCEPTION 'another has it at this time'; END IF; RETURN NEW; END $$"
        )
        connection.exec_driver_sql(
            f"CREATE TRIGGER alone_{table} BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION alone_{table}()"
        )


def _trigger(connection: Connection, name: str, table: str, verb: str, function: str, *words: str) -> None:
    each = "STATEMENT" if verb == "TRUNCATE" else "ROW"
    said = ", ".join(f"'{one}'" for one in words)
    connection.exec_driver_sql(
        f'CREATE TRIGGER "{name}" BEFORE {verb} ON "{table}" FOR EACH {each} EXECUTE FUNCTION {function}({said})'
    )


def _grant(connection: Connection) -> None:
    """Let the desks read and write rows, and nothing else; the history they may only read and add to."""
    for statement in (
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {DESKS}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {DESKS}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {DESKS}",
        f"REVOKE UPDATE, DELETE ON history FROM {DESKS}",
        f"REVOKE DELETE ON history_detail FROM {DESKS}",
        f"REVOKE UPDATE ON access FROM {DESKS}",
        f"REVOKE INSERT, DELETE ON desk_site FROM {DESKS}",
        *(f'REVOKE DELETE ON "{table}" FROM {DESKS}' for table in kept_tables()),
    ):
        connection.exec_driver_sql(statement)


def _has_role(connection: Connection, name: str) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,))
    return found.scalar() is not None
