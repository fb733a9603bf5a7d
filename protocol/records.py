"""What repeats, each with an id of its own: the kinds of record, their fields, and the facts
that they say something about."""

from collections.abc import Mapping
from dataclasses import dataclass

from protocol import extensions, periods, s20_records, visits
from protocol.catalogue.outcome import CAPACITY, NO_HOUSING_DUTY, S20_ANSWERS
from protocol.catalogue.placement import ACCOMMODATION
from protocol.extensions import EXTENSION
from protocol.operators import WorkOut, any_of, latest
from protocol.s20_records import ADVOCATE, CONSIDERED, HOUSING, INFORMATION, OFFER
from rules.facts import Kind, Option


@dataclass(frozen=True)
class Field:
    """One thing a record says. ``options`` where it is a choice."""

    kind: Kind = Kind.YES_NO
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class RecordKind:
    """``fields`` are those that mean something to rules; others are nobody's business here."""

    fields: Mapping[str, Field]


@dataclass(frozen=True)
class Feed:
    """A fact that records say something about, and the kinds of record it is worked out from.

    Records in ``helped_by`` add to those. Alone they may tell it too, but then the fact can
    still be given by itself.
    """

    fact: str
    kinds: tuple[str, ...]
    work_out: WorkOut
    helped_by: tuple[str, ...] = ()


RECORDS: dict[str, RecordKind] = {
    "carer": RecordKind({"identified": Field(), "contacted": Field(), "willing": Field()}),
    "relative": RecordKind({"might_help": Field()}),
    "placement": RecordKind(
        {
            "kind": Field(Kind.CHOICE, ACCOMMODATION),
            "at": Field(Kind.MOMENT),
            "provider_registered": Field(),
            "away_from_rivals": Field(),
            "not_shared_with_very_vulnerable": Field(),
        }
    ),
    "visit": RecordKind(
        {
            "kind": Field(
                Kind.CHOICE,
                (
                    Option("support", "a support visit"),
                    Option("social_work", "a visit by their social worker"),
                ),
            ),
            "at": Field(Kind.MOMENT),
            "seen": Field(),
        }
    ),
    "fewer_visits_decision": RecordKind(
        {
            "at": Field(Kind.MOMENT),
            "decided": Field(),
            "evidence_recorded": Field(),
            "reasons_recorded": Field(),
            "young_persons_view_recorded": Field(),
            "second_person_agrees": Field(),
            "look_again_on": Field(Kind.DATE),
        }
    ),
    "custody": RecordKind(
        {
            "kind": Field(
                Kind.CHOICE,
                (
                    Option("remand", "remanded in custody"),
                    Option("remand_to_care", "remanded to local authority accommodation"),
                    Option("sentence", "serving a sentence"),
                ),
            ),
            "first_day": Field(Kind.DATE),
            "last_day": Field(Kind.DATE),
            "still_running": Field(),
            "release_date": Field(Kind.DATE),
        }
    ),
    "care_period": RecordKind(
        {
            "basis": Field(
                Kind.CHOICE,
                (
                    Option("s20", "section 20 of the Children Act 1989"),
                    Option("s21", "section 21 of the Children Act 1989"),
                    Option("care_order", "a care order"),
                    Option("remand", "a remand"),
                    Option("not_looked_after", "something that does not make them looked after"),
                ),
            ),
            "first_day": Field(Kind.DATE),
            "last_day": Field(Kind.DATE),
            "still_running": Field(),
        }
    ),
    "looked_after_review": RecordKind({"held_on": Field(Kind.DATE)}),
    EXTENSION: RecordKind(
        {
            "at": Field(Kind.MOMENT),
            "agreed": Field(),
            "by_manager": Field(),
            "reasons_recorded": Field(),
        }
    ),
    OFFER: RecordKind(
        {
            "at": Field(Kind.MOMENT),
            "answer": Field(Kind.CHOICE, S20_ANSWERS),
            "words_recorded": Field(),
        }
    ),
    INFORMATION: RecordKind(
        {
            "at": Field(Kind.MOMENT),
            "written": Field(),
            "explained": Field(),
            "in_their_language": Field(),
            "what_refusing_means": Field(),
        }
    ),
    ADVOCATE: RecordKind(
        {
            "at": Field(Kind.MOMENT),
            "independent": Field(),
            "time_given": Field(),
            "accepted": Field(),
        }
    ),
    CONSIDERED: RecordKind({"at": Field(Kind.MOMENT), "found": Field(Kind.CHOICE, CAPACITY)}),
    HOUSING: RecordKind(
        {
            "at": Field(Kind.MOMENT),
            "owes_accommodation": Field(),
            "reason": Field(Kind.CHOICE, NO_HOUSING_DUTY),
            "written": Field(),
        }
    ),
}

