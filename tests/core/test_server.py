"""The PostgreSQL edition: the same services on a server, and what a server brings with it (safety.md D16)."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from desk_app.core import (
    access,
    backup,
    badges,
    chain,
    datafile,
    grams,
    keys,
    people,
    recovery_code,
    restore_drill,
    search,
    server,
    server_copy,
    server_password,
    server_setup,
    store,
)
from desk_app.core.attachments import Archive
from desk_app.core.database import SCHEMA, Database, unit_id
from desk_app.core.errors import AlreadyDone, KnownError, RuleError, Unreachable
from desk_app.core.field_seal import FieldSeal
from desk_app.core.keys import Keys, Locked
from desk_app.core.opening import open_database
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role
from desk_app.core.server_database import ServerDatabase
from desk_app.core.verify import verify
from desk_app.registers.visitors import service as visitors
from desk_app.registers.visitors.records import Visit
from tests import pg
from tests.core import clear_pages

PHONE, PLATE, NAME = "13987651234", "粤B12345", "欧阳娜娜"
FORM = {
    "name": NAME, "party_size": 1, "phone": PHONE, "plate": PLATE, "host_room": "15-08", "host_name": "单雨桐",
    "purpose": "business", "confirm": "phone", "confirmed_by": "单雨桐", "id_kind": "passport",
}  # fmt: skip


@pytest.fixture
def remote(server_site: pg.ServerSite, tmp_path: Path) -> Iterator[Database]:
    """Open an empty database on the server, as one desk does."""
    folder = tmp_path / "remote"
    folder.mkdir()
    with server_site.database(folder / "desk.db") as database:
        yield database


@contextmanager
def owner(site: pg.ServerSite, database: str = "site") -> Iterator[Engine]:
    engine = server.make_engine(site.server.url(database), None, site.server.folder, desk=False)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def empty_database(site: pg.ServerSite, name: str) -> Iterator[str]:
    site.server.sql(f"CREATE DATABASE {name}")
    yield site.server.url(name)
    site.server.sql(f"DROP DATABASE {name} WITH (FORCE)")


def register(db: Database, name: str = NAME, client_id: str | None = None) -> str:
    with db.write(SYSTEM, client_id) as session:
        return str(visitors.register(session, {**FORM, "name": name}).no)


def count(db: Database) -> int:
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(Visit)) or 0


def test_a_visit_is_registered_found_and_proven_on_a_server(remote: Database) -> None:
    number = register(remote)
    with remote.read() as session:
        assert [hit.title for hit in search.find(session, "oynn")] == [
            hit.title for hit in search.find(session, PHONE[-6:])
        ]
        visit = session.scalars(select(Visit).where(Visit.phone == PHONE)).one()
        assert (visit.no, visit.phone, visit.plate) == (number, PHONE, PLATE)
        assert chain.walk(session).broken is None


def test_who_has_the_server_s_disk_reads_no_number_of_anybody(
    remote: Database, server_site: pg.ServerSite
) -> None:
    register(remote)
    server_site.server.sql("CHECKPOINT")
    folder = server_site.server.data
    marks = [PHONE, PLATE, PHONE[-8:]]  # six digits do stand in some keyed token of so much by chance
    assert clear_pages.files_with(folder, marks) == []
    assert clear_pages.files_with(folder, [NAME]) != [], "control: a name is in clear and is seen"


def test_a_sealed_number_that_was_altered_or_put_elsewhere_is_not_shown(
    remote: Database, server_site: pg.ServerSite
) -> None:
    register(remote)
    with owner(server_site) as engine, engine.begin() as connection:
        connection.exec_driver_sql("UPDATE visit SET phone = overlay(phone placing 'AAAA' from 9)")
    with pytest.raises(datafile.Damaged), remote.read() as session:
        session.scalars(select(Visit)).all()


def test_a_detail_of_the_history_that_was_altered_is_named(
    remote: Database, server_site: pg.ServerSite, tmp_path: Path
) -> None:
    register(remote)
    with owner(server_site) as engine, engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql(
            "UPDATE history_detail SET payload = overlay(payload placing 'AAAA' from 9)"
        )
    found = verify(remote, Archive(tmp_path / "archive"))
    assert "第 1 条" in found.fault


@pytest.mark.parametrize(
    "statement",
    ["UPDATE visit SET name = '王五'", "UPDATE visit SET phone = overlay(phone placing 'AAAA' from 9)"],
)
def test_a_record_that_was_altered_past_the_program_is_named(
    remote: Database, server_site: pg.ServerSite, tmp_path: Path, statement: str
) -> None:
    register(remote)
    with owner(server_site) as engine, engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql(statement)
    assert "的内容与修改记录不符(1 项)" in verify(remote, Archive(tmp_path / "archive")).fault


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM visit", "DELETE FROM history", "UPDATE history SET verb = 'x'", "TRUNCATE history", "DROP TABLE visit",
        "CREATE TABLE mine (id int)", "ALTER TABLE history DISABLE TRIGGER USER", "UPDATE desk_site SET schema = 9; DELETE FROM desk_site",
        "UPDATE access SET who = 'x'", "UPDATE history_detail SET payload = ''", "DELETE FROM history_detail",
        "INSERT INTO history SELECT id + 5, at, actor_id, workstation, verb, entity, uid, no, commitment, prev, hash "
        "FROM history WHERE id = (SELECT max(id) FROM history)",
    ],
)  # fmt: skip
def test_a_desk_can_neither_take_records_away_nor_change_the_history_or_the_tables(
    remote: Database, statement: str
) -> None:
    register(remote)
    with pytest.raises(DBAPIError), remote._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert count(remote) == 1


def test_the_owner_cannot_do_so_by_mistake_either(remote: Database, server_site: pg.ServerSite) -> None:
    register(remote)
    with owner(server_site) as engine:
        for statement in ("DELETE FROM visit", "TRUNCATE visit CASCADE", "UPDATE history SET verb = 'x'"):
            with pytest.raises(DBAPIError), engine.begin() as connection:
                connection.exec_driver_sql(statement)
    assert count(remote) == 1


def test_what_ends_before_it_begins_and_a_second_permit_at_one_point_are_guarded_as_in_the_file(
    db: Database, remote: Database, server_site: pg.ServerSite
) -> None:
    register(remote)
    with owner(server_site) as engine, engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT tgname FROM pg_trigger WHERE tgname ~ '^(order|alone)_'")
        on_server = {re.sub("_(insert|update)$", "", str(name)) for (name,) in found}
    with closing(datafile.connect(db.file, reading=True)) as raw:
        names = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    in_file = {
        re.sub("_(insert|update)$", "", name) for (name,) in names if name.startswith(("order_", "alone_"))
    }
    assert on_server == in_file
    with pytest.raises(KnownError, match="时间前后颠倒"), remote.write(SYSTEM) as session:
        store.run(session, "UPDATE visit SET out_at = in_at - 1")


def test_the_log_of_accesses_only_grows_until_its_lines_are_old(remote: Database) -> None:
    register(remote)
    with remote.aside() as session:
        access.note(session, access.Kind.QUERY, actor=SYSTEM, conditions="x")
        access.note(session, access.Kind.QUERY, actor=SYSTEM, conditions="y")
    with pytest.raises(DBAPIError), remote._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM access")


def test_the_same_tables_are_guarded_as_in_the_file(db: Database) -> None:
    with closing(datafile.connect(db.file, reading=True)) as raw:
        found = raw.execute(
            "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = 'keep_' || tbl_name"
        )
        assert server_setup.kept_tables() == sorted(name for (name,) in found)


def test_a_server_that_is_gone_is_told_and_what_was_acknowledged_is_there_when_it_is_back(
    remote: Database, server_site: pg.ServerSite
) -> None:
    register(remote)
    server_site.server.stop()
    try:
        with pytest.raises(Unreachable, match="已填内容还在"):
            register(remote)
        with pytest.raises(Unreachable):
            remote.check_place()
    finally:
        server_site.server.start()
    remote.check_place()
    register(remote)
    assert count(remote) == 2


def test_a_commit_whose_answer_was_lost_with_the_server_is_not_done_twice(
    remote: Database, server_site: pg.ServerSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = unit_id()
    real = remote._engine.dialect.do_commit

    def cut_off(connection: object) -> None:
        real(connection)
        monkeypatch.undo()
        server_site.server.stop()
        connection.execute("SELECT 1")  # type: ignore[attr-defined]

    monkeypatch.setattr(remote._engine.dialect, "do_commit", cut_off)
    with pytest.raises(KnownError):
        register(remote, client_id=unit)
    server_site.server.start()
    with pytest.raises(AlreadyDone):
        register(remote, client_id=unit)
    assert count(remote) == 1


@given(
    st.sampled_from(
        ("08006", "57P01", "40001", "40P01", "23505", "57014", "55P03", "53100", "25006", "42501", "28P01")
    )
)
def test_each_refusal_of_a_server_is_a_sentence_with_what_to_do(state: str) -> None:
    import psycopg

    error = DBAPIError(
        "INSERT",
        None,
        psycopg.errors.lookup(state)("x") if state != "08006" else psycopg.OperationalError("x"),
    )
    told = server.told(error)
    assert told is not None and any(word in told.text for word in ("请", "联系")) and "x" not in told.text


def test_what_is_a_bug_stays_one(remote: Database) -> None:
    with pytest.raises(DBAPIError), remote.read() as session:
        store.run(session, "SELECT nothing FROM visit")


def test_a_value_with_any_character_is_no_statement(remote: Database) -> None:
    for name in ("%s %(x)s ? ' \" ; --", "甲%'", "_%?"):
        register(remote, name)
    with remote.read() as session:
        assert len(session.scalars(select(Visit.name)).all()) == 3


def test_everything_moves_from_a_file_to_a_server_and_into_a_backup(
    db: Database, server_site: pg.ServerSite, tmp_path: Path
) -> None:
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, 30)
        people.add_staff(session, name="李敏", code="001", roles=[Role.QT])
    register(db)
    with empty_database(server_site, "moved") as url:
        engine = server.make_engine(url, None, tmp_path, desk=False)
        ring = json.dumps({"site": db.keys.site.hex(), "slots": []})
        with engine.begin() as connection:
            server_setup.create(connection, SCHEMA, db.keys, ring)
            moved = server_copy.move(db.file, connection, db.keys)
        engine.dispose()
        counted = datafile.counts(db.file)
        assert moved == {name: counted[name] for name in moved} and moved["badge"] == 30
        folder = tmp_path / "desk"
        folder.mkdir()
        there = ServerDatabase(url, folder / "desk.db")
        register(there, "乙")
        made = backup.make(there.file, folder / "backups")
        assert made.counts["visit"] == 2 and made.head == there.file.last_link()
        assert restore_drill.run(made).fault == ""
        copy = Database(store.url_of(made.path))
        with copy.read() as session, there.read() as remote_session:
            assert copy.file.counts() | {"alembic_version": 1} == made.counts
            for text in ("oynn", PHONE[:7], "15-08"):
                found = [hit.title for hit in search.find(session, text)]
                assert found == [hit.title for hit in search.find(remote_session, text)]
            assert chain.walk(session).broken is None
        copy.close()
        there.close()


def test_a_new_desk_is_let_in_by_the_code_on_paper_and_by_nothing_else(
    remote: Database, server_site: pg.ServerSite, tmp_path: Path
) -> None:
    code = recovery_code.new()
    with remote.slots() as folder:
        keys.put_code(folder, remote.keys, code)
    url, other = remote.url, tmp_path / "other"
    other.mkdir()
    try:
        keys.forget(remote.keys)
        with pytest.raises(Locked):
            ServerDatabase(url, other / "desk.db")
        with pytest.raises(RuleError):
            keys.unlock(other / "desk.db", recovery_code.shown(recovery_code.new()))
        keys.remember(keys.unlock(other / "desk.db", recovery_code.shown(code)))
        ServerDatabase(url, other / "desk.db").close()
    finally:
        keys.remember(server_site.keys)
        with remote.slots() as folder:
            keys.write_ring(folder, keys.Ring(remote.keys.site))


def test_a_folder_of_other_data_and_an_unprepared_database_are_refused_in_a_sentence(
    remote: Database, server_site: pg.ServerSite, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    keys.write_ring(other, keys.Ring(Keys.new().site))
    with pytest.raises(KnownError, match="另一份数据"):
        ServerDatabase(remote.url, other / "desk.db")
    with empty_database(server_site, "nothing") as url, pytest.raises(KnownError, match="server setup"):
        ServerDatabase(url, tmp_path / "desk.db")
    server_site.server.sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(KnownError, match="UTF8"):
        ServerDatabase(server_site.server.url("latin"), tmp_path / "desk.db")


def test_set_up_twice_leaves_the_first_as_it_is(remote: Database, server_site: pg.ServerSite) -> None:
    register(remote)
    with (
        owner(server_site) as engine,
        pytest.raises(KnownError, match="已经有数据"),
        engine.begin() as connection,
    ):
        server_setup.create(connection, SCHEMA, Keys.new(), "{}")
    assert count(remote) == 1


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("postgresql://desk_1:geheim@server/desk", "不能写密码"),
        ("postgresql://desk_1@server/desk?sslmode=require", "verify-full"),
        ("postgresql://desk_1@server/desk?sslmode=disable", "verify-full"),
    ],
)
def test_an_address_with_a_password_or_less_than_a_checked_certificate_is_refused(
    url: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match=why):
        server.complete(make_url(url), tmp_path)


def test_the_certificate_is_checked_and_the_password_comes_from_this_computer_s_store(tmp_path: Path) -> None:
    (tmp_path / server.CERTIFICATE).write_text("x")
    url = make_url("postgresql://desk_9@server:5433/desk")
    server_password.put(url, "geheim")
    full = server.complete(url, tmp_path)
    assert full.query == {"sslmode": "verify-full", "sslrootcert": str(tmp_path / server.CERTIFICATE)}
    assert full.password == "geheim" and "geheim" not in str(full)


def test_the_settings_name_the_server(remote: Database, tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    paths.config.write_text(f'database = "{remote.url}"', "utf-8")
    with closing(open_database(paths)) as opened:
        assert isinstance(opened, ServerDatabase) and opened.path == paths.file() == paths.database


@given(st.text(max_size=60), st.text(max_size=60))
def test_sealed_texts_open_again_are_equal_when_they_are_and_tell_nothing(text: str, other: str) -> None:
    text, other = (one.encode("utf-8", "ignore").decode() for one in (text, other))
    seal, foreign = FieldSeal(_KEYS), FieldSeal(_FOREIGN)
    stored = seal.seal(text)
    assert seal.open(stored) == text
    assert (stored == seal.seal(other)) == (text == other)
    if text:
        assert stored != foreign.seal(text)
        with pytest.raises(datafile.Damaged):
            foreign.open(stored)
        with pytest.raises(datafile.Damaged):
            seal.open(text.lstrip("~") or "x")


_KEYS, _FOREIGN = Keys.new(), Keys.new()


@given(st.text(alphabet="ab12中盛张 ", max_size=12))
def test_what_is_asked_of_the_server_is_a_search_without_a_word_in_clear(text: str) -> None:
    match = grams.query(text).match
    asked = server.translated("?") and _asked(match)
    assert asked.count("'") % 2 == 0 and asked.count("(") == asked.count(")")
    assert "中" not in asked and "AND" not in asked and "OR" not in asked


def _asked(match: str) -> str:
    from desk_app.core import server_grams

    return server_grams.asked(FieldSeal(_KEYS), match)


SECURE = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
"""Servers that can encrypt their connections: the one from the wheel cannot."""


def certificate(folder: Path, name: str, signed_by: tuple[Any, Any] | None = None) -> tuple[Any, Any]:
    """Make a key and a certificate for "localhost", its own authority unless another signs."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer, signer = (signed_by[0].subject, signed_by[1]) if signed_by else (subject, key)
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=9))
        .add_extension(x509.BasicConstraints(ca=signed_by is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(signer, hashes.SHA256())
    )  # fmt: skip
    (folder / f"{name}.crt").write_bytes(made.public_bytes(Encoding.PEM))
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / f"{name}.key").write_bytes(secret)
    return made, key


