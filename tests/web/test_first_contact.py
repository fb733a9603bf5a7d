"""First contact in full: the questions after the card, one a page."""

from uuid import uuid4

import pytest

from forms.first_contact import FIRST_CONTACT
from forms.journeys import Records
from store.answers import answers_so_far
from store.ids import new_id
from store.stream_names import case
from tests.web.conftest import OFFICER, OTHER_OFFICER
from tests.web.journey import NOWHERE, came, decided, deciding, id_of, page_of

CONTINUE = "Save"
SAFE = {"family": "agrees", "risk_of_significant_harm": "no"}
AT_HOME = {"where": "settled", "safe_to_return_home": "yes", **SAFE}
REASON = "He hits me when he drinks."

# What puts each page on the list where it is not always there, and a good answer to each.
SHOWN_BY = {
    "family-reason": {"family": "refuses"},
    "home-assessment": {"safe_to_return_home": "no"},
    "agreement": {"where": "settled", "risk_of_significant_harm": "yes"},
    "ground": {"where": "settled", "risk_of_significant_harm": "yes"},
    "family-views": SAFE,
    "mediation": SAFE,
}
GOOD = {
    "interpreter": {"interpreter": "yes", "language": "Tigrinya"},
    "communication": {"communication": ["plain", "quiet"], "communication_words": "Slowly"},
    "family": {"family": "refuses"},
    "family-reason": {"family_reason": REASON},
    "harm": {"risk_of_significant_harm": "not_known"},
    "signs": {"signs": ["exploited", "looked_for"], "signs_words": "A car outside"},
    "where": {"where": "not_settled"},
    "asked": {"asked": "today", "asked_at": "09:15"},
    "age": {"age": "date_of_birth", "date_of_birth": ["15", "1", "2009"]},
    "left": {"left_or_missing": "yes"},
    "since-they-left": {"since_they_left": ["police"], "since_they_left_words": "At 4"},
    "what-happened": {"what_happened": "Mum said\nget out."},
    "services": {"services": ["social_worker"], "services_words": "Ms Made-Up"},
    "household": {"household": "Mum, her boyfriend, two brothers"},
    "support": {"support": "My aunt"},
    "vulnerabilities": {"vulnerabilities": ["health", "gangs"]},
    "school": {"school": "school", "school_words": "Year 12"},
    "what-they-want": {"what_they_want": "A room and to stay at school"},
    "pregnant": {"pregnant": "declined"},
    "own-child": {"has_child_of_own": "yes", "own_child": "A son, one year old"},
    "siblings": {"siblings_at_home": "yes", "siblings": "Two, 8 and 10"},
    "carers": {"carers_complete": "no"},
    "relatives": {"relatives_complete": "not_known"},
    "mediation": {"mediation": "no", "why_no_mediation": "They do not want it"},
    "their-view": {"view_of_going_home": "Not while he is there"},
    "objects": {"objects_to_going_home": "yes"},
    "home": {"safe_to_return_home": "no"},
    "home-assessment": {"seen_alone": "yes", "assessed_by": "A. Worker"},
    "statutory-assessment": {"needs_statutory_assessment": "yes"},
    "vulnerable": {"highly_vulnerable": "no"},
    "early-help": {"consents_to_early_help": "yes"},
    "parents-agreement": {"parent_agrees_to_early_help": "not_known"},
    "way-back": {"way_back": ["written_advice", "way_back"]},
    "follow-up": {"follow_up": "yes", "safe_contact": "Text after school"},
    "agreement": {"agrees_to_sharing": "no"},
    "ground": {"sharing_ground": "It protects them from harm"},
    "told": {"told_what_is_shared": "yes", "told_words": "All of it"},
}
ANSWERED_ON_THE_CARD = ("where", "family", "harm", "home", "age", "asked")
CARER = {"name": "Ann Made-Up", "relationship": "mother", "parental_responsibility": "yes"}


