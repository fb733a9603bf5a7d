"""What the browser complains of while a page is used."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response

MISTAKES_IN_A_FORM = (400, 409)


class Watch:
    """Collects every complaint. ``allow`` holds statuses that pages may have besides."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(f"error in a script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        # The browser notes a page with a mistake in it here too. Statuses are looked at below.
        if message.type in ("error", "warning") and not message.text.startswith(
            "Failed to load resource: the server responded with a status of 4"
        ):
            self.complaints.append(f"{message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        # What was still loading when the next page was opened is not a fault.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")

    def _answered(self, response: Response) -> None:
        is_page = response.request.is_navigation_request()
        if response.status >= 400 and not (is_page and response.status < 500):
            self.complaints.append(f"{response.status}: {response.url}")
