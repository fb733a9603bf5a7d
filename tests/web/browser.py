"""A browser for tests. It fills in forms as they stand, and holds every page to the rules."""

import re
from hashlib import blake2b
from urllib.parse import urlsplit

import html5lib
from bs4 import BeautifulSoup
from werkzeug.datastructures import MultiDict

# What differs between two showings of one page, its words among them. Pages that differ in nothing
# else are parsed once.
DIFFERS = re.compile(r"""nonce="[^"]*"|value="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=>)[^<]+(?=<)""")
PARSED = set()
HEADING = re.compile("<h1.*?</h1>", re.DOTALL)


class Page:
    """A response, read as somebody reads a page."""

    def __init__(self, response, url):
        self.response, self.url = response, url
        self.status, self.headers, self.body = response.status_code, response.headers, response.data
        self.text = "" if response.mimetype == "application/pdf" else response.text
        response.close()
        self.location = response.location
        self._soup = None

    @property
    def soup(self):
        self._soup = self._soup or BeautifulSoup(self.text, "html.parser")
        return self._soup

    @property
    def words(self):
        """Everything there is to read, on one line."""
        return line(self.soup.main)

    @property
    def heading(self):
        # Of many pages nothing else is read: the rest of them need not be.
        found = HEADING.search(self.text)
        return line(BeautifulSoup(found[0], "html.parser").h1) if found else ""

    @property
    def errors(self):
        """What the summary at the top says is wrong."""
        return [line(item) for item in self.soup.select(".govuk-error-summary__list li")]

    def error_beside(self, name):
        """The message next to the question, or None."""
        found = self.soup.find(id=f"{name}-error")
        return line(found).removeprefix("Error: ") if found else None

    def part(self, heading):
        """What stands under a heading, until the next one as big."""
        start = next(h for h in self.soup.select("h2") if line(h) == heading)
        found = []
        for sibling in start.find_next_siblings():
            if sibling.name == "h2":
                break
            found.append(line(sibling))
        return " ".join(found)

    def form(self, button=""):
        """The form in the page whose button says this."""
        forms = [f for f in self.soup.main.find_all("form") if button in line(f.button)]
        assert forms, f"no form with the button {button!r}"
        return forms[0]

    def filled(self, button=""):
        """Name and value of everything the form would post as it stands."""
        pairs = []
        for control in self.form(button).find_all(["input", "textarea", "select"]):
            kind = control.get("type", "text")
            if not control.get("name") or (
                kind in ("radio", "checkbox") and not control.has_attr("checked")
            ):
                continue
            if control.name == "select":
                chosen = control.find("option", selected=True) or control.option
                pairs.append((control["name"], chosen["value"]))
                continue
            is_area = control.name == "textarea"
            value = control.text.removeprefix("\n") if is_area else control.get("value", "")
            pairs.append((control["name"], value))
        return MultiDict(pairs)

    def names(self, button=""):
        """Every name the form can post."""
        controls = self.form(button).find_all(["input", "textarea", "select"])
        return list(dict.fromkeys(c["name"] for c in controls if c.get("name")))

    def typed(self, button=""):
        """What stands in the form, without what the page itself carries."""
        carried = ("csrf_token", "command_id", "seq", "ticket", "seen")
        return {
            name: values
            for name, values in self.filled(button).lists()
            if name not in carried and any(values)
        }


class Browser:
    """Somebody's browser."""

    def __init__(self, app):
        self.app = app
        self.client = app.test_client()
        self.pages = []
        self.reads_strictly = True

    def get(self, url, status=200):
        return self._seen(self.client.get(url), url, status)

    def post(self, url, data=None, status=None, **more):
        return self._seen(self.client.post(url, data=data, **more), url, status)

    def submit(self, page, button="", status=302, **answers):
        """Fill in what is named, leave the rest as it stands, and press the button.

        An answer is a text, or a list for what is posted several times; None leaves it out.
        """
        data = page.filled(button)
        for name, value in answers.items():
            data.poplist(name)
            if value is not None:
                data.setlist(name, value if isinstance(value, list) else [value])
        url = page.form(button).get("action") or page.url
        return self.post(url, data, status)

    def follow(self, page):
        """The page a redirect leads to."""
        return self.get(page.location)

    def sign_in(self, email, password, status=302, url="/sign-in"):
        return self.submit(self.get(url), email=email, password=password, status=status)

    def cookie(self):
        return self.client.get_cookie("front_door")

    def _seen(self, response, url, status):
        page = Page(response, url)
        assert status is None or page.status == status, (url, page.status, errors_of(page))
        if page.status >= 300 and page.location:
            assert not urlsplit(page.location).netloc
        if self.reads_strictly:
            hold_to_the_rules(page)
        self.pages.append(page)
        return page


def errors_of(page):
    return page.errors or page.heading if page.text and page.status != 302 else ""


def hold_to_the_rules(page):
    """HTML without a fault, and nothing in it that the browser has been told to refuse."""
    if page.response.mimetype != "text/html":
        return
    shape = blake2b(DIFFERS.sub("", page.text).encode()).digest()
    if shape in PARSED or (300 <= page.status < 400):
        return
    html5lib.HTMLParser(strict=True).parse(page.text)
    for tag in page.soup.find_all(True):
        assert not tag.has_attr("style"), tag
        assert not [name for name in tag.attrs if name.startswith("on")], tag
        assert tag.name != "style", tag
        assert tag.name != "script" or tag.get("nonce"), tag
    ids = [tag["id"] for tag in page.soup.find_all(id=True)]
    assert len(ids) == len(set(ids)), "an id stands twice on the page"
    PARSED.add(shape)


def line(tag):
    return " ".join(tag.get_text(" ").split()) if tag else ""
