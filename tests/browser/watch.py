"""What the browser complains of while a page is used."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response

EXPECTED_OF_A_PAGE = (400, 403, 404, 409)  # a form with a mistake in it, an address with one


class Watch:
    """Collects every complaint about a page and what it loads."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(f"error in a script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        # The browser notes such a page here too. Statuses are looked at below.
        if message.type in ("error", "warning") and not message.text.startswith(
            "Failed to load resource: the server responded with a status of 4"
        ):
            self.complaints.append(f"{message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        # What was still loading when the next page was opened is not a fault.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")

    def _answered(self, response: Response) -> None:
        expected = EXPECTED_OF_A_PAGE if response.request.is_navigation_request() else ()
        if response.status >= 400 and response.status not in expected:
            self.complaints.append(f"{response.status}: {response.url}")