class Interview:
    """First contact with one young person, in one browser."""

    def __init__(self, browser, card):
        self.browser = browser
        self.url = page_of(card, "first-contact")

    def list(self):
        return self.browser.get(self.url)

    def check(self):
        return self.browser.get(f"{self.url}/check")

    def page(self, slug, status=200):
        return self.browser.get(f"{self.url}/{slug}", status)

    def answer(self, slug, status=302, query="", **answers):
        return self.browser.submit(self.page(slug + query), CONTINUE, status, **answers)

    def carer(self, id=None, slug="carers", **answers):
        """A record saved. Its id."""
        id = id or str(uuid4())
        self.answer(f"{slug}/{id}", **answers)
        return id

    def statuses(self):
        """Part → how far it is."""
        items = self.list().soup.select(".govuk-task-list__item")
        return {
            line(item.select_one(".govuk-task-list__name-and-hint > :first-child")): line(
                item.select_one(".govuk-task-list__status")
            )
            for item in items
        }

    def hint(self, part):
        items = self.list().soup.select(".govuk-task-list__item")
        item = next(i for i in items if part in line(i))
        return line(item.select_one(".govuk-task-list__hint"))

    def questions(self):
        """Every page offered, walking from one to the next without answering."""
        seen, url = [], f"{self.url}/interpreter"
        while not url.endswith("/check"):
            page = self.browser.get(url)
            seen.append(url.rpartition("/")[2])
            url = self.browser.submit(page, CONTINUE).location
        return seen

    def early_help(self):
        """Answer until early help is the way on (3-k)."""
        self.carer(slug="family-views", id=self.carer(**CARER), contacted="yes", willing="yes")
        self.answer("their-view", view_of_going_home="I want to go home")
        self.answer("objects", objects_to_going_home="no")
        self.answer("statutory-assessment", needs_statutory_assessment="no")


def line(tag):
    return " ".join(tag.get_text(" ").split()) if tag else ""


@pytest.fixture
def begin(officer):
    """An officer with a young person whose card was answered."""
    return lambda browser=officer, **answers: Interview(browser, came(browser, **answers))


def answered(record, interview):
    with record.database() as db:
        stream = case(interview.url.split("/")[2])
        return answers_so_far(db, stream, "card", "first-contact")


def ready(interview, slug):
    """Make the page be asked."""
    if slug in ("early-help", "parents-agreement", "way-back", "follow-up"):
        interview.early_help()
    if slug in ("parents-agreement", "way-back", "follow-up"):
        agrees = "yes" if slug == "parents-agreement" else "no"
        interview.answer("early-help", consents_to_early_help=agrees)
    if slug == "since-they-left":
        interview.answer("left", left_or_missing="yes")


def card_for(slug):
    early_help = ("early-help", "parents-agreement", "way-back", "follow-up")
    return AT_HOME if slug in early_help else {**NOWHERE, **SHOWN_BY.get(slug, {})}


ASKED = [page.slug for page in FIRST_CONTACT.pages if page.asks and not page.answered_by]


def test_there_is_a_good_answer_to_every_page():
    assert set(GOOD) == set(ASKED)


@pytest.mark.parametrize("slug", ASKED)
def test_every_page_may_be_left_blank_and_stands_as_it_was_answered(begin, record, slug):
    """Nothing has to be answered, and nothing is chosen beforehand."""
    interview = begin(**card_for(slug))
    ready(interview, slug)
    page = interview.page(slug)
    if slug not in ANSWERED_ON_THE_CARD:
        assert not page.soup.select("input[checked]")
        assert page.typed(CONTINUE) == {}
    assert len(page.soup.select("h1")) == 1
    interview.answer(slug)
    interview.answer(slug, **GOOD[slug])
    shown = {name: v if isinstance(v, list) else [v] for name, v in GOOD[slug].items()}
    assert interview.page(slug).typed(CONTINUE).items() >= shown.items()
    entry = record.entries("answers_given")[-1]
    assert (entry.body["journey"], entry.body["page"]) == ("first-contact", slug)
    assert all(answer["wording"] for answer in entry.body["answers"])
    check = interview.check().words
    for value in shown.values():
        assert " " not in value[0] or " ".join(value[0].split()) in check
    record.holds()


UNDER_ANOTHER_ANSWER = ("asked_on", "mediation_outcome", "why_not_told")


@pytest.mark.parametrize("slug", ASKED)
def test_what_cannot_be_is_refused_on_every_page(begin, record, slug):
    interview = begin(**card_for(slug))
    ready(interview, slug)
    page, before = interview.page(slug), record.entries()
    carried = ("csrf_token", "command_id", "seq")
    for name in set(page.names(CONTINUE)) - {*carried, "then", *UNDER_ANOTHER_ANSWER}:
        for wrong in (["not an answer", "twice"], ["a\x00b"], ["x" * 5000]):
            answers = {**GOOD[slug], name: wrong}
            again = interview.browser.submit(page, CONTINUE, status=None, **answers)
            assert 400 <= again.status < 500, (name, wrong[0][:10])
    for name in carried:
        for wrong in (None, "x"):
            refused = interview.browser.submit(page, CONTINUE, status=None, **{name: wrong})
            assert refused.status == 400, (name, wrong)
    assert record.entries() == before


