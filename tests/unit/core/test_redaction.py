"""What is planted in a report as a secret is not in what is handed on."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.redaction import Redactor, account_of, secrets_of, servers_of, without_credentials

SIGNS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="…~")
SECRETS = st.text(SIGNS, min_size=3, max_size=30)
WORDS = st.text(SIGNS, max_size=40)


@given(secret=SECRETS, before=WORDS, after=WORDS)
def test_a_planted_secret_never_appears(secret: str, before: str, after: str) -> None:
    redactor = Redactor(secrets=[secret])
    for way in (secret, json.dumps(secret), repr(secret), f"password={secret}", f"x://u:{secret}@h/d"):
        assert secret not in redactor.clean(f"{before}{way}{after}")


@given(secret=SECRETS, user=st.from_regex(r"[a-z]{1,8}", fullmatch=True))
def test_the_password_of_an_address_never_appears(secret: str, user: str) -> None:
    url = f"postgresql://{user}:{quote(secret, safe='')}@server.example:5432/claims"
    redactor = Redactor(secrets=secrets_of(url))
    assert secret in secrets_of(url)
    for text in (url, f"could not connect to {url}: no", f'password authentication failed: "{secret}"'):
        cleaned = redactor.clean(text)
        assert secret not in cleaned
        assert quote(secret, safe="") not in cleaned
    assert without_credentials(url) == "postgresql://server.example:5432/claims"


@given(account=st.from_regex(r"[a-z][a-z0-9_]{2,11}", fullmatch=True), rest=st.sampled_from(["/x/y.txt", "", "\\z"]))
def test_the_account_and_the_home_never_appear(account: str, rest: str) -> None:
    redactor = Redactor(names=[account], homes=[f"/people/{account}", f"C:\\Users\\{account}"])
    for text in (f"/people/{account}{rest}", f"C:\\Users\\{account}{rest}", f"{account} may not", f"as “{account}”"):
        cleaned = redactor.clean(text)
        assert f"/people/{account}" not in cleaned
        assert account not in cleaned.replace("\\", " ").replace("/", " ").split()
    assert redactor.clean(f"C:\\\\Users\\\\{account}").startswith("~")


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("postgresql://u:p@ss@w/ord@host/db", "p@ss@w/ord"),
        ("postgresql://u:p%40ss@host/db", "p@ss"),
        ("postgresql://host/db?password=hunter22&x=1", "hunter22"),
        ("host=h password=hunter22 dbname=d", "hunter22"),
        ("postgresql://u:pa ss'wo\"rd@host/db", "pa ss'wo\"rd"),
    ],
)
def test_odd_addresses_give_their_password_away_to_us_only(url: str, secret: str) -> None:
    assert secret in secrets_of(url)
    assert secret not in Redactor(secrets=secrets_of(url)).clean(f"cannot reach {url}")


def test_what_needs_no_cleaning_stays() -> None:
    redactor = Redactor(secrets=["hunter22"], names=["mona"], homes=["/people/mona"])
    text = "PostgreSQL 18.6, monaco, 22 tables"
    assert redactor.clean(text) == text
    assert redactor.clean("/people/mona/data and /people/monaco") == "~/data and /people/monaco"
    assert Redactor().clean("as it is") == "as it is"


def test_an_address_names_its_account() -> None:
    assert account_of("postgresql://mona%20l:x@host/db") == "mona l"
    assert account_of("postgresql://host/db") == ""
    assert without_credentials("postgresql://mona:x@host/db") == "postgresql://host/db"
    assert str(Path.home()) not in Redactor(homes=[str(Path.home())]).clean(f"{Path.home()}/x")


@pytest.mark.parametrize(
    ("url", "servers"),
    [
        ("postgresql://mona:x@claims.example:5432/db", {"claims.example"}),
        ("postgresql://mona:p@ss@10.1.2.3,10.1.2.4:5433/db", {"10.1.2.3", "10.1.2.4"}),
        ("postgresql://[2001:db8::7]:5432/db", {"2001:db8::7"}),
        ("postgresql:///db?host=claims.example&user=mona", {"claims.example"}),
        ("host=claims.example port=5432 user=mona", {"claims.example"}),
        ("postgresql://localhost/db", set()),
        ("postgresql://u@127.0.0.1:5432/db", set()),
        ("postgresql:///db?host=/var/run/postgresql", set()),
    ],
)
def test_servers_are_taken_out_unless_they_are_this_computer(url: str, servers: set[str]) -> None:
    assert servers_of(url) == servers
    redactor = Redactor(secrets=secrets_of(url), names=servers_of(url) | {account_of(url)})
    cleaned = redactor.clean(f"{url}: claims on {' '.join(sorted(servers))}; connection to {url} failed")
    assert not [server for server in servers if server in cleaned]
    assert "mona" not in cleaned
    if not servers:
        assert "127.0.0.1" in cleaned or "localhost" in cleaned or "host=" in cleaned


@given(host=st.from_regex(r"[a-z]{1,8}(\.[a-z]{2,8}){0,2}", fullmatch=True).filter(lambda name: name != "localhost"))
def test_an_address_in_a_report_names_no_server(host: str) -> None:
    cleaned = Redactor().clean(f"cannot reach postgresql://{host}:5432/zzz, host={host} zzz")
    assert cleaned == "cannot reach postgresql://…/zzz, host=… zzz"
