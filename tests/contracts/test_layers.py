"""Imports run one way: from the command line down to the model, and never between sibling stages."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "saksi"
STAGES = {"nlp", "acquire", "clean", "read", "extract"}
FLOOR = [
    {"model"},
    {"languages", "world", "codec"},
    STAGES,
    {"pipeline"},
    {"parallel"},
    {"resolve", "keep"},
    {"collection"},
    {"show", "export", "scale"},
    {"cli"},
]
LEVEL = {part: level for level, parts in enumerate(FLOOR) for part in parts}


def part_of(module: str) -> str | None:
    """The part of saksi that a dotted module name belongs to, None for what is not saksi's or is its root."""
    names = module.split(".")
    return names[1] if names[0] == "saksi" and len(names) > 1 else None


def imports(path: Path) -> set[str]:
    """The parts of saksi that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(filter(None, (part_of(name.name) for name in node.names)))
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "saksi":
                found.update(name.name for name in node.names if name.name in LEVEL)
            elif part := part_of(node.module):
                found.add(part)
    return found


FILES = sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE or path.stem in LEVEL)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_down(path: Path) -> None:
    part = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    assert part in LEVEL, f"{part} has no floor"
    wrong = {other for other in imports(path) if other != part and LEVEL.get(other, 99) >= LEVEL[part]}
    # The world's data is told in a language's words, so it may ask the language; never the other way round.
    allowed = {"languages"} if part == "world" else set()
    assert wrong <= allowed, f"{part} may not import {sorted(wrong - allowed)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_relative_imports(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]


def test_model_stands_on_the_standard_library() -> None:
    import sys

    for path in (SOURCE / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for name in names:
                root = name.split(".")[0]
                assert root in sys.stdlib_module_names or name.startswith("saksi.model"), f"{path.name} imports {name}"
