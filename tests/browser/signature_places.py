"""The pages of second signatures, as the officer and as the manager see them."""

from tests.browser.journey import EMAIL, MANAGER, Officer
from tests.browser.place import Place, save

DIFFERS = r"A decision that differs from the advice, [A-Z]+-[A-Z0-9]+"


def signature(name: str, id: str, then=lambda officer: None, who: str = EMAIL, **more) -> Place:
    return Place(name, f"/signatures/{{{id}}}", then, title=DIFFERS, who=who, **more)


def ask_nothing(officer: Officer) -> None:
    officer.fill_in(says="ask")
    save(officer)


def withdraw_without_a_reason(officer: Officer) -> None:
    officer.page.locator("summary", has_text="Withdraw").click()
    officer.press("Withdraw")


PLACES_OF_SIGNATURES = (
    Place("signatures", "/signatures"),
    Place("signatures to give", "/signatures", who=MANAGER),
    signature("signature", "signature"),
    signature(
        "signature, withdrawn without a reason",
        "signature",
        withdraw_without_a_reason,
        has_errors=True,
    ),
    signature("signature to give", "signature", who=MANAGER),
    signature("signature, nothing chosen", "signature", save, who=MANAGER, has_errors=True),
    signature("signature, nothing asked", "signature", ask_nothing, who=MANAGER, has_errors=True),
    signature("signature, sent back", "sent_back"),
    signature("signature, nothing answered", "sent_back", save, has_errors=True),
    signature("signature, declined", "declined"),
    signature("signature, withdrawn", "withdrawn"),
)
