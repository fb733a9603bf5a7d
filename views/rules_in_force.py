"""The rules advice is given under, evaluated from the archive."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

from flask import g

from protocol.advice import Advice, advise
from protocol.pack import current_pack
from rules.evaluate import Findings, evaluate, read_facts
from rules.pack import Pack, read_pack
from store import packs
from views import clock, database

DECIDING = {"at_point_of_decision": "yes"}


def pack_in_force() -> Pack:
    """The current pack, read back from the archive, once for each request. Archived when it is
    first used."""
    if "pack_in_force" not in g:
        g.pack_in_force = _from_the_archive()
    return cast(Pack, g.pack_in_force)


def _from_the_archive() -> Pack:
    db, current = database.current(), current_pack()
    try:
        text = packs.load(db, current.hash)
    except packs.UnknownPack:
        packs.archive(db, current.hash, current.text, clock.now())
        text = packs.load(db, current.hash)
    return _read(text)


def findings_now(facts: Mapping[str, Any]) -> Findings:
    """What the rules say of facts as the journal holds them, to whoever has to decide now. In one
    request this is asked of the same facts many times: they are evaluated once, at one moment."""
    now, evaluated = g.setdefault("findings", (clock.now(), {}))
    asked = json.dumps(facts, sort_keys=True)
    if asked not in evaluated:
        pack = pack_in_force()
        evaluated[asked] = evaluate(pack, read_facts(pack, {**facts, **DECIDING}), now)
    return cast(Findings, evaluated[asked])


def advice_now(facts: Mapping[str, Any]) -> Advice:
    """Advice for whoever has to decide now (reading A12), from facts as the journal holds them."""
    pack = pack_in_force()
    return advise(pack, read_facts(pack, {**facts, **DECIDING}), clock.now())


@lru_cache(maxsize=4)
def _read(text: str) -> Pack:
    return read_pack(text)