@pytest.mark.parametrize("slug", ["carers", "relatives", "family-views"])
def test_what_cannot_be_is_refused_of_every_record(begin, record, slug):
    interview = begin(where="settled", **SAFE)
    interview.carer(**CARER)
    id = interview.carer(slug="carers", name="Ben Made-Up") if slug == "family-views" else new_id()
    page, before = interview.page(f"{slug}/{id}"), record.entries()
    chosen = {"contacted": "no"} if slug == "family-views" else {"name": "Cy"}
    carried = ("csrf_token", "command_id", "seq")
    for name in set(page.names(CONTINUE)) - {*carried, "their_view"}:
        for wrong in (["not an answer", "twice"], ["a\x00b"], ["x" * 5000]):
            answers = {**chosen, name: wrong}
            again = interview.browser.submit(page, CONTINUE, status=None, **answers)
            assert 400 <= again.status < 500, (name, wrong[0][:10])
    for name in carried:
        for wrong in (None, "x"):
            refused = interview.browser.submit(page, CONTINUE, status=None, **{name: wrong})
            assert refused.status == 400, (name, wrong)
    assert record.entries() == before


def test_pages_nobody_has_heard_of_are_not_found(begin, officer):
    interview = begin(**NOWHERE)
    for wrong in (
        "nothing",
        "check/x",
        f"where/{new_id()}",
        "carers/x",
        f"carers/{new_id()}/remove",
    ):
        interview.page(wrong, status=404)
    officer.get(f"/young-person/{new_id()}/first-contact", status=404)


def test_save_and_go_on_or_come_back_to_the_list(begin):
    interview = begin(**NOWHERE)
    on = interview.answer("interpreter", interpreter="no")
    assert on.location.endswith("/first-contact/communication")
    back = interview.answer("communication", then="list", communication=["nothing"])
    assert back.location == interview.url
    assert interview.statuses()["Talking with them"] == "Done"


def test_what_the_card_asked_is_answered_already(begin):
    interview = begin(**{**NOWHERE, "family": "refuses", "risk_of_significant_harm": "no"})
    assert interview.page("where").typed(CONTINUE) == {"where": ["nowhere"]}
    assert interview.page("family").typed(CONTINUE) == {"family": ["refuses"]}
    assert interview.page("age").typed(CONTINUE)["date_of_birth"] == ["15", "1", "2009"]
    assert interview.statuses()["Tonight"] == "In progress"


def test_an_answer_given_in_either_place_is_one_answer(begin, officer, record):
    """The latest prevails, whichever page it was given on."""
    interview = begin(**NOWHERE)
    interview.answer("where", where="not_settled")
    card = officer.get(interview.url.replace("first-contact", "tonight"))
    assert card.heading == "Refer to MASH before they leave"
    questions = officer.get(page_of(card, "questions"))
    assert questions.typed()["where"] == ["not_settled"]
    officer.submit(questions, where="nowhere")
    assert interview.page("where").typed(CONTINUE) == {"where": ["nowhere"]}
    assert officer.get(card.url).heading == "A bed tonight, and MASH now"
    decision = decided(officer, card)
    assert decision.status == 200
    advised = record.last("advice_given")
    assert advised["facts"]["needs_bed_tonight"] == "yes"


def test_the_decision_goes_by_the_interview_as_well(begin, officer, record):
    interview = begin(**NOWHERE)
    interview.answer("siblings", siblings_at_home="yes")
    interview.carer(**CARER)
    decided(officer, officer.get(interview.url.replace("first-contact", "tonight")))
    assert record.last("advice_given")["facts"]["siblings_at_home"] == "yes"
    tasks = {entry.body["rule_id"] for entry in record.entries("task_created")}
    assert {"ours-siblings", "ours-siblings-abuse"} <= tasks


def test_it_goes_on_after_the_decision(begin, officer, record):
    interview = begin(**NOWHERE)
    card = officer.get(interview.url.replace("first-contact", "tonight"))
    decided(officer, card)
    interview.answer("what-happened", what_happened="Put out.")
    assert "Put out." in interview.check().words
    assert "Go to the case" in interview.check().words
    assert "Put out." in officer.get(f"/cases/{id_of(card)}").words
    record.holds()


def test_a_restricted_case_is_not_there(begin, officer, browse, record):
    interview = begin(**NOWHERE)
    card = officer.get(interview.url.replace("first-contact", "tonight"))
    decided(officer, card)
    restrict = officer.get(f"/cases/{id_of(card)}/restrict")
    officer.submit(restrict, why="Somebody they know works here")
    other = Interview(browse(OTHER_OFFICER), card)
    for page in ("", "/check", "/where", "/carers", f"/carers/{new_id()}"):
        other.browser.get(other.url + page, status=404)
    other.browser.post(f"{other.url}/where", {"where": "settled"}, status=404)
    interview.list()


