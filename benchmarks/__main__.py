"""`make bench`: prints speed, memory and scores of one run.

    python -m benchmarks [--long] [--floors]

--long: memory over 10,000 articles in place of 200. --floors: writes floors.json anew from the scores measured; a floor
that falls needs --because with the reason, which is kept in the file.
"""

import argparse

from rich.console import Console
from rich.table import Table

from benchmarks.floors import FILE, measured, write
from benchmarks.held_out import scores
from benchmarks.speed import memory, one_process, two_processes
from saksi.pipeline import Reader


def main() -> None:
    """Runs all parts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="speed, memory and scores of one run")
    parser.add_argument("--long", action="store_true", help="memory over 10,000 articles")
    parser.add_argument("--floors", action="store_true", help="write the floors anew")
    parser.add_argument("--because", default="", help="why a floor falls")
    args = parser.parse_args()
    found = scores(Reader())
    if args.floors:
        write(found, args.because)
    console = Console()
    console.print(_table("Held-out corpus", {**found}, measured().scores))
    console.print(_table("Speed", {**one_process(), **two_processes()}))
    console.print(_table("Memory", memory(10_000 if args.long else 200)))
    console.print(f"floors: {FILE.name}")


def _table(title: str, rows: dict[str, float], floors: dict[str, float] | None = None) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    table.add_column("", justify="right")
    if floors:
        table.add_column("floor", justify="right")
    for name, value in rows.items():
        shown = f"{value:,.3f}" if value < 10 else f"{value:,.0f}"
        table.add_row(name, shown, *([f"{floors.get(name, 0):.3f}"] if floors else []))
    return table


if __name__ == "__main__":
    main()
