"""Every page of receiving a contact, and what is on record for them."""

from datetime import date, datetime, timedelta

from rules.calendar import LONDON
from tests.browser.journey import MASH_EMAIL, Officer
from tests.browser.place import TYPED_IN, Place, save, too_long

HARM_FIRST = "A child may be at risk of significant harm now: tell the assessment team"
TOLD = {
    "route": "phone",
    "source_group": "health",
    "agency": "Made-Up Ward",
    "told_by": "Pat Example, ward sister",
    "contact_details": "020 7946 0000",
    "says": "She came with a bruise, and says that she cannot go home.",
}
REFERENCE = "[A-Z]+-[A-Z0-9]+"
CHILD = "{told}/children/{told_child}"


def write_down(mash: Officer, name: str, day: date, **more: str) -> None:
    """A contact told at one in the morning of a day: saved, and where that leads."""
    mash.open("/contacts/new")
    mash.fill_in(**TOLD, name=name, **more)
    told_at = {"day": day.day, "month": day.month, "year": day.year, "time": "01:00"}
    for part, typed in told_at.items():
        mash.page.fill(f"#received_at-{part}", str(typed))
    mash.press("Save the contact")


def contacts_told(mash: Officer) -> tuple[str, str, str, str]:
    """The ids of a contact and its child, whose case turned up later, and of one that began with
    the child's danger and its child."""
    yesterday = datetime.now(LONDON).date() - timedelta(days=1)
    write_down(mash, "Tess Told", yesterday, safe_tonight="no")
    told = mash.path.split("/")[2]
    mash.follow("Open child 1")
    told_child = mash.path.split("/")[4]
    mash.open("/contacts/new")
    mash.press(HARM_FIRST)
    unnamed = mash.path.split("/")[2]
    mash.follow("Open child 1")
    return told, told_child, unnamed, mash.path.split("/")[4]


def too_long_a_contact(mash: Officer) -> None:
    """In every box but those of the button above."""
    for choice in mash.page.locator("main input[aria-controls]").all():
        choice.check()
    for box in mash.page.locator(TYPED_IN).all():
        if box.is_visible():
            box.fill("x" * 5000)
    mash.press("Save the contact")


def too_long_a_line(mash: Officer) -> None:
    mash.page.locator("summary", has_text="Add a line").click()
    mash.page.fill("#harm-words", "x" * 5000)
    mash.press(HARM_FIRST)


def somebody_alike(mash: Officer) -> None:
    mash.page.fill("#name", "Tess Tolld")
    mash.press("Save the contact")


PLACES_OF_RECEIVING = (
    Place("record a contact", "/contacts/new", who=MASH_EMAIL),
    Place(
        "record a contact, nothing entered",
        "/contacts/new",
        lambda mash: mash.press("Save the contact"),
        has_errors=True,
        who=MASH_EMAIL,
    ),
    Place(
        "record a contact, of somebody alike",
        "/contacts/new",
        somebody_alike,
        has_errors=True,
        who=MASH_EMAIL,
    ),
    Place(
        "record a contact, too long",
        "/contacts/new",
        too_long_a_contact,
        has_errors=True,
        who=MASH_EMAIL,
    ),
    Place(
        "record a contact, too long a line for the team",
        "/contacts/new",
        too_long_a_line,
        has_errors=True,
        who=MASH_EMAIL,
    ),
    Place("contact, told", "/contacts/{told}", title=f"Contact {REFERENCE}", who=MASH_EMAIL),
    Place(
        "contact, begun with danger",
        "/contacts/{unnamed}",
        title=f"Contact {REFERENCE}",
        who=MASH_EMAIL,
    ),
    Place("what we were told", "/contacts/{unnamed}/told", who=MASH_EMAIL),
    Place(
        "what we were told, nothing entered",
        "/contacts/{unnamed}/told",
        save,
        has_errors=True,
        who=MASH_EMAIL,
    ),
    Place("another child", "/contacts/{told}/children/new", who=MASH_EMAIL),
    Place(
        "another child, too long",
        "/contacts/{told}/children/new",
        too_long,
        has_errors=True,
        who=MASH_EMAIL,
    ),
    Place(
        "child in a contact",
        f"/contacts/{CHILD}",
        title=f"Child 1 in contact {REFERENCE}",
        who=MASH_EMAIL,
    ),
    Place(
        "child nobody has named",
        "/contacts/{unnamed}/children/{unnamed_child}",
        title=f"Child 1 in contact {REFERENCE}",
        who=MASH_EMAIL,
    ),
    Place("history of a child", f"/contacts/{CHILD}/history", title="History", who=MASH_EMAIL),
    Place("harm", f"/contacts/{CHILD}/harm", who=MASH_EMAIL),
    Place("harm, too long", f"/contacts/{CHILD}/harm", too_long, has_errors=True, who=MASH_EMAIL),
    Place("harm, told", "/contacts/{unnamed}/children/{unnamed_child}/harm", who=MASH_EMAIL),
    Place("tell their workers, nobody", f"/contacts/{CHILD}/tell-their-workers", who=MASH_EMAIL),
    Place("who the child is", "/contacts/{unnamed}/children/{unnamed_child}/who", who=MASH_EMAIL),
    Place(
        "who the child is, too long",
        "/contacts/{unnamed}/children/{unnamed_child}/who",
        too_long,
        has_errors=True,
        who=MASH_EMAIL,
    ),
    Place("who the child is, known", f"/contacts/{CHILD}/who", like_another=True, who=MASH_EMAIL),
)
