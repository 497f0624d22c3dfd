"""A scripted session at a table of incidents, through a real X server; the long form over a million of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SHORT, LONG = 3_000, 1_000_000
FILL = """
    INSERT INTO incidents (incident_id, title, description, priority, status, assigned_to, created_at)
    SELECT 'INC-' || 1000 + g,
           (ARRAY['Printer', 'Scanner', 'Backup', 'Portal', 'Mailbox'])[1 + mod(g * 7919, 5)] || ' '
               || (ARRAY['stuck', 'slow', 'unreachable', 'lags behind'])[1 + mod(g * 31, 4)] || ' at desk ' || g,
           'Reported in the night run ' || md5(g::text),
           (ARRAY['low', 'medium', 'high', 'critical'])[1 + mod(g * 13, 4)],
           (ARRAY['open', 'in_progress', 'resolved'])[1 + mod(g * 17, 3)],
           CASE WHEN mod(g, 5) > 0 THEN 'person' || mod(g, 7) END,
           timestamp '2025-01-01' + g * interval '7 seconds'
    FROM generate_series(1::bigint, %s) AS g
"""


def fill(url: str, rows: int) -> None:
    """Put invented incidents beside those of the starter data."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(FILL, [rows])
        connection.execute("VACUUM ANALYZE incidents")


def walk(url: str, folder: Path, display: str) -> str:
    """Run the session as a process of its own; what it told."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.session.walk", "--url", url, "--folder", str(folder)],
        cwd=CHECKOUT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "JARVIS_HOME": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")
@pytest.mark.parametrize("rows", [SHORT, pytest.param(LONG, marks=pytest.mark.soak)])
def test_a_session_at_the_table_by_keys_and_clicks(stocked_url: str, tmp_path: Path, display: str, rows: int) -> None:
    fill(stocked_url, rows)
    told = walk(stocked_url, tmp_path, display)
    print(told)
    assert "faults: none" in told
