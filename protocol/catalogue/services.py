"""What is known about how they came, the notice to a housing authority, who stands beside them,
and whether the services disagree."""

from protocol.catalogue.words import MANAGERS, OFFICER, SOCIAL_WORK, worked_out, yes_no
from rules.facts import Fact, Kind, Option

ASKED = (
    Fact(
        "entry_route",
        Kind.CHOICE,
        "how they came to us",
        question="How did they come to us?",
        why="Whoever came through Housing Options is known there already: no notice is needed.",
        who=OFFICER,
        options=(
            Option("housing_options", "they came through Housing Options"),
            Option("family_services", "they came to Family Services"),
            Option("emergency_duty_team", "they came through the Emergency Duty Team"),
            Option("another_agency", "another agency told us about them"),
        ),
    ),
    yes_no(
        "threatened_with_homelessness",
        "they may lose their home within 56 days",
        "they are not about to lose their home within 56 days",
        question="May they lose their home within 56 days?",
        why="With their consent, a housing authority is told, so that it can act early.",
        who=OFFICER,
    ),
    yes_no(
        "consents_to_duty_to_refer",
        "they consent to a notice to a housing authority",
        "they do not consent to a notice to a housing authority",
        question="Do they consent to a notice to a housing authority?",
        why="The notice needs their consent. Without it, everything else goes on.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "duty_to_refer_authority",
        Kind.CHOICE,
        "which housing authority they choose",
        question="Which housing authority in England do they choose?",
        why="It is their choice.",
        who=SOCIAL_WORK,
        options=(
            Option("this_authority", "they choose this council"),
            Option("another_authority", "they choose another council in England"),
        ),
    ),
    yes_no(
        "agrees_to_share_contact_details",
        "they agree that the housing authority gets their contact details",
        "they do not agree that the housing authority gets their contact details",
        question="Do they agree that the housing authority gets their contact details?",
        why="The housing authority gets in touch with them itself.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "duty_to_refer_sent",
        "the notice to the housing authority has been sent",
        "no notice to a housing authority has been sent",
        question="Has the notice to the housing authority been sent?",
        why="It is sent once.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "who_advocates",
        Kind.CHOICE,
        "who is their advocate",
        question="Who is their advocate?",
        why="An independent advocate works for nobody but them.",
        who=OFFICER,
        options=(
            Option("independent_advocate", "an independent advocate stands beside them"),
            Option("early_help_worker", "their early help worker stands beside them"),
            Option("another_council_worker", "another worker of the council stands beside them"),
            Option("family_or_friend", "family or a friend stands beside them"),
            Option("nobody", "nobody stands beside them"),
        ),
    ),
    yes_no(
        "early_help_worker_involved",
        "an early help worker is working with them",
        "no early help worker is working with them",
        question="Is an early help worker working with them?",
        why="Somebody they know can go to meetings with them.",
        who=OFFICER,
    ),
    yes_no(
        "services_disagree",
        "the services disagree about how to help them",
        "the services agree about how to help them",
        question="Do Family Services and Housing Options disagree about how to help them?",
        why="The duty managers settle it. The young person's bed does not wait for that.",
        who=OFFICER,
    ),
    yes_no(
        "settled_by_duty_managers",
        "the duty managers have settled the disagreement",
        "the duty managers could not settle the disagreement",
        question="Have the duty managers settled it?",
        why="What they cannot settle goes to the service manager and the MASH manager.",
        who=MANAGERS,
    ),
    yes_no(
        "disagreement_over",
        "the disagreement is over",
        "the disagreement goes on",
        question="Is the disagreement over?",
        why="What was learnt is shared afterwards.",
        who=MANAGERS,
    ),
)

WORKED_OUT = (
    worked_out(
        "duty_to_refer_arises",
        "a housing authority is to be told, if they consent",
        "no notice to a housing authority is needed",
    ),
)
