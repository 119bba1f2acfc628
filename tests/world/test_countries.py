"""Countries: codes, names, points."""

import pytest

from saksi.world.countries import countries, country_called, local_names


def test_codes_are_three_capitals_and_points_lie_on_the_globe() -> None:
    for code, country in countries().items():
        assert len(code) == 3
        assert code.isupper()
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180


def test_all_members_of_the_united_nations_are_there() -> None:
    assert len(countries()) >= 200


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("AS", "USA"),
        ("Amerika Serikat", "USA"),
        ("Inggris", "GBR"),
        ("Korsel", "KOR"),
        ("Korut", "PRK"),
        ("Tiongkok", "CHN"),
        ("Belanda", "NLD"),
        ("Mesir", "EGY"),
        ("Suriah", "SYR"),
        ("Yunani", "GRC"),
        ("Timor Leste", "TLS"),
        ("Pantai Gading", "CIV"),
        ("Republik Demokratik Kongo", "COD"),
        ("Sudan Selatan", "SSD"),
        ("Selandia Baru", "NZL"),
        ("Uni Soviet", "SUN"),
    ],
)
def test_indonesian_names(name: str, code: str) -> None:
    assert country_called(name) == code


def test_no_name_means_two_countries() -> None:
    owner: dict[str, str] = {}
    for code, names in local_names("id").items():
        for name in names:
            assert owner.setdefault(name, code) == code, name


def test_unknown_name() -> None:
    assert country_called("Atlantis") is None
