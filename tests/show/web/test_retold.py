"""Sentences of other floors in the visitor's tongue: every one that a page may show has its message."""

import ast
from pathlib import Path

import pytest

import saksi
from saksi.resolve import disputes
from saksi.show.web import words
from saksi.show.web.retold import ERRORS, REASONS, _shapes, retold
from saksi.show.web.tongue import _messages, tongue
from saksi.world.codebook import codebook

ROOT = Path(saksi.__file__).parent
FILES = ("show/api/wanted.py", "show/api/routes.py", "show/api/acts.py", "collection/desk.py")
SPEAKERS = (*(ROOT / "show" / "web").glob("*.py"), *(ROOT / name for name in FILES))
RAISED = {"HTTPException", "DeskError", "SaksiError"}


def sentences() -> set[str]:
    """What is raised in these files, each value in it as a number."""
    found = set()
    for path in SPEAKERS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
                told = node.args[-1]
                if isinstance(told, ast.Constant) and isinstance(told.value, str):
                    found.add(told.value)
                elif isinstance(told, ast.JoinedStr):
                    found.add("".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in told.values))
    return found


def test_every_refusal_has_its_message() -> None:
    told = sentences()
    unknown = {one for one in told if not any(shape.fullmatch(one) for _, shape in _shapes())}
    assert len(told) > 20
    assert unknown == {"7: 7"}, "what the record's own check says of a bad value stays as it says it"


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
        ("2 pairs of claims contradict each other on blame", "2 pasang klaim bertentangan: kecaman"),
        ("since: the calendar has no such day.", "since: tanggal itu tidak ada di kalender."),
        ("something that nobody foresaw", "something that nobody foresaw"),
    ],
)  # fmt: skip
def test_values_are_kept(sentence: str, told: str) -> None:
    assert retold(tongue("id"), sentence) == told
    assert retold(tongue("en"), "one source") == "one source"


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
