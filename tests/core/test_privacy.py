"""Masks by class, and who sees what (domain.md §4.3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import privacy
from desk_app.core.declare import Private, Veiled
from desk_app.core.people import Actor, Role
from desk_app.registers.visitors.register import REGISTER

QT, XG = Actor(1, "李敏", frozenset({Role.QT})), Actor(9, "周管理", frozenset({Role.XG}))
BOTH = Actor(8, "兼管", frozenset({Role.XG, Role.JL}))


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (Private.NO, "恒泰贸易", "恒泰贸易"),
        (Private.NAME, "张伟", "张*"),
        (Private.NAME, "欧阳修远", "欧阳**"),
        (Private.PHONE, "13812341234", "138****1234"),
        (Private.PLATE, "粤B12388", "粤B·***88"),
        (Private.EMAIL, "lilei@example.com", "l****@example.com"),
        (Private.ADDRESS, "深南大道 1 号", "***"),
        (Private.NUMBER, "11010519491231002X", "110***********002X"),
        (Private.NUMBER, "E12345678", "E1*****78"),
        (Private.NUMBER, "T440524188001010014", "T4***************14"),
        (Private.PHONE, "", ""),
    ],
)
def test_each_kind_has_its_mask_and_masking_twice_changes_nothing(kind, text, shown):
    assert privacy.mask(kind, text) == shown
    assert privacy.mask(kind, shown) == shown


@given(st.sampled_from([kind for kind in Private if kind.level >= 2]), st.text(max_size=40))
def test_no_mask_shows_what_it_hides(kind, text):
    shown = privacy.mask(kind, text)
    assert "*" in shown or not text or not any(character.isalnum() for character in text)


def test_names_are_seen_by_all_but_an_administrator_numbers_by_who_typed_them():
    assert [privacy.sees(one, Private.NAME) for one in (QT, XG, BOTH, None)] == [True, False, True, False]
    assert privacy.sees(QT, Private.PHONE, own=True) and not privacy.sees(QT, Private.PHONE)
    assert not privacy.sees(QT, Private.NUMBER, own=True) and not privacy.sees(XG, Private.PHONE, own=True)
    assert privacy.sees(XG, Private.NO)


def test_a_form_holds_what_it_does_not_show():
    values = {"name": "王强", "phone": "13812341234", "org": "恒泰", "plate": "", "party_size": 2}
    other = privacy.values_for(QT, REGISTER, values, own=False)
    assert other == values | {"phone": Veiled("13812341234", "138****1234")}
    assert privacy.values_for(QT, REGISTER, values, own=True) == values
    blind = privacy.values_for(XG, REGISTER, values, own=True)
    assert blind["name"] == "王*" and "13812341234" not in str(blind)


def test_an_administrator_misses_names_and_numbers_in_rows_and_free_texts():
    row = {"name": "王强", "phone": "138****1234", "reason": "来电 13812341234", "party_size": 1}
    assert privacy.row_for(QT, REGISTER, row) == row | {"reason": "来电 138****1234"}
    told = privacy.row_for(XG, REGISTER, row)
    assert told == {"name": "王*", "phone": "138****1234", "reason": "来电 138****1234", "party_size": 1}


TYPED = "请回电 13812341234,证件 11010519491231002X,备用 139 1111 2222"


def test_numbers_typed_into_a_free_text_are_hidden_in_lists_and_in_anothers_form_and_put_back_when_saved():
    hidden = privacy.free(TYPED)
    assert "13812341234" not in hidden and "0002X" not in hidden and "138****1234" in hidden
    row = privacy.row_for(QT, REGISTER, {"reason": TYPED, "uid": "a13812341234b", "no": "LF-1"})
    assert row == {"reason": hidden, "uid": "a13812341234b", "no": "LF-1"}
    values = privacy.values_for(QT, REGISTER, {"remark": TYPED, "zone": "15 层"}, own=False)
    assert values == {"remark": Veiled(TYPED, hidden), "zone": "15 层"}
    assert privacy.restored(hidden, TYPED) == TYPED
    assert privacy.restored("改过:" + hidden.replace("请回电", "回"), TYPED) == "改过:" + TYPED.replace(
        "请回电", "回"
    )
    assert privacy.restored("都删了", TYPED) == "都删了"


def test_ones_own_text_shows_a_telephone_but_no_identity_number():
    own = privacy.values_for(QT, REGISTER, {"remark": "回电 13812341234"}, own=True)
    assert own["remark"] == "回电 13812341234"
    assert isinstance(privacy.values_for(QT, REGISTER, {"remark": TYPED}, own=True)["remark"], Veiled)


@given(
    st.lists(
        st.one_of(
            st.text(alphabet="请回电话,找人。 ", max_size=6),
            st.sampled_from(
                ["13812341234", "13812341234", "11010519491231002X", "15000004321", "15099994321"]
            ),
        ),
        max_size=9,
    ).map(" ".join)
)
def test_what_was_hidden_comes_back_whole(text):
    assert privacy.restored(privacy.free(text), text) == text
