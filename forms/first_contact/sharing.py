"""The way on, and what the young person is told or asked about it (3-k, 3-l, gap-3; A15).

Consent is asked only where 3-k applies. Where nothing is asked, they are told all the same.
"""

from forms.answering import no_answer
from forms.card import NOT_KNOWN, PresentationForm
from forms.fields import OneOf, Option, ShortText, Ticks, Words, YesNoNotKnown
from forms.first_contact.family import may_be_contacted
from forms.first_contact.safe_contact import OUTSIDE
from forms.journeys import Page, Section, SoFar, Waits


class EarlyHelpForm(PresentationForm):
    consents_to_early_help = YesNoNotKnown(
        "Do they agree to a referral for early help?",
        hint="Say what it is, who would ring them and what is shared. They can say no.",
        why="It is their own decision, and they can change their mind.",
    )


class ParentsAgreementForm(PresentationForm):
    parent_agrees_to_early_help = YesNoNotKnown(
        "Does a parent or carer agree as well?",
        hint="It never stands in for the young person's own agreement",
        why="It is needed only for the Early Help Panel.",
    )


class WayBackForm(PresentationForm):
    way_back = Ticks(
        "What have you given them?",
        (
            Option("written_advice", "Written advice"),
            Option("way_back", "A way back: whom to ask for, and how"),
            Option("nothing", "Nothing yet", alone=True),
            Option("not_known", "Not known yet", alone=True),
        ),
        hint="Select all that apply",
        why="A no today must not be the end of help.",
    )
    way_back_words = Words(
        "Whom can they ask for?", noun="Whom they can ask for", max_length=500, rows=2
    )


class FollowUpForm(PresentationForm):
    follow_up = OneOf(
        "May we get in touch with them to see how they are?",
        (Option("yes", "Yes", reveals="safe_contact"), Option("no", "No"), NOT_KNOWN),
        hint="With the young person themselves, and only in the way they say is safe",
        why="So that they do not have to come back by themselves.",
    )
    safe_contact = ShortText(
        "How, so that it is safe?",
        hint="For example a text to their own phone, after school. No voicemail.",
        noun="How to get in touch",
        max_length=300,
        width=30,
    )


class AgreementForm(PresentationForm):
    agrees_to_sharing = YesNoNotKnown(
        "Do they agree that we tell the children's team?",
        hint="Their agreement is sought. It is not required.",
        why="The protocol is silent here, so they are asked and their answer is written down.",
    )


class GroundForm(PresentationForm):
    sharing_ground = Words(
        "On what ground is it shared?",
        hint="For example that they agree, or that it protects them or another child from harm",
        why="Whoever shares without being asked to has to be able to say why.",
        noun="The ground",
        max_length=2000,
        rows=4,
    )
    no_answer = no_answer("asked_not_known")  # it is the officer's, and nobody else's to refuse


class ToldForm(PresentationForm):
    told_what_is_shared = OneOf(
        "Have you told them what is shared, with whom and why?",
        (
            Option("yes", "Yes", reveals="told_words"),
            Option("no", "No", reveals="why_not_told"),
            NOT_KNOWN,
        ),
        hint="The children's team (MASH) reads what is written here, so that a social worker can "
        "help. Say so, also where their agreement is not needed.",
        why="It is about them, and they have a right to know.",
    )
    told_words = Words("What did you tell them?", noun="What you told them", rows=3)
    why_not_told = Words("Why not?", noun="The reason", max_length=1000, rows=2)


def early_help(so_far: SoFar) -> bool:
    return so_far.applies("3-k")


def agreed(so_far: SoFar) -> bool:
    return early_help(so_far) and so_far.value("consents_to_early_help") == "yes"


def agreed_and_family_may_be_contacted(so_far: SoFar) -> bool:
    return agreed(so_far) and may_be_contacted(so_far)


def declined(so_far: SoFar) -> bool:
    return early_help(so_far) and so_far.value("consents_to_early_help") == "no"


def silent(so_far: SoFar) -> bool:
    return so_far.applies("gap-3")


def told(so_far: SoFar) -> bool:
    return so_far.applies("a15-tell")


def not_told_yet(so_far: SoFar) -> Waits:
    if not so_far.is_so("within_protocol"):
        return OUTSIDE
    return Waits("Which way on is right cannot be told yet. Answer the parts above first.")


SHARING = Section(
    "The way on, and what is shared",
    (
        Page("early-help", EarlyHelpForm, shown_when=early_help),
        Page(
            "parents-agreement",
            ParentsAgreementForm,
            shown_when=agreed_and_family_may_be_contacted,
        ),
        Page("way-back", WayBackForm, shown_when=declined),
        Page("follow-up", FollowUpForm, shown_when=declined),
        Page("agreement", AgreementForm, shown_when=silent),
        Page("ground", GroundForm, shown_when=silent),
        Page("told", ToldForm, shown_when=told),
    ),
    waits=not_told_yet,
)
