"""What MASH does when somebody rings, in short."""

NEW = "/contacts/new"
HARM_FIRST = "A child may be at risk of significant harm now"
HARM = "This child may be at risk of significant harm now"
SAVE = "Save the contact"

AT_FOUR = ["28", "8", "2026", "16:00"]
TOLD = {
    "route": "phone",
    "received_at": AT_FOUR,
    "source_group": "school_education",
    "agency": "Made-Up Academy",
    "told_by": "Pat Example, head of year",
    "contact_details": "020 7946 0000",
    "says": "She says that she was told to leave on Monday.",
    "young_person_knows": "yes",
}
CHILD = {"name": "Ana Kovalska", "age_known": "date_of_birth", "date_of_birth": ["27", "3", "2009"]}


def told(mash, **more):
    """The page of a contact that was written down."""
    answers = {**TOLD, **CHILD, **more}
    page = mash.submit(mash.get(NEW), SAVE, **answers)
    return mash.follow(page)


def child_of(mash, contact, place=1):
    """The page of a child in a contact."""
    links = contact.soup.select("main a[href*='/children/']")
    opened = [each["href"] for each in links if each.get_text().startswith("Open")]
    return mash.get(opened[place - 1])
