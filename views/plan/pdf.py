"""A page of HTML as a tagged PDF, with nothing fetched from anywhere.

WeasyPrint draws with Pango, which the machine may lack (``tools/system.sh``): then there is no PDF,
and everything else works. It is imported only where one is made: that takes a second.
"""

import ctypes
import sys
from functools import cache

LIBRARIES = (
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)


class CannotDraw(Exception):
    """The machine lacks what a PDF is drawn with."""


@cache
def can_draw() -> bool:
    """Whether there is what it takes. Elsewhere than on Linux that is found out by trying."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        for library in LIBRARIES:
            ctypes.CDLL(library)
    except OSError:
        return False
    return True


def pdf(html: str) -> bytes:
    """PDF/UA-1: its tags, language and title are those of the page. Raises CannotDraw."""
    if not can_draw():
        raise CannotDraw
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise CannotDraw from error

    class Nothing(URLFetcher):  # type: ignore[misc]
        """What somebody typed must not make the server fetch a file or an address."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> object:
            if not url.startswith("data:"):
                raise ValueError("Only what stands in the page itself is drawn.")
            return super().fetch(url, headers)

    page = HTML(string=html, url_fetcher=Nothing())
    return bytes(page.write_pdf(pdf_variant="pdf/ua-1"))
