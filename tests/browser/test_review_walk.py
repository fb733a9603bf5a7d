"""A second human looks at the fifty points, and whoever wrote them down is asked and answers."""

from contextlib import closing
from datetime import datetime

from store.checklist import checklist
from store.database import connect
from store.ids import new_id
from store.journal import Author, command, read
from store.stream_names import case
from tests.browser.conftest import FRIDAY_AFTERNOON
from tests.browser.journey import SOCIAL_WORKER, Officer
from tests.browser.review_places import SAID, SUPPORT_WORKER, package


def talked_with(database, case_id: str, at: datetime) -> None:
    """What the support worker wrote down with them, and put forward."""
    db, stream = connect(database), case(case_id)
    with closing(db.conn):
        (suki,) = db.query("select * from accounts where email = ?", [SUPPORT_WORKER])
        author = Author(suki["human_id"], suki["id"], "support_worker")
        with command(db, new_id(), author=author, recorded_at=at) as c:
            c.append(stream, "support_package_recorded", package(author.human_id))
            checklist.start(c, case_id)
            for what, said in ((checklist.answer, SAID), (checklist.put_forward, "Please look.")):
                what(c, case_id, checklist.checklists_in(read(db, stream))[-1], said)


def test_one_point_is_accepted_one_changed_one_sent_back_answered_and_accepted(
    sit_down, front_door
):
    """The worry comes first. Nothing is accepted unseen, and what was said stays to be read."""
    officer = sit_down()
    officer.card()
    officer.decide(name="Rhea Viewed")
    case_id = officer.path.split("/")[2]
    talked_with(front_door.database, case_id, FRIDAY_AFTERNOON)

    worker: Officer = sit_down(SOCIAL_WORKER)
    worker.go(worker.page.locator("main a[href$='/review']"))
    assert worker.heading() == "Look at what was talked about"
    worker.press("Look at the next point")
    assert worker.heading().startswith("13. ")
    assert "Worry" in worker.words()
    worker.press("Accept and go to the next")
    assert worker.heading().startswith("24. ")
    worker.follow("Send it back with a question")
    worker.press("Send it back and go to the next")
    assert "Enter what you want to know" in worker.words(".govuk-error-summary")
    worker.fill_in(words="Since when is that so?")
    worker.press("Send it back and go to the next")
    assert worker.heading().startswith("36. ")
    worker.follow("Change it and accept")
    worker.fill_in(words_it="Nothing yet: told to wait.", reason="They told me on the phone.")
    worker.press("Save the change and go to the next")
    states = worker.page.locator(".govuk-task-list__status").all_inner_texts()
    assert [state.strip() for state in states] == ["Accepted", "Sent back", "Changed and accepted"]

    author = sit_down(SUPPORT_WORKER)
    assert "Since when is that so?" in author.words()
    author.go(author.page.locator("main a[href$='/answer-question']"))
    assert author.heading() == "Answer a question"
    author.fill_in(reply="Since the summer.", part_it="yes")
    author.press("Save and answer")
    assert "Answered, to look at again" in author.words()

    worker.open("/")
    worker.go(worker.page.locator("main a[href$='/review']"))
    worker.press("Look at the next point")
    for words in ("Since the summer.", "Since when is that so?", "Answered, to look at again"):
        assert words in worker.words()
    worker.press("Accept and go to the next")
    assert "All of it has been looked at." in worker.words()
