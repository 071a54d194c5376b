"""Triggers that keep the record, whoever writes to the file: what is kept is never deleted, replaced or set before its time.

The verbs refuse the same in a sentence; these stand where a mistake of the program or another tool goes past
them (figures/safety.md D3). On a server the accounts' rights and core/server_setup.py stand for them.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

PURGES = ("retention.deidentify", "retention.destroy")
"""The verbs after which the earlier details of a record may be empty."""
DISORDER = "a time lies before the one it follows"


def against_deleting(connection: Connection, tables: Iterable[str]) -> None:
    """Forbid deletion in tables whose rows are records."""
    for table in tables:
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS keep_{table} BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END"
        )


def against_replacing(connection: Connection) -> None:
    """Let REPLACE fail in every table whose rows are kept, also in a tool that fires no trigger for what it replaces.

    A row that stands where a new one wants to, by its id or by any unique index, is never pushed out.
    """
    kept = "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = 'keep_' || tbl_name"
    for (table,) in connection.exec_driver_sql(kept).fetchall():
        unique = [("id",)]
        for index in connection.exec_driver_sql(f"PRAGMA index_list({table})").mappings():
            if index["unique"] and not index["partial"]:
                found = connection.exec_driver_sql(f"PRAGMA index_info({index['name']})").mappings()
                unique.append(tuple(column["name"] for column in found))
        same = " OR ".join(
            "(" + " AND ".join(f"{column} = NEW.{column}" for column in one) + ")"
            for one in dict.fromkeys(unique)
        )
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS once_{table}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER once_{table} BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
            f"BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END"
        )


def order(connection: Connection, orders: Mapping[str, Iterable[tuple[str, str]]]) -> None:
    """Refuse rows in which a later time lies before an earlier one, by table and pairs of columns.

    As triggers, not as CHECKs: a row of an older version that is wrong stays, and can still be changed elsewhere.
    """
    for table, pairs in orders.items():
        wrong = {pair: f"NEW.{pair[1]} < NEW.{pair[0]}" for pair in pairs}
        changed = [
            f"({wrong[a, b]} AND (NEW.{a} IS NOT OLD.{a} OR NEW.{b} IS NOT OLD.{b}))" for a, b in wrong
        ]
        for verb, found in (("INSERT", wrong.values()), ("UPDATE", changed)):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS order_{table}_{verb.lower()}")
            connection.exec_driver_sql(
                f"CREATE TRIGGER order_{table}_{verb.lower()} BEFORE {verb} ON {table} "
                f"WHEN {' OR '.join(found)} BEGIN SELECT RAISE(ABORT, '{DISORDER}'); END"
            )


def alone(connection: Connection, table: str, same: Sequence[str], held: str) -> None:
    """Refuse a row that becomes "issued" for what another has at the same time: equal in `same`, `held` says while.

    Only rows that overlap from `starts` to `ends` stand in each other's way; "overdue" ones do without end.
    """
    equal = " AND ".join(f"other.{name} = NEW.{name}" for name in same)
    for verb, turned in (("INSERT", ""), ("UPDATE", "AND OLD.state <> NEW.state ")):
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS alone_{table}_{verb.lower()} BEFORE {verb} ON {table} "
            f"WHEN NEW.state = 'issued' {turned}AND EXISTS (SELECT 1 FROM {table} other "
            f"WHERE other.state IN ({held}) AND other.id <> NEW.id AND {equal} AND other.starts < NEW.ends "
            "AND (other.ends > NEW.starts OR other.state = 'overdue')) "
            "BEGIN SELECT RAISE(ABORT, 'another has it at this time'); END"
        )


def history(connection: Connection, table: str) -> None:
    """Make the history append-only: no update, no delete, no gap (so that REPLACE fails too)."""
    for verb in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
        )
    connection.exec_driver_sql(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_gap BEFORE INSERT ON {table} "
        f"WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM {table}) "
        f"BEGIN SELECT RAISE(ABORT, 'the history has no gaps'); END"
    )


def log(connection: Connection, table: str, least_days: int) -> None:
    """Make a log append-only; only its oldest lines may go, one after another, once they are `least_days` old."""
    least = int(least_days) * 86_400_000
    for name, when, why in (
        ("no_update", f"UPDATE ON {table}", ""),
        (
            "no_gap",
            f"INSERT ON {table}",
            f"WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM {table})",
        ),
        (
            "keep",
            f"DELETE ON {table}",
            f"WHEN OLD.id IS NOT (SELECT min(id) FROM {table}) OR OLD.at > (SELECT max(at) FROM {table}) - {least}",
        ),
    ):
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS {table}_{name} BEFORE {when} {why} "
            f"BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
        )


def detail(connection: Connection) -> None:
    """Let a detail of the history be blanked once a later link says so (core/purge_rows.py), and never changed else."""
    told = ", ".join(f"'{verb}'" for verb in PURGES)
    connection.exec_driver_sql(
        "CREATE TRIGGER IF NOT EXISTS history_detail_no_update BEFORE UPDATE ON history_detail "
        "WHEN NOT (NEW.id = OLD.id AND NEW.salt = '' AND NEW.payload = '' AND EXISTS ("
        "SELECT 1 FROM history h JOIN history m ON m.uid = h.uid AND m.id > h.id "
        f"WHERE h.id = OLD.id AND m.verb IN ({told}))) "
        "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER IF NOT EXISTS history_detail_no_delete BEFORE DELETE ON history_detail "
        "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER IF NOT EXISTS history_detail_no_replace BEFORE INSERT ON history_detail "
        "WHEN EXISTS (SELECT 1 FROM history_detail WHERE id = NEW.id) "
        "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    )
