"""What people, scanners and other programs might put into a field: some forty texts that have broken programs."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st


def payloads(trap: Path) -> list[str]:
    """Return the texts; the files they name lie in `trap`, where every opening is seen."""
    picture = trap / "picture.png"
    return [
        "<table><tr><td>" * 14, "<table><tr><td>" * 40, "<b>粗</b>", "<b>未关", "<i", "a < b > c", "Acme <Ltd> Co",
        f"<img src='{picture}'>", f'<img src="file://{picture}">', f"![x]({picture})",
        "<img src='http://127.0.0.1:9/x.png'>", f"<a href='file://{picture}'>看</a>", "<a href='javascript:alert(1)'>x</a>",
        "<style>*{color:red}</style>", "<para/>", "<font color='__import__(\"os\")'>x</font>", "&amp;", "A&B 公司", "&lt;b&gt;",
        "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1+1", "=HYPERLINK(\"http://x\")", "'=1", "#REF!", "_x0041_",
        "%", "_", "100%", "a_b", "\\", "'; DROP TABLE visit;--", '"', "*", "NEAR(a b)", "a OR b", "a AND NOT", "col:x",
        "^a", "(", ")(", "-", "../../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "CON", "nul.txt", "aux",
        "a:b", ".", "..", " ", "\x00", "张\x00三", "\x07\x1b[31m", "\u202e反\u202c", "\u2066x\u2069", "\ufeff张", "\u200b",
        "\ud800", "张\udfff三", "\uffff", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "e\u0301" * 40, "z" + "\u0335" * 60,
        "ﷺ" * 20, "Ａ１＠", "行一\n行二\r\n行三\u2028四", "red; } QLabel { qproperty-text: \"x\"", "{name}", "{0.__class__}",
        "%s%n", "${x}", "1e999", "NaN", "0x1F", "2026-02-30", "99999999999999999999", "长" * 60, "A" * 60, "𠅤䲜",
    ]  # fmt: skip


def texts(known: list[str]) -> st.SearchStrategy[str]:
    """Return a strategy: a known text, any characters at all, or a mixture of both."""
    anything = st.text(st.characters(exclude_categories=()), max_size=80)
    one = st.sampled_from(known)
    return st.one_of(
        one, anything, st.builds("".join, st.lists(st.one_of(one, anything), min_size=2, max_size=3))
    )
