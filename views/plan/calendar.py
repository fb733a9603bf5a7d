"""The dates of a plan that are still to come as a calendar file, a day to each.

A telephone shows the titles where others can read them: they are the same for all, and say nothing.
No name is in it. A birthday is not in it either: it says when somebody was born.
"""

from datetime import datetime
from hashlib import sha256

from icalendar import Calendar, Event

from rules.calendar import ONE_DAY
from views.plan.sheet import Sheet


def dates_of(sheet: Sheet, now: datetime) -> bytes:
    """``now`` is when it was made."""
    found = Calendar()
    found.add("prodid", "-//Front Door//Plan//EN")
    found.add("version", "2.0")
    found.add("x-wr-timezone", "Europe/London")
    for item in sheet.dated:
        event = Event()
        event.add("uid", f"{sha256(item.id.encode()).hexdigest()[:32]}@front-door.invalid")
        event.add("dtstamp", now)
        event.add("dtstart", item.due)
        event.add("dtend", item.due + ONE_DAY)
        event.add("summary", str(sheet.text("calendar.title")))
        event.add("description", str(item.words))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        found.add_component(event)
    return bytes(found.to_ical())
