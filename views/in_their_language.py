"""The language a page for a young person is asked for in."""

from flask import abort, request

from texts import ENGLISH, Language, UnknownLanguage, language


def asked_for() -> Language:
    """What the address says; English where it says nothing, 404 for one there is none of."""
    try:
        return language(request.args.get("language", ENGLISH))
    except UnknownLanguage:
        abort(404)
