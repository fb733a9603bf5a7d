"""One thing to do with a child in a contact, on a page of its own (``views/steps.py``)."""

from functools import partial

from views import steps
from views.mash.found import found_child
from views.steps import add_step, serve

__all__ = ["Step", "add_step", "serve"]

Step = partial(steps.Step, find=found_child, folder="mash/steps")
