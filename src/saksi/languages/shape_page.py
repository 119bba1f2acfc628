"""What a language must answer about the page that an article stands on: its furniture and its credits."""

from saksi.languages.shape import Shape


class FurnitureWords(Shape):
    """What stands on a page and is not the article (furniture.toml); its comments tell what each list holds."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    calls: tuple[str, ...]
    ends: tuple[str, ...]
    related: tuple[str, ...]
    lists: frozenset[str]
    inline: tuple[str, ...]
    patterns: tuple[str, ...]
    credits: tuple[str, ...]
    credit_lines: tuple[str, ...]
    tails: tuple[str, ...]
