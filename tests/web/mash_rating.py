"""What MASH does with a child in a contact, in short: rated, explained, decided and signed."""

import secrets
from datetime import date

from protocol.who_is_it import SAME
from store.database import row
from store.identity import Who
from store.ids import new_id
from store.journal import Author, command
from store.mash.received import Arrival, ChildTold, add_child, receive

SOMEBODY = Author("human-told", "account-told", "mash_social_worker")
NAME, BORN = "Casey Made-Up", date(2012, 4, 2)
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


def told(record, at, *, facts=None, again=None, born=BORN):
    """A contact that a school told MASH of, with one child; ``again`` is the address of the same
    child in a contact before. The address of the child."""
    contact_id = new_id()
    arrival = Arrival("telephone", "school_education", "A teacher rang.")
    with record.database() as db, command(db, new_id(), author=SOMEBODY, recorded_at=at) as c:
        received = receive(c, contact_id, arrival, at, secrets.choice)
        who = person_in(c.db, again) if again else None
        said = ChildTold(NAME, born, facts=facts or {})
        child = add_child(c, received, said, who and Who(SAME, (who,), who))
    return f"/contacts/{contact_id}/children/{child.id}"


def person_in(db, child):
    found = row(
        db, "select person_id from contact_children where id = :id", {"id": child.split("/")[-1]}
    )
    return found["person_id"]


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
