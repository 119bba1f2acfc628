"""What a language must answer about the page that an article stands on: its furniture and its credits."""

from saksi.languages.shape import Shape


class FurnitureWords(Shape, frozen=True):
    """What stands on a page and is not the article (furniture.toml); its comments tell what each list holds."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    calls: tuple[str, ...]
    channels: tuple[str, ...]
    inviting: frozenset[str]
    ends: tuple[str, ...]
    related: tuple[str, ...]
    lists: frozenset[str]
    between: tuple[str, ...]
    inline: tuple[str, ...]
    openers: frozenset[str]
    patterns: tuple[str, ...]
    credits: tuple[str, ...]
    credit_lines: tuple[str, ...]
    caption_labels: frozenset[str]
    cuts: tuple[str, ...]
    tags: frozenset[str]
    tails: tuple[str, ...]


class CreditWords(Shape, frozen=True):
    """How an article says who published and wrote it, where, and from whom it has its content (credits.toml)."""

    authors: tuple[str, ...]
    editors: tuple[str, ...]
    others: tuple[str, ...]
    sources: tuple[str, ...]
    reports: tuple[str, ...]
    dated: frozenset[str]
    sections: frozenset[str]
    locative: tuple[str, ...]
    outlets: tuple[str, ...]
    cities: tuple[str, ...]
    cites: tuple[str, ...]
    tells: tuple[str, ...]
    interviews: tuple[str, ...]
    reporting: tuple[str, ...]
    media: tuple[str, ...]
    between: frozenset[str]
    not_sources: frozenset[str]
    owners: tuple[str, ...]
