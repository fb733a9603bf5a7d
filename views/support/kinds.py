"""What the entries about support are called, and how they are read out."""

from collections.abc import Iterable

from store.support.package import PROVIDERS
from views.kind import Body, Kind, Names, words_of


def _package(body: Body, names: Names) -> Iterable[str]:
    yield f"{PROVIDERS.get(body['provider'], body['provider'])}: {body['provider_words']}"
    yield f"Visits: {body['visitors_words']}"
    yield from words_of("words")(body, names)


KINDS = {
    "support_package_recorded": Kind("Support package", _package),
    "support_ended": Kind("Support ended", words_of("words")),
}
