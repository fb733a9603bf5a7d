"""What MASH does with a child in a contact, in short: rated, explained, decided and signed."""

from store import stream_names
from store.ids import new_id
from store.journal import Author, command

SOMEBODY = Author("human-told", "account-told", "mash_social_worker")
RATE, EXPLAIN, DECIDE = "Save your rating", "Save the reason", "Save your decision"
WHY = "Told to leave, and nobody has looked after them for days."
EXPLAINED = {"code": "known_history", "words": "We know the family well."}

REASONS = {
    "what_we_know": "School saw bruises.",
    "history": "One contact last year.",
    "childs_words": "“I want to stay at my aunt's.”",
    "seen_alone": "yes",
    "seen_words": "Today, by their social worker.",
    "mother": "asked",
    "mother_view": "She wants help.",
    "father": "not_safe",
    "father_view": "He has threatened them.",
    "identity": "They pray on Fridays: no visit then.",
    "not_known": "Where the brother is. School finds out.",
    "threshold": "Paragraph 3.2, because of the bruises.",
    "alternatives": "Early help: it was tried.",
}


def told(record, at, person_id=None, kind="told", **more):
    """A contact that somebody told MASH of, with one child. The address of the child."""
    contact_id, child_id = new_id(), new_id()
    stream = stream_names.contact(contact_id)
    body = {"case_id": None, "reference": "FD-346XYW", "kind": kind, "source": "School", **more}
    with record.database() as db, command(db, new_id(), author=SOMEBODY, recorded_at=at) as c:
        if person_id is None:
            person_id = new_id()
            person = {"name": "Casey Made-Up", "date_of_birth": "2012-04-02"}
            c.append(stream_names.person(person_id), "person_recorded", person)
        c.append(stream, "contact_received", body)
        c.append(
            stream, "contact_child_added", {"contact_child_id": child_id, "person_id": person_id}
        )
    return f"/contacts/{contact_id}/children/{child_id}"


def rated(browser, child, band, *indicators, status=302, reasons=WHY):
    """Rate it. The page that is shown then."""
    page = browser.get(f"{child}/rating")
    done = browser.submit(
        page, RATE, status, band=band, indicators=list(indicators), reasons=reasons
    )
    return browser.follow(done) if done.location else done


def explained(browser, child, **more):
    page = browser.get(f"{child}/suggestion")
    return browser.submit(page, EXPLAIN, **{**EXPLAINED, **more})


def deciding(browser, child, band, level, outcome, status=302, **more):
    """What came back."""
    page = browser.get(f"{child}/decision")
    said = {"band": band, "level": str(level), "outcome": outcome, **REASONS, **more}
    return browser.submit(page, DECIDE, status, **said)


DIFFERS = {"departure_reason": "judgement", "departure_words": "I have seen them."}


def signature(browser, child):
    """The page of the last signature that is linked from the child's page."""
    links = browser.get(child).soup.main.select("a[href^='/signatures/']")
    return browser.get(links[-1]["href"])
