"""The pages about the rules: the rule book, its maps, and the readings the council confirms."""

from tests.browser.journey import HEAD, LAWYER
from tests.browser.place import Place, save, too_long

TO_SIGN = "A reading to be confirmed, A12"

PLACES_OF_RULES = (
    Place("rule book", "/rule-book"),
    Place("rule book, a section", "/rule-book/s3-first-contact"),
    Place("map", "/rule-book/map"),
    Place("map of a section", "/rule-book/s3-first-contact/map"),
    Place("readings", "/readings"),
    Place("reading", "/readings/A39"),
    Place("reading, waiting", "/readings/A12", who=HEAD),
    Place("propose a reading", "/readings/A39/confirm", who=HEAD),
    Place(
        "propose a reading, nothing entered",
        "/readings/A39/confirm",
        save,
        who=HEAD,
        has_errors=True,
    ),
    Place(
        "propose a reading, too long",
        "/readings/A39/confirm",
        too_long,
        who=HEAD,
        has_errors=True,
    ),
    Place("the lawyer's home", "/", who=LAWYER),
    Place("reading to sign", "/signatures/{reading}", title=TO_SIGN, who=LAWYER),
    Place(
        "reading to sign, nothing chosen",
        "/signatures/{reading}",
        save,
        title=TO_SIGN,
        who=LAWYER,
        has_errors=True,
    ),
)
