"""What an officer does, in short."""

from tests.web.browser import line

START = "/young-person-here-now"
SHOW = "Show what has to happen tonight"
SAVE = "Save your decision"

SEVENTEEN = ["15", "1", "2009"]
NOWHERE = {"where": "nowhere", "age": "date_of_birth", "date_of_birth": SEVENTEEN, "asked": "now"}
REASON, TOLD = "Put out by a parent.", "That there is a bed."
BED = {"decision": "bed_and_mash", "reason": REASON, "told": TOLD}


def came(browser, **answers):
    """Somebody came: the card that the answers lead to."""
    return browser.follow(browser.submit(browser.get(START), SHOW, **answers))


def page_of(card, name):
    """The address of another page about the young person on this card."""
    return card.url.replace("/tonight", f"/{name}")


def id_of(card):
    return card.url.split("/")[2]


def deciding(browser, card):
    """The page to decide on."""
    return browser.get(page_of(card, "decision"))


def answer(page, label):
    """The value to post for the answer with this label to who it is."""
    labels = page.soup.select("label[for^=who]")
    (found,) = [each for each in labels if line(each).startswith(label)]
    return page.soup.find(id=found["for"])["value"]


def decided(browser, card, **more):
    """The case that the decision opened, of somebody new, whoever on record is like them."""
    page = browser.submit(deciding(browser, card), SAVE, None, **{**BED, **more})
    if page.status == 400:
        page = browser.submit(page, SAVE, who=answer(page, "None of these"))
    case = f"/cases/{id_of(card)}"
    assert page.location.startswith(case)
    return browser.get(case)
