"""What is done to the whole of the data: refused to a post without the right, and the try stands in the access log."""

from __future__ import annotations

import pytest

from desk_app.core import access, backup, keys, recovery_code, rights, safekeeping
from desk_app.core.access import Kind, Wanted
from desk_app.core.errors import Refused, RuleError
from desk_app.core.paths import Paths
from desk_app.core.people import VERBS, Actor, Role

TRIES = {
    rights.BACK_UP: lambda db, actor, paths, _made: safekeeping.back_up(db, actor, paths, ""),
    rights.RESTORE: lambda db, actor, paths, made: safekeeping.go_back(db, actor, paths, made),
    rights.PRINT_RECOVERY_CODE: lambda db, actor, _paths, _made: safekeeping.put_code(db, actor, recovery_code.new()),
}  # fmt: skip


@pytest.mark.parametrize("right", TRIES)
def test_a_post_without_the_right_is_refused_and_its_try_is_noted(db, right):
    paths = Paths(db.path.parent)
    made, ring = backup.make(db.file, paths.backups), keys.read_ring(db.path.parent)
    without = [role for role in Role if role not in VERBS[right].roles]
    assert Role.MG in without
    for role in without:
        with pytest.raises(Refused, match="没有这项权限"):
            TRIES[right](db, Actor(7, f"某{role}", frozenset({role})), paths, made)
    with pytest.raises(RuleError, match="登录"):
        TRIES[right](db, None, paths, made)
    assert backup.listing(paths.backups) == [made] and keys.read_ring(db.path.parent) == ring
    with db.read() as session:
        noted = access.read(session, Wanted(kind=Kind.REFUSED))
    assert {(one.who, one.conditions, one.result) for one in noted} == {
        (f"某{role}", right, access.REFUSED) for role in without
    }
