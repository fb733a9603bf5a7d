"""Looking after the database: migrations, proof of the journal, sign-ins."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

import click
from flask import Flask, current_app
from sqlite_utils import Database

from cli.checksum import checksum
from cli.demo import demo
from protocol.exchange import check_bundle
from store import accounts, journal, packs, sign_ins, stream_names, tables
from store.database import connect, row
from store.entry import Author
from store.ids import new_id
from store.migrations import migrate
from store.verify import anchor, verify

BY_COMMAND = Author(human_id="system", account_id="system", role="system")


@contextmanager
def database() -> Iterator[Database]:
    db = connect(current_app.config["DATABASE"])
    with closing(db.conn):
        yield db


@click.command("migrate")
def migrate_command() -> None:
    """Bring the database up to date."""
    with database() as db:
        migrate(db)


@click.command("demo")
def demo_command() -> None:
    """Fill an empty database with made-up people. Prints how to sign in."""
    with database() as db:
        for line in demo(db, datetime.now(UTC)):
            click.echo(line)


@click.command("verify-journal")
def verify_journal() -> None:
    """Prove that nothing in the journal was changed, put in or taken out."""
    with database() as db:
        report = verify(db)
    for broken in report.broken:
        click.echo(f"Broken: {broken.stream}, entry {broken.seq}: {broken.what}")
    click.echo(
        f"{report.entries} entries in {report.streams} streams, {report.anchors} anchors, "
        f"{report.erased} erased by law: "
        + ("every chain holds" if report.ok else "not every chain holds")
    )
    if not report.ok:
        raise SystemExit(1)


@click.command("anchor-journal")
def anchor_journal() -> None:
    """Tie all streams together, so that a loss shows. Prints the root to keep elsewhere."""
    with database() as db:
        anchored = anchor(db, author=BY_COMMAND, recorded_at=datetime.now(UTC), command_id=new_id())
    assert anchored.body is not None
    click.echo(anchored.body["root"])


@click.command("rebuild-tables")
def rebuild_tables() -> None:
    """Make the tables beside the journal anew from it."""
    with database() as db:
        tables.rebuild(db)


@click.command("export-decision")
@click.argument("case_id")
def export_decision(case_id: str) -> None:
    """A case's first decision and all that is needed to check it elsewhere, as JSON."""
    with database() as db:
        entries = journal.read(db, stream_names.case(case_id))
        kinds = {entry.kind: entry for entry in reversed(entries)}
        if "decision_made" not in kinds:
            raise click.ClickException("There is no such decision")
        advice, decision = kinds["advice_given"], kinds["decision_made"]
        if advice.body is None or decision.body is None:
            raise click.ClickException("This decision was erased by law")
        try:
            pack_text = packs.load(db, advice.body["findings"]["pack"])
            bundle = {"pack_text": pack_text, **advice.body, "decision": decision.body}
            check_bundle(bundle)
        except (packs.UnknownPack, packs.WrongPack, ValueError) as error:
            raise click.ClickException(f"This decision cannot be relied on: {error}") from error
    click.echo(json.dumps(bundle | {"checksum": checksum(bundle)}, indent=2))


@click.command("end-sign-ins")
@click.argument("email")
def end_sign_ins(email: str) -> None:
    """Sign somebody out everywhere, at once."""
    with database() as db:
        found = row(
            db, "select id from accounts where email = :email", {"email": email.strip().casefold()}
        )
        if found is None:
            raise click.ClickException("No account has this e-mail address")
        sign_ins.end_all(db, found["id"], datetime.now(UTC))


@click.command("add-account")
@click.argument("email")
@click.argument("role")
@click.argument("name")
@click.password_option()
def add_account(email: str, role: str, name: str, password: str) -> None:
    """A new human with an account."""
    with database() as db:
        try:
            accounts.add_account(db, accounts.add_human(db, name), email, password, role)
        except accounts.EmailTaken as error:
            raise click.ClickException(str(error)) from error


def init_app(app: Flask) -> None:
    for command in (
        migrate_command, demo_command, verify_journal, anchor_journal, rebuild_tables,
        export_decision, end_sign_ins, add_account,
    ):  # fmt: skip
        app.cli.add_command(command)
