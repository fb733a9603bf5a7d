"""Notices to a housing authority, at the browser."""

from tests.browser.journey import Officer

YES = {
    "came": "family_services",
    "consents": "yes",
    "authority": "Barnet",
    "agrees": "yes",
    "contact": "A text to 07700 900123, after 4pm",
    "reason": "homeless",
}
SENT = {"how": "email", "to": "dutytorefer@barnet.gov.uk", "on": "today"}
RELIEF = {"outcome": "relief", "on": "today"}
STEPS = {
    "ready": (("answer", "Save what they say", YES),),
    "sent": (("sent", "Save that it was sent", SENT),),
    "owed": (("outcome", "Save what it decided", RELIEF),),
}


def notices_on_record(officer: Officer) -> tuple[str, str, str]:
    """The ids of cases whose notice is ready, sent, and answered by the authority."""
    return (
        notice(officer, "ready"),
        notice(officer, "ready", "sent"),
        notice(officer, "ready", "sent", "owed"),
    )


def notice(officer: Officer, *states: str) -> str:
    """The id of a new case whose notice has come so far."""
    officer.card()
    officer.decide()
    id = officer.path.split("/")[2]
    for page, button, answers in (step for state in states for step in STEPS[state]):
        officer.open(f"/cases/{id}/duty-to-refer/{page}")
        officer.fill_in(**answers)
        officer.press(button)
    return id
