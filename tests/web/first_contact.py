"""First contact in full, in short."""

from tests.web.journey import page_of


def answer(browser, card, slug, **answers):
    """Answer one question of first contact, whoever asks it and whenever."""
    page = browser.get(page_of(card, f"first-contact/{slug}"))
    return browser.submit(page, **answers)