CARE = ("care_period",)
CUSTODY = ("custody",)

FEEDS: tuple[Feed, ...] = (
    Feed("parent_or_carer_willing", ("carer",), any_of("carer", "willing")),
    Feed("accommodation_kind", ("placement",), latest("placement", "kind")),
    Feed("placement_started_at", ("placement",), visits.placement_started_at),
    Feed("provider_registered", ("placement",), latest("placement", "provider_registered")),
    Feed("placement_away_from_rivals", ("placement",), latest("placement", "away_from_rivals")),
    Feed(
        "placement_not_shared_with_very_vulnerable",
        ("placement",),
        latest("placement", "not_shared_with_very_vulnerable"),
    ),
    Feed("last_seen_at", ("visit",), visits.last_seen_at),
    Feed("last_social_work_visit_on", ("visit",), visits.last_social_work_visit_on),
    Feed("visited_in_this_placement", ("visit",), visits.visited_in_this_placement, ("placement",)),
    Feed("fewer_visits_agreed", ("fewer_visits_decision",), visits.fewer_visits_agreed),
    Feed("first_review_held", ("looked_after_review",), visits.review_held(1)),
    Feed("second_review_held", ("looked_after_review",), visits.review_held(2)),
    Feed("last_review_on", ("looked_after_review",), visits.last_review_on),
    Feed("in_custody", CUSTODY, periods.in_custody),
    Feed("serving_sentence", CUSTODY, periods.serving_sentence),
    Feed("sentence_started_on", CUSTODY, periods.sentence_started_on),
    Feed("release_date", CUSTODY, periods.release_date),
    Feed("release_before_21st_birthday", CUSTODY, periods.release_before_21st_birthday),
    Feed("on_remand", CUSTODY, periods.on_remand),
    Feed("looked_after_since", CARE, periods.looked_after_since, CUSTODY),
    Feed("looked_after_thirteen_weeks", CARE, periods.looked_after_thirteen_weeks, CUSTODY),
    Feed("thirteen_weeks_reached_on", CARE, periods.thirteen_weeks_reached_on, CUSTODY),
    Feed("looked_after_at_16_or_17", CARE, periods.looked_after_at_16_or_17, CUSTODY),
    Feed("looked_after_until_18", CARE, periods.looked_after_until_18, CUSTODY),
    Feed("extension_agreed_in_time", (EXTENSION,), extensions.agreed_in_time),
    Feed("extension_reasons_recorded", (EXTENSION,), extensions.reasons_recorded),
    Feed("s20_answer", (OFFER,), latest(OFFER, "answer")),
    Feed("s20_answered_at", (OFFER,), latest(OFFER, "at")),
    Feed("refusal_words_recorded", (OFFER,), latest(OFFER, "words_recorded")),
    Feed(
        "informed_before_refusal",
        (INFORMATION,),
        s20_records.before_they_refused(INFORMATION, s20_records.well_informed),
    ),
    Feed(
        "told_what_refusing_means",
        (INFORMATION,),
        s20_records.before_they_refused(INFORMATION, s20_records.told_what_refusing_means),
    ),
    Feed(
        "advocate_offered_before_refusal",
        (ADVOCATE,),
        s20_records.before_they_refused(ADVOCATE, s20_records.advocate_offered),
    ),
    Feed("capacity_to_refuse", (CONSIDERED,), s20_records.capacity_to_refuse),
    Feed("housing_owes_accommodation", (HOUSING,), latest(HOUSING, "owes_accommodation")),
    Feed("housing_reason_coded", (HOUSING,), s20_records.housing_reason_coded),
    Feed("housing_decision_written", (HOUSING,), latest(HOUSING, "written")),
    Feed("housing_decided_at", (HOUSING,), latest(HOUSING, "at")),
    Feed(
        "refused_again_after_housing", (HOUSING,), s20_records.refused_again_after_housing, (OFFER,)
    ),
)
