"""One thing to do about a checklist, on a page of its own."""

from functools import partial

from views.checklist.found import found_checklist
from views.steps import Step as AnyStep

Step = partial(AnyStep, find=found_checklist, folder="checklist")

FINISHED = (
    "Somebody else has looked at all of this, so it is finished. Start again from the support page"
    " to say what has changed"
)
