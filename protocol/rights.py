"""What can be said of information on rights that was given (5.2-d, 5.2-e), and what a young person
is asked about how they were treated (1-l). None of it is added up.
"""

HOW = {"paper": "On paper", "telephone": "On their phone", "read_aloud": "Read aloud to them"}
IN_WRITING = frozenset({"paper", "telephone"})

ADVOCATES = {
    "wanted": "Yes, and they want one",
    "not_now": "Yes, and they do not want one now",
    "not_said": "Yes, and they have not said yet",
    "not_offered": "No, not yet",
    "not_known": "Not known",
}
OFFERED = frozenset({"wanted", "not_now", "not_said"})
THEN_ACCEPTED = {"wanted": "yes", "not_now": "no", "not_said": "not_known"}

NOT_KNOWN = "not_known"
YES_NO = {"yes": "Yes", "no": "No", "not_known": "Not known yet"}

ASKED = {
    "listened_to": "Were you listened to?",
    "told_what_next": "Were you told what happens next?",
    "felt_safe": "Did you feel safe where you slept?",
    "treated_fairly": "Were you treated fairly and with respect?",
}
SAYS = {"yes": "Yes", "partly": "Partly", "no": "No", "rather_not": "Would rather not say"}

BY = {
    "themselves": "Nobody: they fill it in by themselves",
    "somebody_else": "Somebody who is not their worker",
    "advocate": "Their advocate",
    "worker": "Their worker",
}
