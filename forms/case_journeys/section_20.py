"""Section 20: what they say about it, what they were told, and the questions of the law (5.2).

What they say comes first: it is recorded the moment they say it. A refusal is accepted later, if
at all, by what the rules make of the rest (A24).
"""

from forms.asked import ask, choice
from forms.card import NOT_KNOWN
from forms.case_form import CaseForm, CaseRecordForm
from forms.case_journeys.who_answers import (
    BY_HOUSING,
    BY_SOCIAL_WORK,
    HOUSING_ROLES,
    SOCIAL_WORK,
)
from forms.fields import Moment, OneOf, Option, ShortText, Words, YesNoNotKnown
from forms.journeys import Journey, Page, Records, Section, SoFar, Waits
from protocol.records import RECORDS
from protocol.s20_records import ADVOCATE, CONSIDERED, HOUSING, INFORMATION, OFFER


class OfferForm(CaseRecordForm):
    answer = choice(
        "What did they say about section 20?",
        RECORDS[OFFER].fields["answer"].options,
        why="It is recorded at once, whenever they say it. They can change their mind at any time.",
    )
    their_words = Words(
        "What did they say, in their own words?",
        why="It is their decision, so it is in their words.",
        noun="What they said",
        max_length=4000,
        rows=4,
    )
    at = Moment(
        "When did they say it?",
        noun="When they said it",
        why="What they were told counts only if it came before. They are asked again later.",
    )
    offered_by = ShortText(
        "Who was with them?",
        hint="Everybody who was there, by name",
        noun="Who was with them",
        max_length=200,
        width=30,
    )


class OffersForm(CaseForm):
    """Nothing more is asked of the list: what they said last counts."""


class WishesForm(CaseForm):
    wishes_in_their_words = Words(
        "What do they wish and feel about somewhere to live?",
        hint="In their words",
        noun="What they wish",
        max_length=4000,
        rows=4,
        why="Section 20(6) asks for it. A bed tonight does not wait for it.",
    )
    wishes_ascertained = ask("wishes_ascertained")


class InformationForm(CaseRecordForm):
    at = Moment(
        "When were they informed?",
        noun="When they were informed",
        why="A no counts only if they knew what it means before they said it.",
    )
    written = YesNoNotKnown(
        "Did they get it in writing?", why="So that they can read it again, and show it to others."
    )
    explained = YesNoNotKnown("Was it explained to them?", why="A leaflet explains nothing.")
    in_their_language = YesNoNotKnown(
        "Was that in a language they understand?",
        hint="With an interpreter where they need one, never a relative or a friend",
        why="What nobody understands is no information.",
    )
    what_refusing_means = YesNoNotKnown(
        "Were they told in full what refusing section 20 means?",
        hint="No reviews, nobody to check on their care, less help after 18",
        why="Section 20 brings reviews, somebody to check on their care, and help after 18.",
    )
    informed_by = ShortText("Who explained it?", noun="Who explained it", max_length=200, width=30)


class InformationCompleteForm(CaseForm):
    information_given_complete = YesNoNotKnown(
        "Is this every time they were informed?",
        why="Only a full list can show that they were not.",
    )


class AdvocateForm(CaseRecordForm):
    at = Moment(
        "When was an advocate offered?",
        noun="When it was offered",
        why="It counts only if it came before they said no.",
    )
    offered_by = ShortText("Who offered it?", noun="Who offered it", max_length=200, width=30)
    advocate = ShortText(
        "Who is the advocate, or which service?",
        noun="The advocate",
        max_length=200,
        width=30,
    )
    independent = YesNoNotKnown(
        "Is the advocate independent of the council?",
        hint="An early help worker, or anybody else who works for the council, is not",
        why="An independent advocate works for nobody but them.",
    )
    time_given = YesNoNotKnown(
        "Did they have reasonable time to use one?",
        why="An offer with no time to take it up is no offer.",
    )
    accepted = YesNoNotKnown("Did they accept?", why="They can say no, and yes later.")


