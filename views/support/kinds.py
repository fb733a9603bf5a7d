"""What the entries about support are called, and how they are read out."""

from collections.abc import Iterable

from protocol.visiting import HOW_OFTEN, OUTCOMES, SEEN, VISIT_KINDS
from store.support.package import PROVIDERS
from views.kind import Body, Kind, Names, words_of
from views.words import YES_NO, in_full, said


def _package(body: Body, names: Names) -> Iterable[str]:
    yield f"{PROVIDERS.get(body['provider'], body['provider'])}: {body['provider_words']}"
    yield f"Visits: {body['visitors_words']}"
    yield from words_of("words")(body, names)


def _visit(body: Body, names: Names) -> Iterable[str]:
    alone = ALONE[body["alone"]] if body["outcome"] == SEEN else ""
    at = said({"value": body["at"]})
    yield f"{VISIT_KINDS[body['kind']]}, {at}. {OUTCOMES[body['outcome']]}{alone}."
    if body.get("who"):
        yield f"Who went: {body['who']}"
    if body.get("theirs"):
        yield f"“{body['theirs']}”"
    yield from words_of("words")(body, names)
    if body.get("why_late"):
        yield f"Why it was not recorded that day: {body['why_late']}"


def _answered(body: Body, names: Names) -> Iterable[str]:
    yield f"Nobody saw them on {in_full(body['day'])}. Safe: {YES_NO[body['safe']].lower()}."
    yield body["found_out"]
    yield f"So that it does not happen again: {body['again']}"


def _noticed(body: Body, names: Names) -> Iterable[str]:
    yield ", ".join(in_full(day) for day in body["days"])


def _fewer(body: Body, names: Names) -> Iterable[str]:
    yield (
        f"{HOW_OFTEN[body['every_days']]} from {in_full(body['starts_on'])}, once another person "
        f"agrees. Look again on {in_full(body['look_again_on'])}."
    )
    yield f"Why: {body['reason']}"
    yield f"“{body['young_person_said']}”"
    yield from body["said"]


def _ended(body: Body, names: Names) -> Iterable[str]:
    if body.get("where"):
        yield f"They live: {body['where']}"
    yield from words_of("words")(body, names)
    if body.get("young_person_said"):
        yield f"“{body['young_person_said']}”"


ALONE = {"yes": " alone", "no": ", not alone", "not_known": ", not known whether alone"}

KINDS = {
    "support_package_recorded": Kind("Support package", _package),
    "support_ended": Kind("End of support decided, if another person agrees", _ended),
    "visit_recorded": Kind("Visit", _visit),
    "visit_withdrawn": Kind("Visit taken back", words_of("why")),
    "missed_day_answered": Kind("A day without a visit answered for", _answered),
    "missed_days_noticed": Kind("Nobody is recorded as having seen them", _noticed, by_rules=True),
    "fewer_visits_decided": Kind("Fewer visits decided, if another person agrees", _fewer),
    "daily_visits_again": Kind("Back to daily visits", words_of("why")),
}
