"""The pages of rating a child, of deciding and of what is open, and what is on record for them."""

from datetime import datetime, timedelta

from rules.calendar import LONDON
from tests.browser.journey import MASH_EMAIL, MASH_MANAGER, Officer
from tests.browser.mash_receiving_places import write_down
from tests.browser.place import Place, save, too_long
from tests.web.mash_rating import REASONS

CHOSEN = ("seen_alone", "mother", "father")
WORDS = {name: said for name, said in REASONS.items() if name not in CHOSEN}
RATING = {"reasons": "Told to leave, and nowhere to sleep."}
DIFFERS = {"departure_reason": "judgement", "departure_words": "I have seen them."}
REFERENCE = "[A-Z]+-[A-Z0-9]+"


def rate(mash: Officer, child: str, band: str) -> None:
    mash.open(f"{child}/rating")
    mash.fill_in(band=band, **RATING)
    mash.press("Save your rating")


def decide(mash: Officer, child: str, band: str, level: int, outcome: str, **more: str) -> None:
    mash.open(f"{child}/decision")
    chosen = {name: REASONS[name] for name in CHOSEN}
    mash.fill_in(**WORDS, **chosen, band=band, level=str(level), outcome=outcome, **more)
    mash.press("Save your decision")


def depart(mash: Officer) -> None:
    """On the page that came back because the decision differs."""
    mash.fill_in(**DIFFERS)
    mash.press("Save your decision")


def children_rated(mash: Officer) -> tuple[str, str, str, str, str]:
    """The ids of a contact and of three children in it: rated lower than suggested without a
    reason, ready to be decided, and decided with a signature to come; and that of the signature."""
    yesterday = datetime.now(LONDON).date() - timedelta(days=1)
    write_down(mash, "Una Explained", yesterday, safe_tonight="no")
    contact = mash.path
    for name in ("Rea Ready", "Hal Held"):
        mash.open(f"{contact}/children/new")
        mash.fill_in(name=name, safe_tonight="no")
        mash.press("Add this child")
    children = []
    for place, band in ((1, "green"), (2, "red"), (3, "red")):
        mash.open(contact)
        mash.follow(f"Open child {place}")
        children.append(mash.path)
        rate(mash, children[-1], band)
    decide(mash, children[2], "amber", 3, "referral_to_social_care")
    if mash.page.locator("[name=late_reason]").count():
        mash.fill_in(late_reason="volume")
    depart(mash)
    link = mash.page.get_by_role("link", name="Open the signature").last
    signature = str(link.get_attribute("href")).split("/")[2]
    return contact.split("/")[2], *(each.split("/")[4] for each in children), signature


def of_child(name: str, whose: str, step: str, then=lambda officer: None, **more) -> Place:
    path = f"/contacts/{{rated}}/children/{{{whose}}}{step}"
    return Place(name, path, then, **{"who": MASH_EMAIL, "title": TITLE, **more})


TITLE = rf".*[Cc]hild [0-9](,| in contact) {REFERENCE}"

PLACES_OF_RATING = (
    Place("your contacts", "/contacts/mine", who=MASH_EMAIL),
    Place("team contacts", "/contacts/team", who=MASH_EMAIL),
    Place("rate", "/contacts/{told}/children/{told_child}/rating", title=TITLE, who=MASH_EMAIL),
    Place(
        "rate, nothing entered",
        "/contacts/{told}/children/{told_child}/rating",
        save,
        title=TITLE,
        who=MASH_EMAIL,
        has_errors=True,
    ),
    of_child("child, rated", "unexplained", "", like_another=True),
    of_child("suggestion, a reason missing", "unexplained", "/suggestion"),
    of_child("suggestion, no reason given", "unexplained", "/suggestion", save, has_errors=True),
    of_child("decide", "ready", "/decision"),
    of_child("decide, nothing entered", "ready", "/decision", save, has_errors=True),
    of_child("decide, too long", "ready", "/decision", too_long, has_errors=True),
    of_child("child, a decision to be signed", "held", "", like_another=True),
    Place(
        "decision at MASH to sign",
        "/signatures/{held_signature}",
        title=f"A decision at MASH that nobody takes alone, {REFERENCE}",
        who=MASH_MANAGER,
    ),
)
