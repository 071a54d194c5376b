"""The window of a desk whose records lie on a server: it works as ever, and says when the server is gone."""

from __future__ import annotations

import pytest

from desk_app.core import chain, clock_watch, place
from desk_app.core.paths import Paths
from desk_app.shell.watch import Watch
from tests.pg import ServerSite
from tests.shell.conftest import Front, choose, furnish, start, stop
from tests.shell.hands import Hands, dialogs, told


@pytest.fixture
def front(qtbot, now, tmp_path, server_site: ServerSite, monkeypatch):
    """Open the window on a furnished database on the server, somebody on duty."""
    monkeypatch.setattr(clock_watch, "zone_sentence", lambda: "")
    monkeypatch.setattr(place, "BALLAST", 1)
    paths = Paths(tmp_path)
    with server_site.database(paths.database) as database:
        furnish(database)
        paths.config.write_text(f'database = "{database.url}"', "utf-8")
    window, controller = start(qtbot, paths, choose("001"))
    yield Front(window, controller, paths, Hands())
    stop(window, controller)


@pytest.fixture
def watch(front):
    made = Watch(front.controller)
    made._begin()
    made._minute.stop()
    yield made
    made._asked.stop()


def look(qtbot, watch: Watch) -> dict[str, str]:
    watch.look()
    qtbot.waitUntil(lambda: not watch._busy, timeout=20_000)
    return watch._controller.window.banner.told


def test_a_server_that_goes_and_comes_back_is_told_saves_nothing_meanwhile_and_loses_nothing(
    qtbot, front, watch, server_site
):
    front.visit()
    assert look(qtbot, watch) == {}
    front.panel("visitors")
    front.hands.key("F2")
    form = front.form
    for key, text in (("name", "王一"), ("host_room", "18-06"), ("host_name", "周颖")):
        form.boxes[key].set_raw(text)
    server_site.server.stop()
    try:
        assert "现在不能保存" in look(qtbot, watch)["file"]
        heard = []
        with dialogs(lambda dialog: (heard.append(told(dialog)), front.hands.key("Enter"))):
            front.hands.key("Ctrl+S")
        assert "已填内容还在" in heard[0]
        assert form.boxes["name"].raw() == "王一"
    finally:
        server_site.server.start()
    assert look(qtbot, watch) == {}
    front.visit(name="李二")
    with front.db.read() as session:
        assert chain.walk(session).broken is None
    assert {row["name"] for row in front.rows()} >= {"张雨薇", "李二"}
