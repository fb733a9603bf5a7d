"""The journal is the truth: the tables beside it can be lost, and every page comes back."""

from contextlib import closing

from bs4 import BeautifulSoup

from store import tables
from store.database import connect, write
from tests.browser.journey import EMAIL, MANAGER, MASH_EMAIL, NAME, Officer

# What a page makes anew each time it is shown: what protects a form, and an id not used yet.
NEW_EACH_TIME = {
    "[nonce]": "nonce",
    "[name$=csrf_token], [name=command_id], [name=ticket]": "value",
    "a.govuk-button[href*='/carers/']": "href",
}


def test_every_page_is_the_same_once_the_tables_are_made_anew(opened, front_door):
    desks = {email: Officer(opened(), front_door.url) for email in (EMAIL, MASH_EMAIL, MANAGER)}
    for email, desk in desks.items():
        desk.sign_in(email)
    pages = walked(*desks.values())
    before = {page: shown(desks, *page) for page in pages}
    case = next(page for page in pages if page[1].startswith("/cases/"))
    assert NAME in before[case]

    lose_every_table(front_door.database)
    assert NAME not in shown(desks, *case)
    front_door.command("rebuild-tables")
    for page in pages:
        assert shown(desks, *page) == before[page], page


def walked(officer, mash, manager):
    """Two young people, one sent to MASH and one whose decision a manager asks about. Every page
    of theirs, with who looks at it."""
    card = officer.card(where="nowhere", family="agrees", risk_of_significant_harm="no")
    listed = officer.interview()
    officer.follow("Family who might help")
    officer.press("Add a parent or carer")
    officer.fill_in(name="Ann Made-Up", relationship="mother")
    officer.press("Save")
    officer.asked("Parents and carers", carers_complete="yes")
    officer.open(card)
    officer.decide()
    hand_over = officer.path
    officer.confirm_bed("foster", "Pat Made-Up")
    officer.follow("See and print the referral")
    contact = officer.path
    mash.open(contact)
    mash.press("I have it")
    officer.open(hand_over)
    case = officer.open_case()
    officer.follow("Other names and other records")
    person = officer.path

    officer.card(where="nowhere", born=None)
    officer.depart("Quill Unlike")
    signature = officer.open_signature()
    manager.open(signature)
    manager.fill_in(says="ask", question="Where did they sleep last night?")
    manager.press("Save")
    officer.card(where="homeless")  # not decided

    young_person = card.removesuffix("/tonight")
    theirs = [case, hand_over, person, contact, listed, card, signature]
    theirs += [f"{listed}/check", f"{listed}/carers", f"{young_person}/why"]
    homes = [(email, "/") for email in (EMAIL, MASH_EMAIL, MANAGER)]
    lists = [(MASH_EMAIL, "/contacts"), (MANAGER, "/signatures"), (MANAGER, signature)]
    return [*((EMAIL, path) for path in theirs), *homes, *lists]


def shown(desks, who, path):
    """The page as it stands, without what is new each time."""
    page = BeautifulSoup(desks[who].page.request.get(desks[who].url + path).text(), "html.parser")
    for selector, attribute in NEW_EACH_TIME.items():
        for each in page.select(selector):
            del each[attribute]
    return str(page)


def lose_every_table(database):
    db = connect(database)
    with closing(db.conn), write(db):
        for table in tables.kept_tables():
            db.table(table).delete_where()