class AdvocateCompleteForm(CaseForm):
    advocate_offer_complete = YesNoNotKnown(
        "Is this every time an advocate was offered?",
        why="Only a full list can show that none was.",
    )


class WhoAdvocatesForm(CaseForm):
    who_advocates = ask("who_advocates")


class CapacityForm(CaseRecordForm):
    found = choice(
        "Do they have the capacity to decide about section 20?",
        RECORDS[CONSIDERED].fields["found"].options,
        why="At 16 and over they are taken to have it, but somebody has to have considered it, on "
        "the day they said no or later.",
    )
    at = Moment(
        "When was it considered?",
        noun="When it was considered",
        why="Before the day they said no does not count.",
    )
    how = Words("How was it considered?", noun="How it was considered", max_length=2000, rows=3)


class CapacitiesForm(CaseForm):
    """Nothing more is asked of the list: what was found last counts."""


class ChangedForm(CaseForm):
    circumstances_changed_since_answer = ask("circumstances_changed_since_answer")


class AreaForm(CaseForm):
    in_the_area = ask("in_the_area")


class CauseForm(CaseForm):
    accommodation_cause = ask("accommodation_cause")


class WelfareForm(CaseForm):
    welfare_likely_seriously_prejudiced = ask("welfare_likely_seriously_prejudiced")


class WeighedForm(CaseForm):
    wishes_weighed = ask("wishes_weighed")
    how_weighed = Words("How was it weighed?", noun="How it was weighed", max_length=2000, rows=3)


class WithFamilyForm(CaseForm):
    agrees_to_live_with_family = ask("agrees_to_live_with_family")
    family_home_suitable_with_support = ask("family_home_suitable_with_support")


class ObjectionForm(CaseForm):
    parent_objects_to_s20 = ask(
        "parent_objects_to_s20",
        hint="Only what is known already. Nobody is contacted for this where it may be unsafe.",
    )
    objecting_parent_can_house = ask("objecting_parent_can_house")
    objection_words = Words(
        "Who objects, and what do they say?",
        noun="What they say",
        max_length=2000,
        rows=3,
    )


class CourtOrderForm(CaseForm):
    live_with_holder_agrees = ask("live_with_holder_agrees")


class HousingForm(CaseRecordForm):
    owes_accommodation = YesNoNotKnown(
        "Does Housing owe them accommodation?",
        why="If it does not, and they are still homeless, the social worker is told that day and "
        "section 20 is offered again.",
    )
    reason = choice(
        "If it owes them none, why?",
        RECORDS[HOUSING].fields["reason"].options,
        why="“No duty” without a reason is no decision.",
    )
    reason_words = Words("In your words", noun="The reason", max_length=2000, rows=3)
    written = YesNoNotKnown(
        "Is the decision in writing, with its date?",
        why="They can ask for a review only of a decision they have in their hands.",
    )
    at = Moment(
        "When was it decided?", noun="When it was decided", why="What follows is counted from then."
    )


class HousingsForm(CaseForm):
    """Nothing more is asked of the list: what Housing decided last counts."""


class HousingBelievesForm(CaseForm):
    housing_believes_in_need = ask("housing_believes_in_need")


class Section17Form(CaseForm):
    s17_necessary = OneOf(
        "Is a place to stay under section 17 necessary to keep them safe and well?",
        (Option("yes", "Yes"), Option("no", "No", reveals="why_not_necessary"), NOT_KNOWN),
        why="Homeless and alone at 16 or 17, it is hard to see how it would not be.",
    )
    why_not_necessary = Words(
        "Why not?",
        hint="Then the head of service decides today, and the bed goes on",
        noun="Why not",
        max_length=2000,
        rows=3,
    )
    s17_decided_at = ask("s17_decided_at")


