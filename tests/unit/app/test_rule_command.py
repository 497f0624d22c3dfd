"""`jarvis rule eval`: every input gets an answer in JSON, no database is needed, nothing raises."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from jarvis_desktop.app import rule_answers
from jarvis_desktop.app.cli import app

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"result", "value", "fields", "reason", "place", "reads", "type", "words", "trace"}


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Asks a rule file about a data file; a place for a database that cannot be."""
    monkeypatch.setenv("JARVIS_HOME", "/nowhere/at/all")
    monkeypatch.setenv("JARVIS_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")

    def asked(engine: str, rule: object, data: object, fields: object = None) -> dict[str, Any]:
        options = ["rule", "eval", "--engine", engine, "--json"]
        for name, content in (("rule", rule), ("data", data), ("fields", fields)):
            if content is not None:
                file = tmp_path / name
                file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
                options += [f"--{name}", str(file)]
        result = CliRunner().invoke(app, options)
        assert result.exit_code == 0, result.output
        found: dict[str, Any] = json.loads(result.stdout)
        assert found.keys() == KEYS
        return found

    return asked


@pytest.mark.parametrize(
    ("engine", "rule", "data", "result", "value"),
    [
        ("jsonlogic", {"<": [{"var": "year"}, 1970]}, {"year": 1960}, "true", True),
        ("jsonlogic", {"+": [1, 2]}, {}, "true", 3),
        ("jsonlogic", {"cat": []}, {}, "false", ""),
        ("cel", "7 / 2", {}, "true", 3.5),
        ("cel", "[1, 2].map(x, x * 2)", {}, "true", [2, 4]),
        ("simple", {"field": "year", "op": "lt", "value": 1970}, {"year": 1980}, "false", False),
        ("simple", "year < 1970 and not (kind in ['a'])", {"year": 1960, "kind": "b"}, "true", True),
    ],
)
def test_the_value_and_its_truth_are_told(
    ask: Any, engine: str, rule: object, data: object, result: str, value: object
) -> None:
    found = ask(engine, rule, data)
    assert (found["result"], found["value"], found["reason"]) == (result, value, "")
    assert found["trace"][-1]["value"] == value


def test_what_is_not_known_is_named(ask: Any) -> None:
    found = ask("cel", "year < 1970 && kind == 'a'", {"kind": "a"})
    assert (found["result"], found["value"], found["fields"]) == ("undetermined", None, ["year"])
    assert found["reads"] == ["kind", "year"]


def test_fields_make_a_misspelt_name_an_error_with_its_place(ask: Any) -> None:
    for fields in ({"year_built": "integer"}, [{"field_key": "year_built", "field_type": "integer"}]):
        found = ask("simple", "yaer_built < 1970", {"year_built": 1960}, fields)
        assert found["result"] == "failed"
        assert found["place"] == "@1"
        assert "year_built" in found["reason"]
        assert ask("simple", "year_built < 1970", {"year_built": "1960"}, fields)["result"] == "true"


@pytest.mark.parametrize(
    ("engine", "rule", "data"),
    [
        ("jsonlogic", b'{"!":[' * 10_000 + b"true" + b"]}" * 10_000, {}),
        ("jsonlogic", {"var": "a"}, b"[" * 10_000 + b"]" * 10_000),
        ("jsonlogic", b'{"==": [1, 1], "==": [1, 2]}', {}),
        ("jsonlogic", b'{"==": [NaN, 1]}', {}),
        ("jsonlogic", {"+": [{"var": "a"}, 1]}, b'{"a": 1e99999}'),
        ("jsonlogic", {"==": [{"var": "a"}, "x"]}, b'{"a": "\\ud800"}'),
        ("jsonlogic", b'{"var": "\\ud800"}', {}),
        ("jsonlogic", {"%": [1, 0]}, {}),
        ("jsonlogic", {"+": [1] * 20_000}, {}),
        ("jsonlogic", {"reduce": [{"var": "a"}, {"cat": [{"var": "accumulator"}] * 2}, "x"]}, {"a": list(range(99))}),
        ("jsonlogic", {"no such": 1}, {}),
        ("cel", "(" * 10_000, {}),
        ("cel", "a.all(x, a.all(y, a.all(z, x + y + z >= 0)))", {"a": list(range(100))}),
        ("cel", "1 / 0", {}),
        ("cel", "'abc", {}),
        ("cel", b'"\xff"', {}),
        ("cel", 5, {}),
        ("simple", "year <", {}),
        ("python", "1", {}),
    ],
)
def test_what_cannot_be_run_fails_with_a_reason(ask: Any, engine: str, rule: object, data: object) -> None:
    found = ask(engine, rule, data)
    assert found["result"] == "failed"
    assert found["value"] is None
    assert found["reason"].endswith(".")


def test_a_batch_answers_each_line(tmp_path: Path) -> None:
    file = tmp_path / "lines"
    good = json.dumps({"engine": "cel", "rule": "a > 1", "data": {"a": 2}})
    file.write_bytes(b"\n".join([good.encode(), b"{", b'{"engine": "cel"}', b"\xff", b"", good.encode()]))
    result = CliRunner().invoke(app, ["rule", "eval", "--batch", str(file)])
    assert result.exit_code == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["result"] for answer in answers] == ["true", "failed", "failed", "failed", "true"]


def test_a_batch_answers_while_it_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "jarvis_desktop", "rule", "eval", "--batch", str(pipe)]
    line = json.dumps({"engine": "cel", "rule": "a > 1", "data": {"a": 2}}).encode() + b"\n"
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running, pipe.open("wb", buffering=0) as lines:
        assert running.stdout is not None
        for _ in range(3):
            lines.write(line)
            assert json.loads(running.stdout.readline())["result"] == "true"
        lines.close()
        assert running.wait(10) == 0


