"""Whom a threshold meeting is held with.

Default, not yet confirmed by Barnet: that Barnet holds it daily and with partners is published
(January 2018), with which of them is not.
"""

AGENCIES = {
    "social_care": "Children's social care",
    "police": "Police",
    "health": "Health",
    "education": "Education",
    "housing": "Housing",
    "early_help": "Early help",
}
"""Whom a threshold meeting is held with. Who was not there is as much on record as who was."""