# Family: asked first, alone, and never contacted before it is known to be safe.

NO_CONTACT = (
    {},
    {"family": "not_known"},
    {"family": "refuses"},
    {"family": "unsafe"},
    {"family": "agrees"},
    {"family": "agrees", "risk_of_significant_harm": "not_known"},
    {"family": "agrees", "risk_of_significant_harm": "yes"},
    {"family": "refuses", "risk_of_significant_harm": "no"},
)
SUGGESTIONS = (
    "mediation",
    "spoken with",
    "what do they say?",
    "willing",
    "ring their",
    "call their",
)


@pytest.mark.parametrize("answers", NO_CONTACT)
def test_until_it_is_known_to_be_safe_no_page_suggests_contact(begin, answers):
    interview = begin(where="nowhere", **answers)
    pages = interview.questions()
    assert not {"family-views", "mediation", "parents-agreement"} & set(pages)
    assert interview.statuses()["What family says"] == "Cannot start yet"
    assert interview.hint("What family says")
    for page in [interview.list(), interview.check(), *map(interview.page, pages)]:
        for suggestion in SUGGESTIONS:
            said = page.words.lower().replace("that nobody is willing to have them home", "")
            assert suggestion not in said, (page.url, suggestion)
    for slug in ("family-views", "mediation"):
        assert interview.page(slug, status=404).heading == "This is not asked now"


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({}, "Ask the young person first, alone"),
        ({"family": "refuses"}, "Record why under “Alone with them: safe contact”"),
        ({"family": "agrees"}, "A social worker decides first"),
    ],
)
def test_the_list_says_why_family_cannot_be_spoken_with(begin, answers, why):
    assert why in begin(where="nowhere", **answers).hint("What family says")


@pytest.mark.parametrize("sign", ["violence_or_abuse", "forced_marriage", "honour_based_abuse"])
def test_a_sign_of_abuse_closes_what_was_open(begin, officer, sign):
    interview = begin(where="nowhere", **SAFE)
    assert "mediation" in interview.questions()
    interview.answer("signs", signs=[sign])
    assert "mediation" not in interview.questions()
    card = officer.get(interview.url.replace("first-contact", "tonight"))
    assert "Do not contact the family" in card.words
    assert "Ring MASH now" in card.words


@pytest.mark.parametrize("reason", [{"family_reason": REASON}, {"no_answer": "declined"}])
def test_a_refusal_with_its_reason_is_enough(begin, reason):
    interview = begin(where="nowhere", family="refuses")
    assert interview.statuses()["Family who might help"] == "Cannot start yet"
    interview.answer("family-reason", **reason)
    for part in ("Family who might help", "What family says"):
        assert interview.statuses()[part] == "Done"
        assert "That is enough." in interview.hint(part)
    assert "carers" not in interview.questions()


def test_only_a_social_worker_answers_for_a_social_worker(begin, browse):
    interview = begin(where="nowhere", family="unsafe")
    interview.page("social-worker", status=403)
    interview.browser.post(f"{interview.url}/social-worker", {}, status=403)
    assert "As a social worker" not in interview.check().words
    theirs = Interview(browse("social_worker"), interview.browser.pages[2])
    theirs.url = interview.url
    theirs.answer("social-worker", social_worker_allows_family_contact="yes")
    assert "mediation" in interview.questions()
    theirs.answer("social-worker", social_worker_allows_family_contact="no")
    assert "mediation" not in interview.questions()


def facts_of(app, interview):
    """What the rules are told."""
    from views import presenting

    with app.test_request_context():
        found = _presentation(presenting, interview.url.split("/")[2])
        return presenting.facts(found)


def _presentation(presenting, id):
    from store.presentations import presentation
    from views import database

    return presentation(database.current(), id)


def willing(app, interview):
    return facts_of(app, interview).get("parent_or_carer_willing")


def test_parents_and_carers_are_records(begin, app, record):
    interview = begin(where="settled", **SAFE)
    assert "Nobody is on the list yet" in interview.page("carers").words
    mother = interview.carer(**CARER, reach="07700 900123")
    father = interview.carer(relationship="father")
    assert "Ann Made-Up Who are they? Mother" in interview.page("carers").words
    assert willing(app, interview) == "not_known"
    interview.carer(mother, slug="family-views", contacted="yes", their_view="No", willing="no")
    interview.carer(father, slug="family-views", contacted="no", why_not_contacted="Abroad")
    assert willing(app, interview) == "not_known"
    interview.carer(father, slug="family-views", contacted="yes", willing="no")
    assert willing(app, interview) == "not_known"  # there may be somebody else
    interview.answer("carers", carers_complete="yes")
    assert willing(app, interview) == "no"
    interview.carer(father, slug="family-views", willing="yes")
    assert willing(app, interview) == "yes"
    assert "07700 900123" in interview.check().words
    record.holds()


