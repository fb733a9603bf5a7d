"""Facts that tests of section 20 start from."""

from rules.answers import NO, YES
from rules.facts import Value

Facts = dict[str, Value]

OWED: Facts = {
    "in_the_area": YES,
    "needs_accommodation": YES,
    "accommodation_cause": "carer_prevented",
}
ACCEPTS: Facts = {"s20_answer": "accepts"}
INFORMED: Facts = {
    "s20_answer": "refuses",
    "refusal_words_recorded": YES,
    "informed_before_refusal": YES,
    "told_what_refusing_means": YES,
    "advocate_offered_before_refusal": YES,
    "capacity_to_refuse": "has",
}
HOUSING_OWES_NOTHING: Facts = {
    "housing_owes_accommodation": NO,
    "refused_again_after_housing": YES,
    "s17_necessary": YES,
}
NO_CARE_LEAVER: Facts = {"settled_at_home_six_months": YES}
"""Settled with a parent again: no relevant child, whatever else is not known of them."""
