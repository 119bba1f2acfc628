"""Brings the reading room's browser libraries from the npm registry, checked against vendor.toml's hashes.

    python scripts/vendor.py [--relock]

--relock writes the hashes of what came anew, after a version was changed by hand.
"""

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "src" / "saksi" / "show" / "web" / "static" / "vendor"
LOCK = VENDOR / "vendor.toml"


def main() -> None:
    """Fetches every package of the lock file and writes the files that it lists."""
    parser = argparse.ArgumentParser(description="vendored browser libraries")
    parser.add_argument("--relock", action="store_true", help="write the hashes anew")
    relock = parser.parse_args().relock
    text = LOCK.read_text(encoding="utf-8")
    packages = tomllib.loads(text)["package"]
    with tempfile.TemporaryDirectory() as folder:
        for package in packages:
            tarball, integrity = pack(package["name"], package["version"], Path(folder))
            if relock:
                text = text.replace(f'"{package["integrity"]}"', f'"{integrity}"') if package["integrity"] else text
                text = re.sub(
                    rf'(name = "{re.escape(package["name"])}"[^\[]*?integrity = )""', rf'\1"{integrity}"', text
                )
            elif integrity != package["integrity"]:
                sys.exit(f"{package['name']}: not what was locked ({integrity})")
            take(tarball, package["files"])
    numbered(Path(VENDOR / "countries.json"))
    if relock:
        LOCK.write_text(text, encoding="utf-8")


def pack(name: str, version: str, folder: Path) -> tuple[Path, str]:
    """The package's archive and its SHA-512 as npm writes it."""
    line = ["npm", "pack", "--silent", f"{name}@{version}"]
    made = subprocess.run(line, cwd=folder, check=True, capture_output=True)
    path = folder / made.stdout.decode().split()[-1]
    return path, "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()


def take(tarball: Path, files: dict[str, str]) -> None:
    """Writes the files of an archive under the names that they get here; source maps are not shipped."""
    with tarfile.open(tarball) as archive:
        for inside, here in files.items():
            stream = archive.extractfile(f"package/{inside}")
            if stream is None:
                sys.exit(f"{tarball.name}: no {inside}")
            raw = re.sub(rb"\n?//# sourceMappingURL=.*\n?$", b"\n", stream.read())
            (VENDOR / here).write_bytes(raw)


def numbered(path: Path) -> None:
    """Gives the shapes ISO alpha-3 codes in place of numeric ones and drops what the map does not use."""
    codes = VENDOR / "codes.json"
    if not codes.exists():
        return
    alpha = {row[2]: row[1] for row in json.loads(codes.read_text(encoding="utf-8"))}
    atlas = json.loads(path.read_text(encoding="utf-8"))
    for shape in atlas["objects"]["countries"]["geometries"]:
        name = shape.pop("properties", {}).get("name", "")
        shape["id"] = alpha.get(str(shape.get("id", "")).zfill(3), {"Kosovo": "XKX"}.get(name, ""))
    atlas["objects"].pop("land", None)
    path.write_text(json.dumps(atlas, separators=(",", ":")), encoding="utf-8")
    codes.unlink()


if __name__ == "__main__":
    main()