def refused_and_housing_owes_nothing(so_far: SoFar) -> bool:
    return so_far.is_so("refused_with_no_duty")


def not_yet_section_17(so_far: SoFar) -> Waits:
    if refused_and_housing_owes_nothing(so_far):
        return BY_SOCIAL_WORK
    return Waits(
        "Asked only where Housing owes them no home and, asked again after that, they still refuse "
        "section 20. Until then section 20 stays on offer."
    )


SECTION_20 = Journey(
    "section-20",
    (
        Section(
            "What they say",
            (
                Records(
                    slug="offers",
                    form=OffersForm,
                    title="What they said about section 20",
                    kind=OFFER,
                    record_form=OfferForm,
                    each="An answer about section 20",
                    none_yet="Nothing is recorded yet. Whatever they say, record it at once.",
                ),
                Page("wishes", WishesForm),
            ),
        ),
        Section(
            "What they were told",
            (
                Records(
                    slug="information",
                    form=InformationCompleteForm,
                    title="Information given and explained",
                    kind=INFORMATION,
                    record_form=InformationForm,
                    each="A time when they were informed",
                    none_yet="Nothing is recorded yet.",
                ),
                Records(
                    slug="advocate-offers",
                    form=AdvocateCompleteForm,
                    title="Offers of an advocate",
                    kind=ADVOCATE,
                    record_form=AdvocateForm,
                    each="An offer of an advocate",
                    none_yet="No offer is recorded yet.",
                ),
                Page("advocate", WhoAdvocatesForm),
            ),
        ),
        Section(
            "Whether they can decide",
            (
                Records(
                    slug="capacity",
                    form=CapacitiesForm,
                    title="Capacity considered",
                    kind=CONSIDERED,
                    record_form=CapacityForm,
                    each="A time when capacity was considered",
                    none_yet="Nothing is recorded yet.",
                    answered_by=SOCIAL_WORK,
                ),
                Page("changed", ChangedForm),
            ),
        ),
        Section(
            "Is section 20 owed to them?",
            (
                Page("area", AreaForm, answered_by=SOCIAL_WORK),
                Page("cause", CauseForm, answered_by=SOCIAL_WORK),
                Page("welfare", WelfareForm, answered_by=SOCIAL_WORK),
                Page("weighed", WeighedForm, answered_by=SOCIAL_WORK),
            ),
            waits=lambda so_far: BY_SOCIAL_WORK,
        ),
        Section(
            "Parents and family",
            (
                Page(
                    "with-family",
                    WithFamilyForm,
                    title="Living with family",
                    answered_by=SOCIAL_WORK,
                ),
                Page(
                    "objection",
                    ObjectionForm,
                    title="Whether a parent objects",
                    answered_by=SOCIAL_WORK,
                ),
                Page("court-order", CourtOrderForm, answered_by=SOCIAL_WORK),
            ),
            waits=lambda so_far: BY_SOCIAL_WORK,
        ),
        Section(
            "What Housing decided",
            (
                Records(
                    slug="housing",
                    form=HousingsForm,
                    title="Housing's decisions",
                    kind=HOUSING,
                    record_form=HousingForm,
                    each="A housing decision",
                    none_yet="Housing has recorded no decision yet.",
                    answered_by=HOUSING_ROLES,
                ),
                Page("housing-believes", HousingBelievesForm, answered_by=HOUSING_ROLES),
            ),
            waits=lambda so_far: BY_HOUSING,
        ),
        Section(
            "Section 17",
            (
                Page(
                    "section-17",
                    Section17Form,
                    shown_when=refused_and_housing_owes_nothing,
                    answered_by=SOCIAL_WORK,
                ),
            ),
            waits=not_yet_section_17,
        ),
    ),
    title="Section 20",
    intro="Record what they say the moment they say it. A refusal is accepted only when they were "
    "informed, had an advocate offered, and capacity was considered. Until then they stay "
    "accommodated, and section 20 stays on offer.",
)