def test_a_line_without_end_is_one_failed_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_answers, "MOST_DATA", 100)
    file = tmp_path / "lines"
    good = json.dumps({"engine": "cel", "rule": "a > 1", "data": {"a": 2}}).encode()
    file.write_bytes(b"\n".join([codecs.BOM_UTF8 + good, b"[" * 1_000, good + b"\r", b"x" * 100, b"y" * 101, good]))
    result = CliRunner().invoke(app, ["rule", "eval", "--batch", str(file)])
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["result"] for answer in answers] == ["true", "failed", "true", "failed", "failed", "true"]
    assert "larger" in answers[1]["reason"]
    assert "larger" not in answers[3]["reason"]


def test_a_missing_file_and_missing_options_are_told_in_words(tmp_path: Path) -> None:
    here, none = tmp_path / "here", str(tmp_path / "none")
    here.write_text("true")
    whole = ["--engine", "jsonlogic", "--rule", str(here), "--data", str(here)]
    assert CliRunner().invoke(app, ["rule", "eval", *whole]).exit_code == 0
    for options in (
        ["--batch", none],
        ["--batch", str(tmp_path)],
        ["--engine", "cel"],
        ["--engine", "cel", "--rule", str(here)],
        ["--engine", "cel", "--data", str(here)],
        [*whole, "--fields", none],
        [*whole, "--batch", str(here)],
        [*whole[:-1], none],
        [*whole[:-1], str(tmp_path)],
    ):
        result = CliRunner().invoke(app, ["rule", "eval", *options])
        assert result.exit_code == 1, options
        assert result.output.count("\n") <= 2, result.output
        assert "Traceback" not in result.output
        answer = json.loads(CliRunner().invoke(app, ["rule", "eval", "--json", *options]).stdout)
        assert answer["error"]["message"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b" \n", "is empty"),
        (b"{", "is not JSON"),
        (b'"\xff"', "is not valid UTF-8"),
        ("{}".encode("utf-16"), "is not valid UTF-8"),
        (b"0" * 200, "is larger than"),
    ],
    ids=["empty", "only a mark", "blank", "no JSON", "no UTF-8", "UTF-16", "large"],
)
def test_each_file_that_cannot_be_used_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    monkeypatch.setattr(rule_answers, "MOST_DATA", 150)
    monkeypatch.setattr(rule_answers, "MOST_RULE", 150)
    for name, called in (("rule", "The rule"), ("data", "The data"), ("fields", "The list of fields")):
        files = {"rule": b"true", "data": b"{}", "fields": b"{}", name: content}
        options = []
        for option, text in files.items():
            (tmp_path / option).write_bytes(text)
            options += [f"--{option}", str(tmp_path / option)]
        result = CliRunner().invoke(app, ["rule", "eval", "--engine", "jsonlogic", "--json", *options])
        answer = json.loads(result.stdout)
        assert (result.exit_code, answer["result"]) == (0, "failed")
        assert answer["reason"].startswith(f"{called} {said}")


def test_a_mark_of_the_byte_order_before_each_file_is_no_fault(ask: Any) -> None:
    mark = codecs.BOM_UTF8
    assert ask("cel", mark + b'"a > 1"', mark + b'{"a": 2}', mark + b'{"a": "integer"}')["result"] == "true"


def test_people_are_told_in_sentences(tmp_path: Path) -> None:
    rule, data = tmp_path / "rule", tmp_path / "data"

    def told(engine: str, text: object, record: object) -> str:
        rule.write_text(json.dumps(text))
        data.write_text(json.dumps(record))
        return (
            CliRunner()
            .invoke(app, ["rule", "eval", "--engine", engine, "--rule", str(rule), "--data", str(data)])
            .stdout
        )

    assert told("cel", "year_built < 1970 && kind == 'frame'", {"kind": "frame"}) == (
        "Undetermined: the data lack what the rule needs.\n"
        "Not known: year_built.\n\n"
        "The rule: year built is before 1970 and kind is frame.\n"
        "How it was found:\n"
        "  year built: not known\n"
        "  year built is before 1970: not known\n"
        "  kind: frame\n"
        "  kind is frame: true\n"
        "  year built is before 1970 and kind is frame: not known\n"
    )
    assert told("jsonlogic", {"<": [{"var": "a"}, 3]}, {"a": 2}).startswith("True: the rule holds.\n")
    assert told("simple", "a <", {}).startswith("Failed: the rule cannot be answered.\n")
    assert "(character " in told("simple", "a <", {})


def test_rows_of_fields_give_the_words(ask: Any) -> None:
    fields = [
        {
            "field_key": "kind",
            "field_type": "select",
            "label": "Construction",
            "options": [{"value": 1, "label": "Frame"}],
        },
        {"field_key": "value", "field_type": "currency", "label": "Value", "ui_props": {"prefix": "€"}},
        {"field_key": "junk", "field_type": 3, "label": [], "options": [3, {"value": []}], "ui_props": []},
    ]
    found = ask("cel", "kind == 1 && value > 2000.5", {"kind": 1, "value": 3000}, fields)
    assert found["words"] == "Construction is Frame and Value is more than €2,000.50"


def test_no_database_code_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "rule"
    file.write_text("true")
    script = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from jarvis_desktop.app.cli import app\n"
        f"asked = ['rule', 'eval', '--engine', 'jsonlogic', '--rule', {str(file)!r}, '--data', {str(file)!r}]\n"
        "assert CliRunner().invoke(app, asked).exit_code == 0\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "jarvis_desktop" in loaded
    assert loaded.isdisjoint({"sqlalchemy", "psycopg", "alembic", "jsonschema_rs", "PySide6"})
