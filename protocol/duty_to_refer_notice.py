"""The notice itself, as the housing authority reads it: as little as it needs, and no more.

Nothing about family, about harm or about where they sleep: none of it is asked of whoever writes
the notice, so none of it can slip in.
"""

from datetime import date

WHY = {
    "homeless": "We think that this young person is homeless.",
    "threatened": "We think that this young person may become homeless within 56 days.",
}

NOT_ON_RECORD = "not on record"


def notice_text(
    *,
    authority: str,
    council: str,
    sender: str,
    reference: str,
    name: str | None,
    contact: str,
    reason: str,
    agreed_on: date,
) -> str:
    """Plain text, in paragraphs. ``reason`` is one of ``WHY``; ``name`` nothing where nobody
    knows it."""
    day = f"{agreed_on.day} {agreed_on:%B %Y}"
    return "\n\n".join(
        (
            "Duty to refer: notice under section 213B of the Housing Act 1996",
            f"To: {authority}, local housing authority\n"
            f"From: {sender}, {council}\n"
            f"Our reference: {reference}",
            WHY[reason],
            f"Name: {name or NOT_ON_RECORD}\nHow to get in touch: {contact}",
            f"The young person has consented to this notice, has chosen {authority} to get it, and "
            f"agrees that you get these contact details ({day}). Please use no others.",
            "This notice is not a homelessness application. It does not take the place of what our "
            "children's services owe them, which goes on.",
            "Please let us know that you have it, and what you decide.",
        )
    )
