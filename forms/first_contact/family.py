"""Family who might help: how they can be reached (3-f), and what they say (3-h, 3-j).

Asking the young person for details is not contacting anybody. What is about contact is shown
only where family may be contacted (A44).
"""

from forms.card import NOT_KNOWN, PresentationForm, RecordForm
from forms.fields import OneOf, Option, QuestionForm, ShortText, Words, YesNoNotKnown
from forms.first_contact.safe_contact import why_family_is_not_contacted
from forms.journeys import Page, Records, Section, SoFar

FROM_THEM = "From the young person. Asking them is not contacting anybody."


class CarerForm(RecordForm):
    name = ShortText(
        "What is their name?",
        hint="Leave it blank if nobody knows",
        why="So that nobody is mixed up with somebody else.",
        noun="The name",
        max_length=100,
    )
    relationship = OneOf(
        "Who are they?",
        (
            ("mother", "Mother"),
            ("father", "Father"),
            ("step_parent", "Step-parent"),
            ("guardian", "Guardian or somebody else who brings them up"),
            NOT_KNOWN,
        ),
        why="Every parent is asked for, also one who does not live at home.",
    )
    parental_responsibility = YesNoNotKnown(
        "Do they have parental responsibility?",
        why="The law gives them a say in where the young person lives.",
    )
    identified = YesNoNotKnown(
        "Is it known for certain who they are?",
        why="A parent nobody has named is easily forgotten.",
    )
    reach = Words(
        "How can they be reached?",
        hint=FROM_THEM,
        why="It is written down now, and used only where it is safe.",
        noun="How they can be reached",
        max_length=500,
        rows=2,
    )


class CarersCompleteForm(PresentationForm):
    carers_complete = YesNoNotKnown(
        "Is this every parent and carer?",
        why="Only a full list can show that nobody is willing to have them home.",
    )


class RelativeForm(RecordForm):
    name = ShortText(
        "What is their name?",
        hint="Leave it blank if nobody knows",
        why="So that nobody is mixed up with somebody else.",
        noun="The name",
        max_length=100,
    )
    relationship = ShortText(
        "Who are they to the young person?",
        hint="For example grandmother, uncle, grown-up sister",
        why="It shows how close they are.",
        noun="Who they are",
        max_length=100,
    )
    might_help = YesNoNotKnown(
        "Does the young person think they might help?",
        why="With somewhere to stay, or in another way.",
    )
    reach = Words(
        "How can they be reached?",
        hint=FROM_THEM,
        why="It is written down now, and used only where it is safe.",
        noun="How they can be reached",
        max_length=500,
        rows=2,
    )


class RelativesCompleteForm(PresentationForm):
    relatives_complete = YesNoNotKnown(
        "Is this everybody who might help?",
        why="So that whoever helps next knows whether to ask again.",
    )


class WhatACarerSaysForm(PresentationForm):
    contacted = OneOf(
        "Has anybody spoken with them?",
        (
            Option("yes", "Yes", reveals="their_view"),
            Option("no", "No", reveals="why_not_contacted"),
            NOT_KNOWN,
        ),
        why="Each parent's view counts, above all with parental responsibility.",
    )
    their_view = Words("What do they say?", noun="What they say", max_length=2000, rows=3)
    why_not_contacted = Words("Why not?", noun="The reason", max_length=1000, rows=2)
    willing = YesNoNotKnown(
        "Are they willing to have the young person home?",
        why="A home that does not want them is not a home to go back to.",
    )


class MediationForm(PresentationForm):
    mediation = OneOf(
        "Has mediation been tried?",
        (
            Option("yes", "Yes", reveals="mediation_outcome"),
            Option("no", "No", reveals="why_no_mediation"),
            NOT_KNOWN,
        ),
        hint="Only if the young person wants it",
        why="What went wrong can sometimes be put right.",
    )
    mediation_outcome = Words("What came of it?", noun="What came of it", max_length=2000, rows=3)
    why_no_mediation = Words("Why not?", noun="The reason", max_length=1000, rows=2)


class RemoveForm(QuestionForm):
    reason = Words(
        "Why?",
        hint="For example: entered twice, or not a relative after all",
        error="Enter why it is taken off the list",
        noun="The reason",
        max_length=500,
        rows=3,
    )


def may_be_contacted(so_far: SoFar) -> bool:
    return so_far.is_so("family_contact_allowed") and so_far.is_so("within_protocol")


def may_be_asked_for(so_far: SoFar) -> bool:
    return so_far.applies("3-f") or may_be_contacted(so_far)


FAMILY_DETAILS = Section(
    "Family who might help",
    (
        Records(
            slug="carers",
            form=CarersCompleteForm,
            shown_when=may_be_asked_for,
            title="Parents and carers",
            kind="carer",
            record_form=CarerForm,
            each="A parent or carer",
        ),
        Records(
            slug="relatives",
            form=RelativesCompleteForm,
            shown_when=may_be_asked_for,
            title="Relatives who might help",
            kind="relative",
            record_form=RelativeForm,
            each="A relative",
        ),
    ),
    waits=why_family_is_not_contacted,
)

WHAT_FAMILY_SAYS = Section(
    "What family says",
    (
        Records(
            slug="family-views",
            form=PresentationForm,
            shown_when=may_be_contacted,
            title="What each parent or carer says",
            kind="carer",
            record_form=WhatACarerSaysForm,
            each="What a parent or carer says",
            adds=False,
        ),
        Page("mediation", MediationForm, shown_when=may_be_contacted),
    ),
    waits=why_family_is_not_contacted,
)
