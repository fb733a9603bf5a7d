"""The single assessment: seven dimensions, both halves, family, and what it found (5.1, app 1)."""

from datetime import datetime

from checklists.seven_dimensions import DIMENSIONS, Dimension
from forms.asked import ask
from forms.card import NOT_KNOWN
from forms.case_form import CaseForm
from forms.case_journeys.who_answers import BY_SOCIAL_WORK, HOUSING_ROLES, SOCIAL_WORK
from forms.fields import OneOf, Option, Words
from forms.first_contact.family import may_be_contacted
from forms.first_contact.safe_contact import why_family_is_not_contacted
from forms.journeys import Journey, Page, Records, Section, SoFar, Waits

HOUSINGS_HALF, SOCIAL_WORKS_HALF = "housing_half_done", "social_work_half_done"


def dimension_page(dimension: Dimension) -> Page:
    """What the young person says, and beside it what the worker sees: never one for the other."""
    consider = "; ".join(dimension.consider)
    questions = {
        f"{dimension.id}_in_their_words": Words(
            f"What does the young person say about {dimension.title.lower()}?",
            hint="In their own words",
            why="It is their life. What they say is never replaced by what others think.",
            noun="What they say",
            max_length=4000,
            rows=5,
        ),
        f"{dimension.id}_worker": Words(
            "What do you see, and what do they need?",
            hint=f"Consider {consider}",
            why="Say what you have seen and what others told you, and who.",
            noun="What you see",
            max_length=4000,
            rows=5,
        ),
    }
    form = type(f"{dimension.id.title()}Form", (CaseForm,), questions)
    return Page(dimension.id, form, title=dimension.title)


class ReceivedForm(CaseForm):
    referral_received_at = ask("referral_received_at")


class SocialWorksHalfForm(CaseForm):
    social_work_half_done = OneOf(
        "Has children's social care done its half of the assessment?",
        (Option("yes", "Yes"), Option("no", "Not yet"), NOT_KNOWN),
        hint="The assessment is carried out together with Housing Options",
        why="So that neither waits for the other without knowing it.",
    )
    social_work_half_words = Words(
        "What is left, or what came of it?", noun="What is left", max_length=2000, rows=3
    )


class HousingsHalfForm(CaseForm):
    housing_half_done = OneOf(
        "Has Housing Options done its half of the assessment?",
        (Option("yes", "Yes"), Option("no", "Not yet"), NOT_KNOWN),
        hint="What Housing owes them under Part VII of the Housing Act 1996",
        why="So that neither waits for the other without knowing it.",
    )
    housing_half_words = Words(
        "What does Housing owe them, as far as can be told now?",
        noun="What Housing owes them",
        max_length=2000,
        rows=4,
    )


class AssessmentViewForm(CaseForm):
    asked_for_assessment = OneOf(
        "Have they been asked for their view, for the assessment?",
        (
            Option("yes", "Yes", reveals="assessment_view"),
            Option("no", "No", reveals="why_no_assessment_view"),
            NOT_KNOWN,
        ),
        why="Every parent and carer is asked, also one who does not live at home.",
    )
    assessment_view = Words("What do they say?", noun="What they say", max_length=4000, rows=4)
    why_no_assessment_view = Words("Why not?", noun="The reason", max_length=1000, rows=2)


class LivingAwayForm(CaseForm):
    living_away_from_home = ask("living_away_from_home")


class StayedForm(CaseForm):
    stayed_with_family_or_friends = ask("stayed_with_family_or_friends")


class ConferenceAgreedForm(CaseForm):
    agrees_to_family_group_conference = ask(
        "agrees_to_family_group_conference",
        hint="Ask them alone. Asking them is not contacting anybody.",
    )
    safe_person_for_family_group_conference = ask("safe_person_for_family_group_conference")
    conference_in_their_words = Words(
        "What do they say about it?",
        hint="In their words: whom they want there, whom not, or why they do not want it",
        noun="What they say",
        max_length=2000,
        rows=3,
    )


