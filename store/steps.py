"""What keeps a step from being taken: with a signature, a disagreement, a complaint or a notice."""


class NotPossible(Exception):
    """The step was not taken, and nothing is recorded."""


class IllegalStep(NotPossible):
    """Nothing of this kind can follow now. ``why`` names the reason."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This cannot follow: {why}.")
        self.why = why


class Changed(NotPossible):
    """Something happened since the page was shown that the step was taken on."""


class NotTheirs(NotPossible):
    """This human may not take this step, or not in this role."""
