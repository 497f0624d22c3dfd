"""Brings the translation files up to date with the code: `python3 launch.py words`.

New texts stand in them as unfinished, those that nobody says any more are gone. With `--todo FILE` what is unfinished
is written to a file as JSON (`[{"language", "room", "text", "one", "sense"}]`), with `--done FILE` translations are
read from one (the same, and `"forms": [...]`).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.translation.collected import said
from tests.translation.files import merged, read, written

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"


def main(arguments: list[str]) -> int:
    """Update every file; 1 when something in them is unfinished."""
    parser = argparse.ArgumentParser(prog="launch.py words", description="Bring the translation files up to date.")
    parser.add_argument("--todo", type=Path, metavar="FILE", help="write what is unfinished to FILE, as JSON")
    parser.add_argument("--done", type=Path, metavar="FILE", help="take translations from FILE, as JSON")
    chosen = parser.parse_args(arguments)
    done = json.loads(chosen.done.read_text("utf-8")) if chosen.done else []
    texts, todo = said(), []
    for path in sorted(FOLDER.glob("jarvis_*.ts")):
        language = path.stem.removeprefix("jarvis_")
        known = read(path)
        known |= {(e["text"], e["sense"]): tuple(e["forms"]) for e in done if e["language"] == language}
        entries = merged(texts, known)
        path.write_text(written(language, entries), encoding="utf-8")
        missing = [entry.said for entry in entries if not entry.finished]
        todo += [
            {"language": language, "room": each.room, "text": each.text, "one": each.one, "sense": each.sense}
            for each in missing
        ]
        sys.stdout.write(f"{path.name}: {len(entries)} texts, {len(missing)} unfinished\n")
    if chosen.todo:
        chosen.todo.write_text(json.dumps(todo, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return int(bool(todo))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