class ConferenceForm(CaseForm):
    conference_held = OneOf(
        "Has the family group conference been held?",
        (
            Option("yes", "Yes", reveals="what_came_of_it"),
            Option("no", "No", reveals="why_no_conference"),
            NOT_KNOWN,
        ),
        why="It is the family's own plan, and it can be the way to a home.",
    )
    what_came_of_it = Words("What came of it?", noun="What came of it", max_length=4000, rows=4)
    why_no_conference = Words(
        "Why not?",
        hint="Nobody safe to invite is a reason, and so is their no",
        noun="The reason",
        max_length=1000,
        rows=2,
    )


class InNeedForm(CaseForm):
    in_need = ask("in_need")
    in_need_words = Words(
        "Why?",
        hint="Homeless means in need. Whoever finds otherwise writes down why, and a manager who "
        "did not write the assessment has to agree.",
        noun="Why",
        max_length=4000,
        rows=4,
    )


class NeedsAccommodationForm(CaseForm):
    assessed_as_needing_accommodation = ask("assessed_as_needing_accommodation")
    needing_accommodation_words = Words(
        "Why, and for how long?", noun="Why", max_length=4000, rows=4
    )


class DecidedForm(CaseForm):
    assessment_decided_at = ask("assessment_decided_at")
    decided_by = Words(
        "Who decided it?", hint="Everybody, by name", noun="Who decided it", max_length=500, rows=2
    )


class LongerForm(CaseForm):
    assessment_needs_longer = ask(
        "assessment_needs_longer",
        hint="A manager records whether they agree, on the page of the assessment",
    )
    why_longer = Words("What is the reason?", noun="The reason", max_length=2000, rows=3)


class CompleteForm(CaseForm):
    assessment_complete = ask("assessment_complete")


def not_known_when_received(so_far: SoFar) -> bool:
    """Asked only where no contact on record shows it."""
    return not isinstance(so_far.rules(so_far.given).facts.get("referral_received_at"), datetime)


def may_live_away(so_far: SoFar) -> bool:
    return bool(so_far.value("living_away_from_home") != "no")


def conference_may_be_held(so_far: SoFar) -> bool:
    return may_live_away(so_far) and so_far.value("agrees_to_family_group_conference") == "yes"


ASSESSMENT = Journey(
    "assessment",
    (
        Section("The seven dimensions", tuple(dimension_page(each) for each in DIMENSIONS)),
        Section(
            "Together with Housing",
            (
                Page("received", ReceivedForm, shown_when=not_known_when_received),
                Page("social-work-half", SocialWorksHalfForm, answered_by=SOCIAL_WORK),
                Page("housing-half", HousingsHalfForm, answered_by=HOUSING_ROLES),
            ),
            waits=lambda so_far: Waits("Each half is answered by those who do it."),
        ),
        Section(
            "What parents and carers say",
            (
                Records(
                    slug="views",
                    form=CaseForm,
                    shown_when=may_be_contacted,
                    title="What each parent or carer says to the assessment",
                    kind="carer",
                    record_form=AssessmentViewForm,
                    each="What a parent or carer says to the assessment",
                    adds=False,
                ),
            ),
            waits=why_family_is_not_contacted,
        ),
        Section(
            "Family group conference",
            (
                Page("living-away", LivingAwayForm),
                Page("stayed", StayedForm),
                Page(
                    "conference-agreed",
                    ConferenceAgreedForm,
                    shown_when=may_live_away,
                    title="A family group conference",
                ),
                Page("conference", ConferenceForm, shown_when=conference_may_be_held),
            ),
        ),
        Section(
            "What the assessment found",
            (
                Page("in-need", InNeedForm, answered_by=SOCIAL_WORK),
                Page("needs-accommodation", NeedsAccommodationForm, answered_by=SOCIAL_WORK),
                Page("decided", DecidedForm, answered_by=SOCIAL_WORK),
                Page("longer", LongerForm, answered_by=SOCIAL_WORK),
                Page("complete", CompleteForm, answered_by=SOCIAL_WORK),
            ),
            waits=lambda so_far: BY_SOCIAL_WORK,
        ),
    ),
    title="Assessment",
    intro="Everybody who is homeless, or may be soon, is assessed, whatever their bed is called "
    "and wherever they sleep. What the young person says stands beside what you see.",
)
