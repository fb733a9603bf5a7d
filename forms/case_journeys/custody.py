"""Custody: the dates that its clocks run from, and where they are to live afterwards (4.2)."""

from typing import Any

from wtforms.validators import ValidationError

from forms.asked import ask, choice
from forms.case_form import CaseForm, CaseRecordForm
from forms.fields import DateParts, ShortText, Words, YesNoNotKnown
from forms.journeys import Journey, Page, Records, Section, SoFar
from protocol.records import RECORDS


class PeriodForm(CaseRecordForm):
    """What began, and has ended or runs on. What rules cannot read is never saved."""

    first_day: DateParts
    last_day: DateParts

    def validate_last_day(self, field: Any) -> None:
        if field.data and self.first_day.data and field.data < self.first_day.data:
            raise ValidationError("The last day must not be before the first day")

    def validate_still_running(self, field: Any) -> None:
        if field.data == "yes" and self.last_day.data:
            raise ValidationError("It cannot still be running and have had its last day")


class CustodyForm(PeriodForm):
    kind = choice(
        "What kind of custody is it?",
        RECORDS["custody"].fields["kind"].options,
        why="A sentence and a remand start different clocks.",
    )
    place = ShortText(
        "Where are they?", noun="The place", max_length=200, why="So that somebody can visit."
    )
    first_day = DateParts(
        "On which day did it start?",
        noun="The first day",
        must_be="today or in the past",
        why="Planning for release starts on the day a sentence starts.",
    )
    still_running = YesNoNotKnown(
        "Is it still running?", why="What has ended counts for what is owed afterwards."
    )
    last_day = DateParts(
        "If it has ended, on which day?",
        noun="The last day",
        must_be="today or in the past",
        why="The days are counted.",
    )
    release_date = DateParts(
        "When are they to be released?",
        hint="If it may be sooner, give the earliest day",
        noun="The day of release",
        why="The last day for planning to start is four weeks before.",
    )


class CustodyCompleteForm(CaseForm):
    custody_complete = YesNoNotKnown(
        "Is this every time they were in custody?",
        why="Only a full list can show what they are not owed.",
    )


class EnteringForm(CaseForm):
    looked_after_or_relevant_on_entering_custody = ask(
        "looked_after_or_relevant_on_entering_custody"
    )


class OnReleaseForm(CaseForm):
    may_need_accommodation_on_release = ask("may_need_accommodation_on_release")
    where_on_release_in_their_words = Words(
        "Where do they want to live, on the planned day or sooner?",
        hint="In their words",
        noun="Where they want to live",
        max_length=2000,
        rows=3,
        why="A plan that is not theirs does not hold.",
    )


class AddressForm(CaseForm):
    release_address_confirmed = ask("release_address_confirmed")


class CarePeriodForm(PeriodForm):
    basis = choice(
        "On what basis were they accommodated?",
        RECORDS["care_period"].fields["basis"].options,
        why="Only some bases make a child looked after in law.",
    )
    first_day = DateParts(
        "On which day did it start?",
        noun="The first day",
        must_be="today or in the past",
        why="The days since they turned 14 are counted: 91 of them give rights for years.",
    )
    still_running = YesNoNotKnown("Is it still running?", why="Every day more counts.")
    last_day = DateParts(
        "If it has ended, on which day?",
        noun="The last day",
        must_be="today or in the past",
        why="The days are counted.",
    )


class CarePeriodsCompleteForm(CaseForm):
    care_period_complete = YesNoNotKnown(
        "Is this every time they were looked after?",
        why="Nobody is told that they are owed nothing from a list that may have gaps.",
    )


def has_been_inside(so_far: SoFar) -> bool:
    return bool(so_far.given.records.get("custody"))


CUSTODY = Journey(
    "custody",
    (
        Section(
            "Custody",
            (
                Records(
                    slug="times",
                    form=CustodyCompleteForm,
                    title="Times in custody",
                    kind="custody",
                    record_form=CustodyForm,
                    each="A time in custody",
                    none_yet="Nothing is on the list yet.",
                ),
                Page("before", EnteringForm, shown_when=has_been_inside),
            ),
        ),
        Section(
            "After release",
            (
                Page("after", OnReleaseForm, shown_when=has_been_inside),
                Page("address", AddressForm, shown_when=has_been_inside),
            ),
        ),
        Section(
            "Time in care",
            (
                Records(
                    slug="care",
                    form=CarePeriodsCompleteForm,
                    title="Times when they were looked after",
                    kind="care_period",
                    record_form=CarePeriodForm,
                    each="A time in care",
                    none_yet="Nothing is on the list yet.",
                ),
            ),
        ),
    ),
    title="Custody and time in care",
    intro="Record the dates. The time limits follow from them, and so does what they are owed "
    "when they leave.",
)