def test_a_list_confirmed_before_somebody_was_added_says_no_no_more(begin, app):
    interview = begin(where="settled", **SAFE)
    mother = interview.carer(**CARER)
    interview.carer(mother, slug="family-views", contacted="yes", willing="no")
    interview.answer("carers", carers_complete="yes")
    assert willing(app, interview) == "no"
    interview.carer(relationship="father")
    assert willing(app, interview) == "not_known"
    assert interview.page("carers").typed(CONTINUE) == {}


def test_a_carer_added_by_mistake_is_taken_off_the_list_with_a_reason(begin, record):
    interview = begin(where="settled", **SAFE)
    twice = interview.carer(**CARER)
    page = interview.page(f"carers/{twice}/remove")
    assert "Ann Made-Up" in page.words
    empty = interview.browser.submit(page, "Take off", status=400)
    assert empty.errors == ["Enter why it is taken off the list"]
    interview.browser.submit(page, "Take off", reason="Entered twice")
    interview.browser.submit(page, "Take off", reason="Entered twice")  # pressed twice
    assert "Ann Made-Up" not in interview.page("carers").words
    assert record.last("record_removed")["reason"] == "Entered twice"
    assert len(record.entries("record_removed")) == 1
    record.holds()


def test_an_empty_record_is_nobody(begin, record):
    interview = begin(where="settled")
    for slug in ("carers", "relatives"):
        page = interview.answer(f"{slug}/{new_id()}", status=400)
        assert page.errors == ["Enter at least one thing about them"]
    assert record.entries("record_saved") == []


def test_relatives_who_might_help_are_asked_for_with_how_they_can_be_reached(begin, record):
    interview = begin(where="nowhere")
    grandmother = {"name": "Nan", "relationship": "grandmother", "might_help": "yes"}
    interview.carer(slug="relatives", **grandmother, reach="Flat 2")
    assert "Nan" in interview.check().words
    interview.answer("relatives", relatives_complete="yes")
    interview.answer("carers", carers_complete="not_known")
    assert interview.statuses()["Family who might help"] == "Done"


def test_what_family_says_is_asked_of_each_of_them(begin):
    interview = begin(where="settled", **SAFE)
    assert "No parent or carer is on the list yet" in interview.page("family-views").words
    interview.browser.get(f"{interview.url}/family-views/{new_id()}", status=404)
    mother = interview.carer(**CARER)
    assert interview.statuses()["What family says"] == "Not started"
    assert "Ann Made-Up" in interview.page(f"family-views/{mother}").words
    interview.carer(mother, slug="family-views", contacted="yes", their_view="She may come back")
    interview.answer("mediation", mediation="yes", mediation_outcome="They talk again")
    assert interview.statuses()["What family says"] == "Done"
    check = interview.check().words
    assert "She may come back" in check
    assert "They talk again" in check


# One answer changes, and what hung from it goes and comes back.


def test_a_changed_answer_drops_three_pages_and_brings_them_back(begin, record):
    interview = begin(where="settled", **SAFE)
    mother = interview.carer(**CARER)
    interview.carer(mother, slug="family-views", contacted="yes", their_view="Come home")
    interview.answer("carers", carers_complete="yes")
    interview.answer("mediation", mediation="yes", mediation_outcome="They talk again")
    before = interview.questions()
    interview.answer("family", family="unsafe")
    dropped = set(before) - set(interview.questions())
    assert dropped == {"carers", "relatives", "family-views", "mediation"}
    check = interview.check()
    for gone in ("Ann Made-Up", "Come home", "They talk again"):
        assert gone not in check.words
    assert "3 answers given before are kept on the record" in check.words
    interview.answer("family", family="agrees")
    check = interview.check()
    for back in ("Ann Made-Up", "Come home", "They talk again"):
        assert back in check.words
    assert "kept on the record" not in check.words
    record.holds()


