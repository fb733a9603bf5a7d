"""Emergency accommodation: what has to be known before anybody is placed, and what Housing still
owes afterwards (4, 4.1)."""

from forms.asked import ask
from forms.case_form import CaseForm
from forms.fields import Moment, ShortText, Words
from forms.journeys import Journey, Page, Section


class YouthOffendingTeamForm(CaseForm):
    open_to_youth_offending_team = ask("open_to_youth_offending_team")
    youth_offending_team_consulted = ask(
        "youth_offending_team_consulted",
        hint="It is asked anew about every new place",
    )
    youth_offending_team_who = ShortText(
        "Whom did you speak to?", noun="The name", max_length=100, why="So that it can be asked."
    )
    youth_offending_team_at = Moment("When?", noun="When you spoke to them")
    youth_offending_team_said = Words(
        "What did they say?",
        noun="What they said",
        max_length=2000,
        rows=3,
        why="They know where the young person would be in danger.",
    )


class DangerForm(CaseForm):
    gang_involved = ask("gang_involved")
    high_risk_of_going_missing = ask("high_risk_of_going_missing")
    vulnerable_to_exploitation = ask("vulnerable_to_exploitation")
    danger_words = Words(
        "What do you know, and from whom?",
        hint="What they fear, and how they may be in danger themselves. Not only what they may do.",
        noun="What you know",
        max_length=2000,
        rows=3,
        why="Whoever looks for a place has to know what to keep away from.",
    )


class SupportForm(CaseForm):
    high_level_support_in_place = ask(
        "high_level_support_in_place", hint="Outreach is not high-level support"
    )
    support_by = ShortText(
        "Who gives it?",
        noun="Who gives it",
        max_length=200,
        why="They visit every day, and need to know from when.",
    )


class DecidedForm(CaseForm):
    initial_assessment_complete = ask("initial_assessment_complete")
    s20_accommodation_decided = ask("s20_accommodation_decided")
    accommodation_suits_six_months = ask("accommodation_suits_six_months")


class StopgapForm(CaseForm):
    section_188_notice_given = ask("section_188_notice_given")
    in_the_next_bed = ask("in_the_next_bed")


ACCOMMODATION = Journey(
    "accommodation",
    (
        Section(
            "Before they are placed",
            (
                Page(
                    "youth-offending-team",
                    YouthOffendingTeamForm,
                    title="The Youth Offending Team",
                ),
                Page("danger", DangerForm, title="Where they would be in danger"),
            ),
        ),
        Section("From the first night", (Page("support", SupportForm),)),
        Section(
            "What Housing owes them",
            (
                Page("decided", DecidedForm, title="What has been decided"),
                Page("stopgap", StopgapForm, title="If Housing gave them the bed"),
            ),
        ),
    ),
    title="Emergency accommodation",
    intro="What has to be known to place them well. A bed tonight never waits for an answer.",
)
