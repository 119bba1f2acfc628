"""Spellings of one name meet; different names stay apart."""

import pytest

from saksi.world.spelling import fold, skeleton


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sana'a", "SANAA"),
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
        ("al-Qaeda", "Al Qaeda"),
        ("Álvaro Uribe", "Alvaro Uribe"),
        ("U.N.-Habitat", "UN Habitat"),
        ("Diyarbakır", "Diyarbakir"),
    ],
)
def test_fold_meets(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Khan Younis", "Khan Yunis"), ("Deir al-Zor", "Deir ez-Zor"), ("al-Bab", "Bab"), ("Husain", "Hussein")],
)
def test_skeleton_meets(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(("left", "right"), [("Homs", "Hama"), ("Idlib", "Irbil"), ("Niger", "Nigeria")])
def test_stay_apart(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)