def test_changing_one_answer_from_the_check_keeps_the_later_ones(begin):
    interview = begin(**NOWHERE)
    interview.answer("what-happened", what_happened="Put out.")
    interview.answer("what-they-want", what_they_want="A room.")
    check = interview.check()
    change = next(a for a in check.soup.select("a") if "What has happened?" in line(a))
    page = interview.browser.get(change["href"])
    assert page.typed(CONTINUE) == {"what_happened": ["Put out."]}
    done = interview.browser.submit(page, CONTINUE, what_happened="Put out by her boyfriend.")
    assert done.location == f"{interview.url}/check"
    check = interview.browser.follow(done)
    assert "Put out by her boyfriend." in check.words
    assert "A room." in check.words


def test_every_change_link_leads_to_its_page_and_back(begin):
    interview = begin(where="settled", **SAFE)
    interview.carer(**CARER)
    for link in interview.check().soup.select(".govuk-summary-list__actions a"):
        page = interview.browser.get(link["href"])
        saved = interview.browser.submit(page, "Save")
        assert saved.location.partition("?")[0] in (
            f"{interview.url}/check",
            f"{interview.url}/carers",
            f"{interview.url}/family-views",
        )


# The way on.


def test_early_help_is_asked_about_only_once_everything_it_needs_is_known(begin):
    interview = begin(**AT_HOME)
    assert interview.statuses()["The way on, and what is shared"] == "Cannot start yet"
    assert interview.page("early-help", status=404).heading == "This is not asked now"
    interview.early_help()
    assert interview.statuses()["The way on, and what is shared"] == "Not started"
    assert not {"told", "agreement", "ground"} & set(interview.questions())


def test_agreed_to_early_help(begin, officer):
    interview = begin(**AT_HOME)
    interview.early_help()
    interview.answer("early-help", consents_to_early_help="yes")
    pages = interview.questions()
    assert "parents-agreement" in pages
    assert not {"way-back", "follow-up"} & set(pages)
    why = officer.get(interview.url.replace("first-contact", "why"))
    assert "Refer to MASH for early help: they have agreed." in why.part("What applies")


def test_refused_early_help_leaves_a_way_back_and_nobody_is_referred(begin, officer):
    interview = begin(**AT_HOME)
    interview.early_help()
    interview.answer("early-help", consents_to_early_help="no")
    assert {"way-back", "follow-up"} < set(interview.questions())
    interview.answer("way-back", way_back=["written_advice", "way_back"])
    interview.answer("follow-up", follow_up="yes", safe_contact="Text their own phone")
    assert "Text their own phone" in interview.check().words
    applies = officer.get(interview.url.replace("first-contact", "why")).part("What applies")
    assert "Make no referral" in applies
    assert "they have agreed" not in applies
    assert interview.statuses()["The way on, and what is shared"] == "Done"


def test_consent_stops_counting_where_it_is_no_longer_asked(begin, app):
    interview = begin(**AT_HOME)
    interview.early_help()
    interview.answer("early-help", consents_to_early_help="yes")
    assert facts_of(app, interview)["consents_to_early_help"] == "yes"
    interview.answer("where", where="may_lose_it")
    assert facts_of(app, interview)["consents_to_early_help"] == "not_known"
    assert "early-help" not in interview.questions()
    assert "told" in interview.questions()
    interview.answer("where", where="settled")
    assert facts_of(app, interview)["consents_to_early_help"] == "yes"


def test_where_the_protocol_is_silent_agreement_is_sought_and_the_ground_recorded(begin):
    interview = begin(where="settled", risk_of_significant_harm="yes")
    pages = interview.questions()
    assert {"agreement", "ground", "told"} < set(pages)
    assert "early-help" not in pages
    assert "It is not required" in interview.page("agreement").words
    interview.answer("agreement", agrees_to_sharing="no")
    interview.answer("ground", sharing_ground="It protects a child from harm")
    interview.answer("told", told_what_is_shared="no", why_not_told="They had left")
    assert interview.statuses()["The way on, and what is shared"] == "Done"


@pytest.mark.parametrize("where", ["nowhere", "not_settled", "may_lose_it", None])
def test_where_no_consent_is_needed_they_are_told_and_not_asked(begin, where):
    """A friend's sofa is not a home. Need that is not known is acted on as need (A12)."""
    pages = begin(**({"where": where} if where else {})).questions()
    assert "told" in pages
    assert not {"early-help", "agreement", "ground"} & set(pages)


def test_an_interpreter_stands_out_on_the_list(begin):
    interview = begin(**NOWHERE)
    assert "interpreter:" not in interview.list().words
    interview.answer("interpreter", interpreter="yes", language="Tigrinya")
    for page in (interview.list(), interview.check()):
        assert "They need an interpreter: Tigrinya. Never a relative or a friend." in page.words


