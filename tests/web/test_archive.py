"""Advice can be worked out again years later, elsewhere, to the letter."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.checksum import checksum
from protocol.pack import current_pack
from store import packs
from tests.web.journey import NOWHERE, came, decided, page_of
from tests.web.once import taken_once

ROOT = Path(__file__).parents[2]
SAME = "The advice is the same, worked out again from the pack in the file."


@taken_once
def case_id(officer):
    return decided(officer, came(officer, **NOWHERE), name="Sam").url.split("/")[2]


@pytest.fixture
def exported(flask, case_id):
    result = flask("export-decision", case_id)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def check(flask):
    def run(bundle):
        return flask("check-decision", "-", given=json.dumps(bundle))

    return run


def resealed(bundle):
    """As somebody would change it who knows how the checksum is made."""
    return bundle | {"checksum": checksum(bundle)}


def test_rules_are_archived_when_they_are_first_used_and_advice_names_them(officer, record):
    with record.database() as db:
        assert list(db.query("select * from packs")) == []
    card = came(officer, **NOWHERE)
    decided(officer, card)
    with record.database() as db:
        (archived,) = db.query("select * from packs")
        assert packs.load(db, archived["hash"]) == current_pack().text
    assert record.last("advice_given")["findings"]["pack"] == archived["hash"]
    assert f"Rules {archived['hash'][:12]}" in officer.get(page_of(card, "why")).words


def test_advice_is_worked_out_from_the_archive_and_not_from_memory(officer, monkeypatch):
    read = []
    monkeypatch.setattr("views.rules_in_force.packs.load", lambda db, hash: read.append(hash) or
                        current_pack().text)  # fmt: skip
    officer.get(came(officer, **NOWHERE).url)
    assert set(read) == {current_pack().hash}


def test_an_exported_decision_holds_all_that_is_needed_to_check_it(exported):
    assert set(exported) == {"pack_text", "facts", "findings", "decision", "checksum"}
    assert exported["decision"]["option"] == "bed_and_mash"
    assert exported["facts"]["needs_bed_tonight"] == "yes"


def test_an_exported_decision_is_checked_where_there_is_no_database(exported, tmp_path):
    file = tmp_path / "decision.json"
    file.write_text(json.dumps(exported))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FRONTDOOR")}
    command = [sys.executable, "-m", "flask", "--app", str(ROOT / "app.py")]
    done = subprocess.run(
        [*command, "check-decision", str(file)],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout.strip()) == (0, SAME), done.stderr
    assert list(elsewhere.iterdir()) == []


def test_a_file_changed_in_any_byte_that_matters_is_found_out(exported, check):
    assert check(exported).output.strip() == SAME
    for part in ("pack_text", "facts", "findings", "decision"):
        text = json.dumps(exported[part])
        step = max(1, len(text) // 25)
        for place in range(3, len(text) - 3, step):
            other = "7" if text[place] != "7" else "8"
            try:
                changed = json.loads(text[:place] + other + text[place + 1 :])
            except ValueError:
                continue
            if changed == exported[part]:
                continue
            result = check(exported | {part: changed})
            assert result.exit_code == 2, (part, place)
            assert "This decision cannot be relied on: something in it was changed" in result.output


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda b: b["facts"].update(needs_bed_tonight="no"), "these findings are different"),
        (lambda b: b["facts"].update(date_of_birth="2012-01-15"), "these findings are different"),
        (lambda b: b["facts"].update(no_such_fact="yes"), "no_such_fact"),
        (lambda b: b["facts"].update(needs_bed_tonight=1), "needs_bed_tonight"),
        (lambda b: b["findings"]["applies"].pop(), "these findings are different"),
        (lambda b: b["findings"].update(on="2026-08-28T17:00:00+01:00"), "different"),
        (lambda b: b["findings"].update(on="yesterday"), "on: must be"),
        (lambda b: b.update(pack_text=b["pack_text"] + " "), "the rules in it are not those"),
        (lambda b: b.update(pack_text=b["pack_text"].replace("17", "18")), "the rules in it"),
        (lambda b: b.update(facts=[]), "not an exported decision"),
        (lambda b: b.update(findings=None), "not an exported decision"),
        (lambda b: b.pop("pack_text"), "not an exported decision"),
    ],
)
def test_a_change_made_by_somebody_who_knows_how_is_found_by_working_it_out(
    exported, check, change, says
):
    change(exported)
    result = check(resealed(exported))
    assert result.exit_code == 2
    assert "This decision cannot be relied on" in result.output
    assert says in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "3", "[" * 100_000, "\udcff", '{"a":'])
def test_what_is_no_exported_decision_is_said_to_be_none(flask, tmp_path, text):
    file = tmp_path / "decision.json"
    file.write_text(text, errors="surrogateescape")
    result = flask("check-decision", str(file))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "it is not an exported decision" in result.output


@pytest.mark.parametrize("id", ["00000000-0000-4000-8000-000000000000", "rubbish", ""])
def test_a_case_nobody_decided_cannot_be_exported(flask, id):
    result = flask("export-decision", id)
    assert result.exit_code == 1
    assert "There is no such decision" in result.output


def test_a_case_whose_rules_were_changed_in_the_archive_is_not_exported(flask, case_id, record):
    with record.database() as db:
        for trigger in list(db.triggers):
            db.execute(f"drop trigger {trigger.name}")
        db.execute("update packs set body = replace(body, 'bed', 'bad')")
        db.conn.commit()
    result = flask("export-decision", case_id)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "This decision cannot be relied on" in result.output
