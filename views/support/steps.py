"""One thing to do about somebody's support, on a page of its own (``views/steps.py``)."""

from functools import partial

from views import steps
from views.steps import add_step, serve
from views.support.found import found_case

__all__ = ["ADDRESS", "Step", "add_step", "serve"]

ADDRESS = "/cases/<uuid:id>/support"

Step = partial(steps.Step, find=found_case, folder="support/steps")