@pytest.mark.parametrize(
    ("slug", "fact", "words"),
    [
        ("pregnant", "pregnant", "for the unborn child"),
        ("own-child", "has_child_of_own", "for the young person's child"),
        ("siblings", "siblings_at_home", "for each brother or sister still at home"),
    ],
)
def test_other_children_have_contacts_of_their_own(begin, officer, slug, fact, words):
    interview = begin(**{**NOWHERE, "risk_of_significant_harm": "no"})
    assert "Because of other children" not in interview.list().words
    interview.answer(slug, **{fact: "yes"})
    for page in (interview.list(), interview.check()):
        prompts = page.part("Because of other children")
        assert f"Make a contact to MASH of its own {words}" in prompts
        assert "Our rule about other children, to be confirmed" in prompts
        assert "Ring the assessment team now" not in prompts
    card = officer.get(interview.url.replace("first-contact", "tonight"))
    assert words in card.part("Who acts, and by when")
    interview.answer(slug, **{fact: "no"})
    assert "Because of other children" not in interview.list().words


@pytest.mark.parametrize("harm", ["yes", "not_known", None])
def test_siblings_at_home_where_harm_is_not_ruled_out_are_rung_about_now(begin, harm):
    interview = begin(**{**NOWHERE, "risk_of_significant_harm": harm})
    saved = interview.answer("siblings", siblings_at_home="yes")
    for page in (interview.browser.follow(saved), interview.list(), interview.check()):
        assert "Ring the assessment team now" in now(page)


def now(page):
    """What the page says has to be done before anything else is asked."""
    return " ".join(line(warning) for warning in page.soup.select(".govuk-warning-text"))


@pytest.mark.parametrize(
    ("slug", "answers", "words"),
    [
        ("signs", {"signs": ["self_harm"]}, "Ring MASH now and say what you have seen and heard."),
        ("harm", {"risk_of_significant_harm": "yes"}, "In danger this minute: ring 999."),
        ("left", {"left_or_missing": "yes"}, "ring the police if it calls for it"),
    ],
)
def test_what_does_not_wait_is_said_on_the_next_page_once_and_on_the_list(
    begin, slug, answers, words
):
    interview = begin(**NOWHERE)
    for page in (interview.page(slug), interview.list(), interview.check()):
        assert now(page) == ""
    after = interview.browser.follow(interview.answer(slug, **answers))
    assert words in now(after)
    assert "Numbers to ring" in now(after)
    then = interview.browser.follow(interview.browser.submit(after, CONTINUE))
    assert now(then) == ""
    for page in (interview.list(), interview.check()):
        assert words in now(page)
    interview.answer(slug, **answers)
    assert now(interview.page(slug)) == ""


def test_whoever_has_left_is_looked_for(begin, officer):
    interview = begin(**NOWHERE)
    assert "since-they-left" not in interview.questions()
    interview.answer("left", left_or_missing="yes")
    assert "since-they-left" in interview.questions()
    why = officer.get(interview.url.replace("first-contact", "why"))
    assert "hold the bed" in why.part("What applies")


def test_somebody_outside_the_protocol_is_sent_to_the_card(begin):
    born = {"age": "date_of_birth", "date_of_birth": ["1", "1", "1999"]}
    interview = begin(where="nowhere", **born)
    assert "They are not 16 or 17" in interview.list().words
    assert "on the card" in interview.hint("The way on, and what is shared")


# Two officers, and pages saved twice.


def test_somebody_else_goes_on_where_one_officer_stopped(begin, browse):
    interview = begin(**NOWHERE)
    interview.answer("what-happened", what_happened="Put out.")
    interview.carer(**CARER)
    other = browse(OTHER_OFFICER)
    theirs = Interview(other, interview.browser.pages[2])
    theirs.url = interview.url
    assert theirs.statuses() == interview.statuses()
    assert theirs.page("what-happened").typed(CONTINUE) == {"what_happened": ["Put out."]}
    theirs.answer("what-happened", what_happened="Put out last night.")
    assert "Put out last night." in interview.check().words
    assert interview.url.replace("first-contact", "tonight") in other.get("/").text


def test_two_officers_answering_one_page_lose_nothing(begin, browse, record):
    interview = begin(**NOWHERE)
    mine = interview.page("what-they-want")
    theirs = Interview(browse(OTHER_OFFICER), interview.browser.pages[2])
    theirs.url = interview.url
    theirs.answer("what-they-want", what_they_want="A foster home.")
    again = interview.browser.submit(mine, CONTINUE, 409, what_they_want="A room.")
    assert "Somebody else saved these questions while you were answering" in again.errors[0]
    assert "Saved: “A foster home.”. Yours: “A room.”." in again.words
    assert again.typed(CONTINUE) == {"what_they_want": ["A room."]}
    assert record.last("answers_set_aside")["answers"][0]["value"] == "A room."
    assert "A foster home." in interview.check().words
    interview.browser.submit(again, CONTINUE, what_they_want="A room.")
    assert "A room." in interview.check().words
    record.holds()


