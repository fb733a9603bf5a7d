"""The duty to refer, in short: what is answered, and each step on from there."""

SAVE = "Save what they say"
YES = {
    "came": "family_services",
    "consents": "yes",
    "authority": "Barnet",
    "agrees": "yes",
    "contact": "A text to 07700 900123, after 4pm",
    "reason": "homeless",
}
NO = {"came": "family_services", "consents": "no"}
TODAY = {"on": "today"}
SENT = {"how": "email", "to": "dutytorefer@barnet.gov.uk", **TODAY}
HAS_IT = {"by": "Ann, Housing Options", **TODAY}
RELIEF = {"outcome": "relief", **TODAY}
NO_DUTY = {"outcome": "no_duty", "why_no_duty": "not_reached", **TODAY}
LASTS = {"why": "suits_six_months", **TODAY}
WITHDRAW = {"reason": "wrong_authority", "words": "They live in Enfield."}


def of(case, name=""):
    """The address of a page about the notice of this case."""
    return f"{case.url.removesuffix('/')}/duty-to-refer{name and '/'}{name}"


def step(browser, case, name, status=302, **answers):
    """Open the page of a step, fill it in and save it."""
    page = browser.submit(browser.get(of(case, name)), "", status, **answers)
    return browser.follow(page) if status == 302 else page


def brought_to(browser, case, *steps):
    """Each step is a page and what is answered there."""
    page = browser.get(of(case))
    for name, answers in steps:
        page = step(browser, case, name, **answers)
    return page


READY = (("answer", YES),)
IS_SENT = (*READY, ("sent", SENT))
OWED = (*IS_SENT, ("outcome", RELIEF))


def pages_of_notices(browser, new_case):
    """The address of every page, each of a case in which it can be used."""
    ready, is_sent, owed = new_case(), new_case(), new_case()
    brought_to(browser, ready, *READY)
    brought_to(browser, is_sent, *IS_SENT)
    brought_to(browser, owed, *OWED)
    pages = ((ready, ("", "answer", "sent", "withdrawn", "notice.eml")),)
    pages += ((is_sent, ("acknowledged", "outcome")), (owed, ("ended",)))
    return [of(case, name) for case, names in pages for name in names]
