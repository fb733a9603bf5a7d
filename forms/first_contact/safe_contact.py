"""Asked first, alone: whether family may be contacted and what threatens them (A44)."""

from forms.answering import no_answer
from forms.card import NOT_KNOWN, FamilyForm, HarmForm, PresentationForm
from forms.fields import OneOf, Option, Ticks, Words
from forms.journeys import Page, Section, SoFar, Waits
from protocol.people import SOCIAL_WORKER

REFUSED = ("refuses", "unsafe")

ALONE = "Alone with them: safe contact"


class FamilyReasonForm(PresentationForm):
    family_reason = Words(
        "Why do they not want their family contacted?",
        hint="In their words. It is enough, and nobody argues with it.",
        why="Their reason stands in for what is not asked of their family.",
        noun="Their reason",
        max_length=2000,
        rows=4,
    )
    no_answer = no_answer()


class SignsForm(PresentationForm):
    signs = Ticks(
        "Is there any sign of these?",
        (
            Option("violence_or_abuse", "Violence or abuse at home"),
            Option("forced_marriage", "Being made to marry"),
            Option("honour_based_abuse", "Abuse in the name of honour"),
            Option("exploited", "Being exploited, or under pressure from a gang"),
            Option("self_harm", "Hurting themselves, or thinking of ending their life"),
            Option("looked_for", "Somebody is looking for them"),
            Option("none", "None of these", alone=True),
            Option("not_known", "Not known yet", alone=True),
        ),
        hint="Ask alone. Any of them counts as a sign of serious harm. With one of the first "
        "three, nobody contacts the family.",
        why="It decides whom to ring now, and whether anybody may speak with the family.",
    )
    signs_words = Words(
        "What did they say, or what did you see?",
        noun="What they said or you saw",
        max_length=2000,
        rows=3,
    )


class SocialWorkerForm(PresentationForm):
    social_worker_allows_family_contact = OneOf(
        "As a social worker, do you decide that family may be contacted?",
        (Option("yes", "Yes"), Option("no", "No"), NOT_KNOWN),
        hint="Only a social worker answers this. Until then nobody contacts the family.",
        why="Where contact may be unsafe, only a social worker decides.",
    )
    social_worker_reason = Words("Why, and with whom?", noun="Your reason", max_length=2000, rows=3)


def refused(so_far: SoFar) -> bool:
    return so_far.value("family") in REFUSED


SAFE_CONTACT = Section(
    ALONE,
    (
        Page("family", FamilyForm),
        Page("family-reason", FamilyReasonForm, shown_when=refused),
        Page("harm", HarmForm),
        Page("signs", SignsForm),
        Page("social-worker", SocialWorkerForm, answered_by=(SOCIAL_WORKER,)),
    ),
)

OUTSIDE = Waits(
    "This is asked about 16- and 17-year-olds. What has to happen for them is on the card."
)
REASON_IS_ENOUGH = Waits(
    "They do not want their family contacted, and their reason is recorded. That is enough.",
    enough=True,
)


def why_family_is_not_contacted(so_far: SoFar) -> Waits:
    """In words, why the parts about family cannot start."""
    if not so_far.is_so("within_protocol"):
        return OUTSIDE
    if refused(so_far):
        reason = so_far.given.standing("family_reason")
        if reason in ("answered", "declined", "unsafe_to_ask"):
            return REASON_IS_ENOUGH
        return Waits(
            f"They do not want their family contacted. Record why under “{ALONE}”. That is enough."
        )
    if so_far.value("family") != "agrees":
        return Waits("Ask the young person first, alone, whether their family may be contacted.")
    return Waits(
        "Something points to harm, or they have not been asked about it. "
        "A social worker decides first."
    )