@pytest.mark.skipif(not SECURE, reason="no PostgreSQL with TLS on this computer (/usr/lib/postgresql)")
def test_a_server_is_let_in_by_its_certificate_and_a_desk_by_its_password(tmp_path: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="desk-tls-"))
    authority = certificate(folder, "ca")
    certificate(folder, "server", authority)
    certificate(folder, "stranger")
    for path in (folder, *folder.iterdir()):
        if os.geteuid() == 0:
            shutil.chown(path, "nobody")
        path.chmod(0o700 if path.is_dir() else 0o600)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("-c ssl=on", f"-c ssl_cert_file={folder}/server.crt", f"-c ssl_key_file={folder}/server.key",
               "-c listen_addresses=localhost", f"-c port={port}")  # fmt: skip
    with pg.running(*options, programs=SECURE[-1], host="scram-sha-256") as machine, ExitStack() as kept:
        machine.port = port
        site = kept.enter_context(closing(pg.ServerSite(machine)))
        with owner(site) as engine:
            password = server_setup.add_desk(engine, "desk_5")
        url = f"postgresql://desk_5@localhost:{port}/site"
        shutil.copyfile(folder / "ca.crt", tmp_path / server.CERTIFICATE)
        with pytest.raises(KnownError, match="密码不对"):
            ServerDatabase(url, tmp_path / "desk.db")
        server_password.put(make_url(url), password)
        with closing(ServerDatabase(url, tmp_path / "desk.db")) as opened:
            register(opened)
            with opened.read() as session:
                assert store.run(session, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == [
                    (True,)
                ]
        shutil.copyfile(folder / "stranger.crt", tmp_path / server.CERTIFICATE)
        with pytest.raises(KnownError, match="证书"):
            ServerDatabase(url, tmp_path / "desk.db")
    shutil.rmtree(folder)
