"""The command line as a person runs it: a process, its text, its exit code."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import make_url
from typer.testing import CliRunner

from jarvis_desktop import __version__
from jarvis_desktop.app.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable

    Jarvis = Callable[..., "Done"]

CHECKOUT = Path(__file__).resolve().parents[2]
QT_FREE = "import sys, jarvis_desktop.app.cli; sys.exit(any(m.startswith(('PySide6', 'ui.')) for m in sys.modules))"


@dataclass(frozen=True)
class Done:
    """What a run left: its exit code and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def jarvis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Jarvis:
    """Runs `jarvis` inside this process, with a home of its own."""
    for name in [name for name in os.environ if name.startswith("JARVIS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("JARVIS_HOME", str(tmp_path / "home"))

    def run(*arguments: str | Path) -> Done:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="jarvis")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def jarvis_process(tmp_path: Path) -> Jarvis:
    """Runs `jarvis` as a process, with a home of its own."""

    def run(*arguments: str | Path) -> Done:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("JARVIS_")}
        done = subprocess.run(
            [sys.executable, "-m", "jarvis_desktop", *map(str, arguments)],
            cwd=CHECKOUT,
            env={**environment, "JARVIS_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run


def answer(done: Done) -> Any:
    return json.loads(done.stdout)


def test_version_and_help(jarvis_process: Jarvis) -> None:
    done = jarvis_process("--version")
    assert (done.returncode, done.stdout) == (0, f"jarvis {__version__}\n")
    text = jarvis_process("db", "--help").stdout
    for command in ("status", "url", "upgrade", "check", "backup", "restore", "import", "export", "reset-sample-data"):
        assert command in text


def test_a_wrong_command_line_is_code_2(jarvis: Jarvis) -> None:
    for arguments in (("db", "frob"), ("db", "import"), ("db", "status", "--frob"), ()):
        done = jarvis(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_no_server_there_is_code_3(jarvis_process: Jarvis) -> None:
    nowhere = "postgresql://mara:secret@127.0.0.1:1/jarvis"
    done = jarvis_process("db", "status", "--database-url", nowhere)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("The database jarvis on 127.0.0.1, port 1 cannot be reached: ")
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr
    done = jarvis_process("db", "check", "--json", "--database-url", nowhere)
    assert done.returncode == 3
    assert answer(done)["error"]["type"] == "DatabaseUnavailable"


def test_an_address_that_is_none(jarvis: Jarvis) -> None:
    done = jarvis("db", "status", "--database-url", "mysql://x/y")
    assert done.returncode == 1
    assert done.stderr.startswith("The database address names mysql")


def test_the_address_hides_its_password(jarvis: Jarvis, live_url: str) -> None:
    with_password = live_url.replace("://", "://", 1)
    user, _, rest = with_password.partition("://")[2].partition("@")
    name = user.partition(":")[0]
    given = f"postgresql://{name}:{user.partition(':')[2] or 'secret'}@{rest}"
    assert ":***@" in jarvis("db", "url", "--database-url", given).stdout
    shown = jarvis("db", "url", "--show-password", "--json", "--database-url", given)
    assert answer(shown)["url"] == given


def test_a_database_by_address_is_altered_only_when_asked(jarvis: Jarvis, new_database: Callable[[], str]) -> None:
    url = new_database()
    found = answer(jarvis("db", "status", "--json", "--database-url", url))
    assert (found["mode"], found["revision"], found["current"], found["rows"]) == ("server", None, False, {})
    missing = jarvis("db", "check", "--json", "--database-url", url)
    assert missing.returncode == 1
    assert sum(d["severity"] == "missing" for d in answer(missing)["differences"]) == 42
    with psycopg.connect(url) as connection:
        tables = "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        assert connection.execute(tables).fetchone() == (0,)

    assert "42 tables made" in jarvis("db", "upgrade", "--database-url", url).stdout
    found = answer(jarvis("db", "status", "--json", "--database-url", url))
    assert found["current"]
    assert set(found["rows"].values()) == {0}
    checked = jarvis("db", "check", "--database-url", url)
    assert (checked.returncode, "Nothing differs" in checked.stdout) == (0, True)
    loaded = answer(jarvis("db", "upgrade", "--starter", "--json", "--database-url", url))
    assert loaded["starter"]["inserted"] > 100


def test_rows_out_and_in_again(jarvis: Jarvis, live_url: str, new_database: Callable[[], str], tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    rows = [{"incident_id": f"INC-{n}", "title": "Zürich ☃", "created_at": "2025-06-10T09:30:00Z"} for n in range(3)]
    (given / "incidents.json").write_text(json.dumps([*rows, {"incident_id": 5}, rows[0]]), "utf-8")
    done = jarvis("db", "import", given, "--database-url", live_url)
    assert done.returncode == 1
    assert "incidents.json[3]: “incident_id”: expected text, not 5" in done.stdout
    again = answer(jarvis("db", "import", given, "--json", "--database-url", live_url))
    assert again["totals"] == {
        "inserted": 0,
        "replaced": 0,
        "skipped_duplicates": 4,
        "kept_edited": 0,
        "parents_created": {},
        "problems": 1,
    }

    out = tmp_path / "out"
    done = jarvis("db", "export", out, "--database-url", live_url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 rows written to 1 file in ")
    assert answer(jarvis("db", "export", out, "--json", "--database-url", live_url))["rows"] == {"incidents": 3}

    saved = tmp_path / "jarvis.backup"
    assert jarvis("db", "backup", saved, "--database-url", live_url).returncode == 0
    empty = new_database()
    done = jarvis("db", "restore", saved, "--database-url", empty)
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 rows of " in done.stdout
    refused = jarvis("db", "restore", saved, "--database-url", empty)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    replaced = jarvis("db", "restore", saved, "--replace", "--json", "--database-url", empty)
    assert answer(replaced)["replaced"]
    saved.write_bytes(saved.read_bytes()[:200])
    broken = jarvis("db", "restore", saved, "--json", "--database-url", empty)
    assert broken.returncode == 1
    assert "not a backup" in answer(broken)["error"]["message"]


def test_who_is_signed_in_leaves_the_database_only_when_asked(jarvis: Jarvis, live_url: str, tmp_path: Path) -> None:
    with psycopg.connect(live_url) as connection:
        connection.execute("INSERT INTO sessions VALUES ('s-1', '{}', now())")
    out, saved = tmp_path / "out", tmp_path / "jarvis.backup"
    done = jarvis("db", "export", out, "--database-url", live_url)
    assert "Left out" in done.stdout
    assert "sessions (--with-sessions" in done.stdout
    assert list(out.iterdir()) == []
    asked = answer(jarvis("db", "export", out, "--with-sessions", "--json", "--database-url", live_url))
    assert (asked["rows"], asked["left_out"]) == ({"sessions": 1}, [])
    again = answer(jarvis("db", "export", out, "--json", "--database-url", live_url))
    assert (again["rows"], again["removed"], again["left_out"]) == ({}, ["sessions.json"], ["sessions"])

    # A backup is the whole database, for its owner alone, and says so.
    done = jarvis("db", "backup", saved, "--database-url", live_url)
    assert "It holds 1 row of sessions" in done.stdout
    assert saved.stat().st_mode & 0o077 == 0 or os.name == "nt"
    with psycopg.connect(live_url) as connection:
        connection.execute("DELETE FROM sessions")
    done = jarvis("db", "restore", saved, "--replace", "--database-url", live_url)
    assert "1 row of sessions, also of people signed out since" in done.stdout
    with psycopg.connect(live_url) as connection:
        assert connection.execute("SELECT sid FROM sessions").fetchall() == [("s-1",)]


def test_the_command_line_needs_no_qt() -> None:
    done = subprocess.run([sys.executable, "-c", QT_FREE], cwd=CHECKOUT, check=False)
    assert done.returncode == 0


def test_the_embedded_database_from_nothing(jarvis_process: Jarvis, tmp_path: Path) -> None:
    # As a start leaves it that was killed before it came to the sample data.
    wanted = tmp_path / "home" / "data" / "sample-data.wanted"
    wanted.parent.mkdir(parents=True)
    wanted.touch()
    done = jarvis_process("db", "upgrade", "--no-starter", "--json")
    assert done.returncode == 0, done.stderr
    assert answer(done)["starter"] is None
    status = answer(jarvis_process("db", "status", "--json"))
    assert status["mode"] == "embedded"
    assert set(status["rows"].values()) == {0}
    assert Path(status["data_directory"]).name == "postgres"
    assert jarvis_process("db", "check").returncode == 0
    assert answer(jarvis_process("db", "status", "--json"))["rows"] == status["rows"]
    reset = answer(jarvis_process("db", "reset-sample-data", "--json"))
    assert reset["inserted"] > 100
    assert reset["problems"] == []


def test_an_empty_address_is_not_the_embedded_database(jarvis: Jarvis, tmp_path: Path) -> None:
    done = jarvis("db", "status", "--json", "--database-url", "")
    assert done.returncode == 1
    assert "empty" in answer(done)["error"]["message"]
    assert not (tmp_path / "home").exists()


def test_json_is_answered_to_what_is_not_understood_and_to_what_nobody_foresaw(
    jarvis_process: Jarvis, tmp_path: Path
) -> None:
    for arguments in (("db", "frob"), ("db", "import"), ("db", "status", "--frob")):
        done = jarvis_process(*arguments, "--json")
        assert done.returncode == 2
        assert answer(done)["error"]["type"] == "UsageError"
        assert "Usage:" in done.stderr

    script = (
        "from jarvis_desktop.app.cli_faults import run\n"
        "def unforeseen(): raise KeyError('the drawer')\n"
        "run(unforeseen)\n"
    )
    for more in ([], ["--json"]):
        unforeseen = subprocess.run(
            [sys.executable, "-c", script, "db", "status", *more],
            cwd=CHECKOUT,
            env={"JARVIS_HOME": str(tmp_path / "home"), "PATH": os.defpath},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert unforeseen.returncode == 1
        assert "Traceback" not in unforeseen.stderr
        told = json.loads(unforeseen.stdout)["error"]["hint"] if more else unforeseen.stderr
        assert "errors.jsonl" in told
    kept = (tmp_path / "home" / "logs" / "errors.jsonl").read_text("utf-8")
    assert "unforeseen" in kept


def test_a_user_with_few_rights_is_told_what_is_closed(jarvis: Jarvis, live_url: str) -> None:
    role = f"few_{secrets.token_hex(4)}"
    url = make_url(live_url)
    few = url.set(username=role, password="few").render_as_string(hide_password=False)
    with psycopg.connect(live_url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'few'".encode())
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}".encode())
        connection.execute(f"REVOKE SELECT ON agents FROM {role}; DROP TABLE errors".encode())
    try:
        found = answer(jarvis("db", "status", "--json", "--database-url", few))
        assert (found["tables_unreadable"], found["tables_missing"]) == (["agents"], ["errors"])
        assert f"{role} may not read: agents" in jarvis("db", "status", "--database-url", few).stdout
        upgraded = jarvis("db", "upgrade", "--database-url", few)
        assert upgraded.returncode == 1
        assert upgraded.stdout.count("let the owner") == 1
        assert "  table errors: Permission denied" in upgraded.stdout
        assert answer(jarvis("db", "upgrade", "--json", "--database-url", few))["created_tables"] == []
    finally:
        with psycopg.connect(live_url, autocommit=True) as connection:
            connection.execute(f"DROP OWNED BY {role}; DROP ROLE {role}".encode())


def test_differences_stand_one_a_line(jarvis: Jarvis, live_url: str) -> None:
    with psycopg.connect(live_url, autocommit=True) as connection:
        connection.execute("ALTER TABLE incidents DROP COLUMN status, ALTER COLUMN priority TYPE varchar(7)")
        connection.execute("DROP INDEX config_values_scope_key")
    done = jarvis("db", "check", "--database-url", live_url)
    assert done.returncode == 1
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "missing incidents column status: expected character varying default 'open'" in lines
    assert "differs incidents type priority: expected character varying, found character varying(7)" in lines
    assert "missing incidents index (status)" in lines
    assert max(map(len, lines)) < 200


def test_sample_data_that_a_killed_program_owed_come_with_an_upgrade_but_not_after_a_restore(
    jarvis_process: Jarvis, tmp_path: Path
) -> None:
    wanted = tmp_path / "home" / "data" / "sample-data.wanted"
    saved = tmp_path / "empty.backup"
    assert jarvis_process("db", "upgrade", "--no-starter").returncode == 0
    assert jarvis_process("db", "backup", saved).returncode == 0
    wanted.touch()
    assert jarvis_process("db", "restore", saved).returncode == 0
    assert jarvis_process("db", "check").returncode == 0
    assert set(answer(jarvis_process("db", "status", "--json"))["rows"].values()) == {0}
    wanted.touch()
    assert answer(jarvis_process("db", "upgrade", "--json"))["starter"]["inserted"] > 100
    assert not wanted.exists()


def test_a_home_and_a_folder_that_cannot_be_used(jarvis: Jarvis, live_url: str, tmp_path: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("")
    done = jarvis("db", "export", no_folder / "inside", "--database-url", live_url)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"The folder {no_folder / 'inside'} cannot be written")
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.mkdir(parents=True)
    done = jarvis("db", "status", "--json", "--database-url", live_url)
    assert done.returncode == 1
    assert "settings.toml cannot be read" in answer(done)["error"]["message"]