def test_two_officers_saving_one_carer_lose_nothing(begin, browse, record):
    interview = begin(**NOWHERE)
    mother = interview.carer(**CARER)
    mine = interview.page(f"carers/{mother}")
    theirs = Interview(browse(OTHER_OFFICER), interview.browser.pages[2])
    theirs.url = interview.url
    theirs.carer(mother, name="Anna Made-Up")
    again = interview.browser.submit(mine, "Save", 409, name="Ann M.")
    assert "Saved: “Anna Made-Up”. Yours: “Ann M.”." in again.words
    assert record.last("record_set_aside")["fields"]["name"]["value"] == "Ann M."
    interview.browser.submit(again, "Save", name="Ann M.")
    assert "Ann M." in interview.page("carers").words


def test_what_others_do_with_the_case_holds_nobody_up(begin, officer):
    """Only answers are held against answers."""
    interview = begin(**NOWHERE)
    card = officer.get(interview.url.replace("first-contact", "tonight"))
    page = interview.page("what-happened")
    decided(officer, card)
    officer.submit(page, CONTINUE, what_happened="Put out.")
    assert "Put out." in interview.check().words


def test_a_page_that_is_no_question_any_more_keeps_what_was_typed(begin, browse, record):
    interview = begin(where="settled", **SAFE)
    page = interview.page("mediation")
    theirs = Interview(browse(OTHER_OFFICER), interview.browser.pages[2])
    theirs.url = interview.url
    theirs.answer("family", family="unsafe")
    told = interview.browser.submit(page, CONTINUE, 409, mediation="yes")
    assert told.heading == "This is not asked now"
    assert "kept on the record" in told.words
    assert record.last("answers_set_aside")["answers"][0]["value"] == "yes"
    assert record.last("answers_given")["page"] == "family"


def test_the_same_page_posted_twice_is_saved_once(begin, record):
    interview = begin(**NOWHERE)
    page = interview.page("what-happened")
    interview.browser.submit(page, CONTINUE, what_happened="Put out.")
    interview.browser.submit(page, CONTINUE, what_happened="Put out.")
    assert len(record.entries("answers_given")) == 2
    again = interview.browser.submit(page, CONTINUE, 409, what_happened="Something else.")
    assert "You saved these questions before, differently" in again.errors[0]


@pytest.mark.parametrize("standing", ["asked_not_known", "declined", "unsafe_to_ask"])
def test_why_there_are_no_words_is_an_answer(begin, record, standing):
    interview = begin(**NOWHERE)
    interview.answer("what-happened", no_answer=standing)
    given = record.last("answers_given")["answers"][0]
    assert (given["value"], given["standing"]) == (None, standing)
    assert interview.page("what-happened").typed(CONTINUE) == {"no_answer": [standing]}
    assert interview.statuses()["In their own words"] == "Done"
    interview.answer("what-happened", what_happened="Put out.")
    assert answered(record, interview)["what_happened"]["standing"] == "answered"


def test_what_is_not_known_is_counted_on_the_list(begin):
    interview = begin(**NOWHERE)
    interview.answer("pregnant", pregnant="not_known")
    assert interview.hint("Other children") == "1 answer not known yet"
    interview.answer("siblings", siblings_at_home="not_known")
    assert interview.hint("Other children") == "2 answers not known yet"


def test_after_the_interview_comes_what_it_means_and_the_decision(begin, officer):
    interview = begin(**NOWHERE)
    check = interview.check()
    links = {line(a): a["href"] for a in check.soup.main.select("a")}
    assert officer.get(links["See what has to happen"]).heading == "A bed tonight, and MASH now"
    assert officer.get(links["Record your decision"]).heading == "Your decision"
    card = officer.get(links["See what has to happen"])
    assert "First contact in full" in card.words
    assert deciding(officer, card).status == 200


def test_the_list_of_records_lists_only_its_kind(begin):
    kinds = {page.slug: page.kind for page in FIRST_CONTACT.pages if isinstance(page, Records)}
    assert kinds == {"carers": "carer", "relatives": "relative", "family-views": "carer"}


def test_whoever_signs_in_as_the_same_role_sees_the_same(begin, browse):
    interview = begin(**NOWHERE)
    again = Interview(browse(OFFICER), interview.browser.pages[2])
    again.url = interview.url
    assert again.list().words == interview.list().words
