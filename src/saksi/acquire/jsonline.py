"""One JSON line: an article as text or HTML with whatever is known about it."""

import msgspec

from saksi.model.errors import InputError
from saksi.model.raw import Given, Raw


class _Line(msgspec.Struct):
    """The keys of a line; others are passed over."""

    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    authors: list[str] | str | None = None


_decoder = msgspec.json.Decoder(_Line)
_REMEDY = 'write one object per line with "text" or "html"'


def parse_line(line: str, place: str, fallback_id: str, encoding: str | None = None) -> Raw:
    """The raw item of one line. Raises InputError, which names the line."""
    try:
        found = _decoder.decode(line)
    except msgspec.ValidationError as error:
        raise InputError(place, f"does not fit ({_where(error)})", _REMEDY) from error
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise InputError(place, f"is not JSON ({error})", _REMEDY) from error
    except RecursionError as error:
        raise InputError(place, "is nested too deeply", _REMEDY) from error
    content = found.html if found.text is None else found.text
    if content is None:
        raise InputError(place, 'has neither "text" nor "html"', _REMEDY)
    authors = (found.authors,) if isinstance(found.authors, str) else tuple(found.authors or ())
    given = Given(found.title, found.url, found.outlet, found.published, found.language, authors)
    name = fallback_id if found.id is None or found.id == "" else str(found.id)
    return Raw(name, place, content, page=found.text is None, given=given, encoding=encoding)


def _where(error: msgspec.ValidationError) -> str:
    """msgspec's message with the key written as in the file: `$.text` is the user's "text"."""
    return str(error).replace("`$.", "`").replace(" - at `$`", "")
