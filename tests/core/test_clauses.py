"""Clauses are shown by the names of documents that people have."""

from __future__ import annotations

import re

import pytest

from desk_app.core import clauses, settings
from desk_app.registers import REGISTERS


@pytest.mark.parametrize(
    ("clause", "shown"),
    [
        ("S0㈠2", "《写字楼客服职责》㈠2"),
        ("S2 值班二; S3-1", "《客服中心职员岗位职责》 值班二; 《物业客服工作职责范文》-1"),
        ("domain.md F04 [U37]", "业务规则 F04 (行业惯例)"),
        ("[K]", "(行业常识)"),
        ("S0㈠1; domain.md F04", "《写字楼客服职责》㈠1; 业务规则 F04"),
    ],
)
def test_a_clause_is_spelled_out(clause, shown):
    assert clauses.spell(clause) == shown


def test_no_setting_and_no_figure_shows_a_file_name_or_a_bare_mark():
    specs = [*settings.GENERAL, *(spec for room in REGISTERS for spec in room.register().settings)]
    figures = [kpi for room in REGISTERS for kpi in room.register().kpis]
    for clause in [one.clause for one in (*specs, *figures)]:
        assert not re.search(r"\.md|\[[ULK]|\bS[0-4]\b", clauses.spell(clause)), clause
