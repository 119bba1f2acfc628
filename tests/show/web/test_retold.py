"""Sentences of other floors in the visitor's tongue: every one that a page may show has its message."""

import ast
from pathlib import Path

import msgspec
import pytest

import saksi
from saksi.codec import decode
from saksi.keep.faults import _KNOWN, explain
from saksi.resolve import disputes
from saksi.show.web import words
from saksi.show.web.retold import ERRORS, REASONS, _shapes, retold
from saksi.show.web.tongue import _messages, tongue
from saksi.world.codebook import codebook

ROOT = Path(saksi.__file__).parent
FILES = (
    "show/api/wanted.py", "show/api/routes.py", "show/api/acts.py", "collection/desk.py", "collection/__init__.py",
    "keep/sound.py", "keep/orders.py", "keep/view_lists.py",
)  # fmt: skip
SPEAKERS = (*(ROOT / "show" / "web").glob("*.py"), *(ROOT / name for name in FILES))
RAISED = {"HTTPException", "DeskError", "SaksiError", "FilterError", "ValueError"}


def sentences() -> set[str]:
    """What is raised in these files, each value in it as a number, and what a database may say."""
    found = {str(explain(OSError(word), "saksi.db")) for word in ("what nobody knows", *(word for word, _ in _KNOWN))}
    for path in SPEAKERS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node, "func", None)
            raised = isinstance(name, ast.Name) and name.id in RAISED
            own = isinstance(name, ast.Attribute) and name.attr == "__init__"
            if isinstance(node, ast.Call) and node.args and (raised or own):
                told = node.args[-1]
                if isinstance(told, ast.Constant) and isinstance(told.value, str):
                    found.add(told.value)
                elif isinstance(told, ast.JoinedStr):
                    found.add("".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in told.values))
    return found


def test_every_refusal_has_its_message() -> None:
    told = sentences()
    bare = ("{name}: {error}",)  # fits nearly everything
    shapes = [shape for message, shape in _shapes() if message not in bare]
    assert len(told) > 50
    assert {one for one in told if not any(shape.fullmatch(one) for shape in shapes)} == {"7: 7"}


def test_every_reason_of_a_grade_has_its_message() -> None:
    tree = ast.parse(Path(disputes.__file__).read_text(encoding="utf-8"))
    grade = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "grade")
    told = set()
    for node in ast.walk(grade):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Attribute):
            second = node.elts[1]
            if isinstance(second, ast.Constant):
                told.add(str(second.value))
            elif isinstance(second, ast.JoinedStr):
                told.add("".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in second.values))
    assert len(told) >= 7
    assert {one for one in told if not any(shape.fullmatch(one) for _, shape in _shapes())} == set()


@pytest.mark.parametrize("code", ["id", "en"])
def test_messages_stand_in_the_catalogue(code: str) -> None:
    assert {*REASONS, *ERRORS} - set(_messages(code)) == set()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("SDN MIL says that its own side did it", "Sudan (angkatan bersenjata) menyatakan pihaknya sendiri pelakunya"),
        ("3 independent sources", "3 sumber mandiri"),
        ("2 pairs of claims contradict each other on blame", "2 pasang klaim bertentangan: siapa yang disalahkan"),
        ("since: the calendar has no such day.", "since: tanggal itu tidak ada di kalender."),
        ("something that nobody foresaw", "something that nobody foresaw"),
        ("c7: cannot change id", "c7: tidak dapat mengubah id"),
        ("c7: Expected `float | null`, got `str` - at `$.low`", "c7: low harus berupa angka atau null, bukan teks"),
        ("form: Input should be 'json' or 'csv'", "form: pilihannya 'json' atau 'csv'"),
    ],
)  # fmt: skip
def test_values_are_kept(sentence: str, told: str) -> None:
    assert retold(tongue("id"), sentence) == told
    assert retold(tongue("en"), "one source") == "one source"


@pytest.mark.parametrize(
    "line",
    [
        b"{", b"{}", b"[1]", b"\xff", b'{"id": 7}', b'{"id": "a", "document": {"text": 7}}',
        b'{"id": "a", "document": {"text": ""}, "events": [{"id": "e1", "type": "NOPE"}]}',
        b'{"id": "a", "document": {"text": ""}, "events": [{"id": "e1"}]}',
    ],
)  # fmt: skip
def test_what_a_record_lacks_is_told_in_the_tongue(line: bytes) -> None:
    with pytest.raises((msgspec.MsgspecError, UnicodeError)) as refused:
        decode(line)
    assert retold(tongue("id"), str(refused.value)) != str(refused.value) != retold(tongue("en"), str(refused.value))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("European Union", "Uni Eropa"),
        ("NATO", "NATO"),
        ("Hamas", "Hamas"),
        ("Ministry of Health of Lebanon", "Kementerian Kesehatan Lebanon"),
        ("Northern Israel", "Israel utara"),
        ("Russia", "Rusia"),
        ("Hakan Fidan", "Hakan Fidan"),
    ],
)
def test_names_in_indonesian(name: str, told: str) -> None:
    assert words.called(tongue("id"), name) == told
    assert words.called(tongue("en"), name) == name


def test_every_mode_of_the_codebook_has_a_word() -> None:
    modes = {mode for one in codebook().types.values() for mode in one.modes}
    assert modes - set(words.MODES) == set()
