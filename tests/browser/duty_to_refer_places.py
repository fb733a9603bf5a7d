"""The pages of the duty to refer and of turning 18, with and without something wrong on them."""

from tests.browser.journey import Officer
from tests.browser.place import Place, save

REFERENCE = "[A-Z]+-[A-Z0-9]+"


def place(name: str, case: str, page: str, then=lambda officer: None, **more) -> Place:
    path = f"/cases/{{{case}}}/{page}"
    return Place(name, path, then, **{"title": f".*, {REFERENCE}", **more})


def wrong(name: str, case: str, page: str, then=save) -> Place:
    return place(name, case, page, then, has_errors=True)


def not_quite_a_name(officer: Officer) -> None:
    officer.fill_in(consents="yes", authority="Newcastle", agrees="yes")
    save(officer)


def no_duty_and_no_reason(officer: Officer) -> None:
    officer.fill_in(outcome="no_duty")
    save(officer)


PLACES_OF_THE_DUTY_TO_REFER = (
    place("notice", "decided", "duty-to-refer"),
    place("notice, ready", "notice_ready", "duty-to-refer"),
    place("notice, answered", "notice_owed", "duty-to-refer"),
    place("notice, asked about", "decided", "duty-to-refer/answer"),
    wrong("notice, asked about, wrong", "decided", "duty-to-refer/answer", not_quite_a_name),
    place("notice sent", "notice_ready", "duty-to-refer/sent"),
    wrong("notice sent, nothing entered", "notice_ready", "duty-to-refer/sent"),
    place("notice acknowledged", "notice_sent", "duty-to-refer/acknowledged"),
    wrong("notice, outcome wrong", "notice_sent", "duty-to-refer/outcome", no_duty_and_no_reason),
    wrong("notice, duty ended, nothing entered", "notice_owed", "duty-to-refer/ended"),
    wrong("notice withdrawn, nothing entered", "notice_sent", "duty-to-refer/withdrawn"),
    place("notice that cannot be sent", "decided", "duty-to-refer/sent", status=409),
    place("turning 18", "decided", "turning-18"),
)
