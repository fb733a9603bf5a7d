"""Whether a young person is somebody on record already: the question, and what can be said."""

QUESTION = "Is it one of these people?"

SAME = "same"
BESIDE = "beside"
"""One of them, whose own case is open: tonight's stands beside it."""
NEW = "new"
NOT_KNOWN = "not_known"
"""Nobody can tell yet. That is no reason to wait, and none to say that it is nobody."""
