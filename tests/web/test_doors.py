"""Every page, and who may open it."""

import pytest

from app import create_app
from protocol.people import ROLES
from tests.web.browser import Browser
from tests.web.conftest import OFFICER, PASSWORD, email_of
from tests.web.journey import came, decided

MEETS_YOUNG_PEOPLE = {
    "housing_needs_officer",
    "housing_duty_manager",
    "housing_options_assessor",
    "emergency_duty_team_worker",
    "social_worker",
    "social_work_duty_manager",
}
READS_CASES = MEETS_YOUNG_PEOPLE | {
    "mash_social_worker",
    "mash_manager",
    "team_manager",
    "service_manager",
    "head_of_service",
    "auditor",
}
SPEAKS_FOR_A_SERVICE = READS_CASES - {"head_of_service", "auditor"}
MASH = {"mash_social_worker", "mash_manager"}
DECIDES_OUTCOMES = {"social_worker", "team_manager", "social_work_duty_manager", "head_of_service"}
LOOKS_ACROSS_CASES = {
    "housing_duty_manager",
    "service_manager",
    "mash_manager",
    "team_manager",
    "social_work_duty_manager",
    "head_of_service",
    "auditor",
}
WORKS = READS_CASES - {"auditor"}
ANSWERS_FOR_SOCIAL_CARE = {
    "mash_manager",
    "team_manager",
    "social_work_duty_manager",
    "head_of_service",
}
SOCIAL_WORK = {"social_worker", "team_manager", "social_work_duty_manager"}
RECEIVES_CHILDREN = SOCIAL_WORK | {"early_help_worker"}
MANAGERS = {
    "housing_duty_manager",
    "social_work_duty_manager",
    "team_manager",
    "mash_manager",
    "service_manager",
    "head_of_service",
}
VISITORS = {"support_worker", "early_help_worker"}
SUPPORTERS = VISITORS | {
    "social_worker",
    "team_manager",
    "social_work_duty_manager",
    "housing_options_assessor",
}
WATCHES = SUPPORTERS | {"emergency_duty_team_worker"}
ALL, ANYBODY = set(ROLES), set(ROLES) | {None}

# Every page and button there is → who may use it. None is somebody not signed in.
EXPECTED = {
    ("GET", "static"): ANYBODY,
    ("GET", "sign_in.sign_in"): ANYBODY,
    ("POST", "sign_in.sign_in"): ANYBODY,
    ("POST", "sign_in.sign_out"): ALL,
    ("GET", "home.home"): ALL,
    ("GET", "support.support"): READS_CASES | VISITORS,
    ("GET", "checklist.new"): SUPPORTERS,
    ("POST", "checklist.new"): SUPPORTERS,
    ("GET", "checklist.checklist"): READS_CASES | VISITORS,
    ("GET", "checklist_talk.theme"): SUPPORTERS,
    ("POST", "checklist_talk.theme"): SUPPORTERS,
    ("GET", "checklist_changes.changes"): READS_CASES | VISITORS,
    ("GET", "checklist.put_forward_page"): SUPPORTERS,
    ("POST", "checklist.put_forward_page"): SUPPORTERS,
    ("GET", "checklist_paper.paper"): SUPPORTERS,
    ("GET", "support_visits.visits"): WATCHES,
    ("POST", "support_visits.visits"): WATCHES,
    ("GET", "support_visits.new"): WATCHES,
    ("POST", "support_visits.new"): WATCHES,
    ("GET", "support_visits.take_back"): WATCHES,
    ("POST", "support_visits.take_back"): WATCHES,
    ("GET", "support_visits.seen_that_day"): WATCHES,
    ("POST", "support_visits.seen_that_day"): WATCHES,
    ("GET", "support_visits.nobody_that_day"): WATCHES,
    ("POST", "support_visits.nobody_that_day"): WATCHES,
    ("GET", "support_package.package"): SUPPORTERS,
    ("POST", "support_package.package"): SUPPORTERS,
    ("GET", "support_package.end"): SOCIAL_WORK,
    ("POST", "support_package.end"): SOCIAL_WORK,
    ("GET", "support_fewer_visits.fewer_visits"): SOCIAL_WORK,
    ("POST", "support_fewer_visits.fewer_visits"): SOCIAL_WORK,
    ("GET", "support_fewer_visits.daily_visits_again"): WATCHES,
    ("POST", "support_fewer_visits.daily_visits_again"): WATCHES,
    ("GET", "checklist_review.review"): READS_CASES | VISITORS,
    ("GET", "checklist_review.point"): SUPPORTERS,
    ("POST", "checklist_review.point"): SUPPORTERS,
    ("GET", "checklist_review.edit"): SUPPORTERS,
    ("POST", "checklist_review.edit"): SUPPORTERS,
    ("GET", "checklist_review.send_back"): SUPPORTERS,
    ("POST", "checklist_review.send_back"): SUPPORTERS,
    ("GET", "checklist_review.answer_question"): SUPPORTERS,
    ("POST", "checklist_review.answer_question"): SUPPORTERS,
    ("GET", "plan.plan"): READS_CASES | VISITORS,
    ("GET", "plan.as_pdf"): READS_CASES | VISITORS,
    ("GET", "plan.as_calendar"): READS_CASES | VISITORS,
    ("GET", "plan.as_given"): READS_CASES | VISITORS,
    ("GET", "plan_steps.add"): SUPPORTERS,
    ("POST", "plan_steps.add"): SUPPORTERS,
    ("GET", "plan_steps.their_view"): SUPPORTERS,
    ("POST", "plan_steps.their_view"): SUPPORTERS,
    ("GET", "plan_steps.given"): SUPPORTERS,
    ("POST", "plan_steps.given"): SUPPORTERS,
    ("GET", "plan_steps.change"): SUPPORTERS,
    ("POST", "plan_steps.change"): SUPPORTERS,
    ("GET", "plan_steps.done"): SUPPORTERS,
    ("POST", "plan_steps.done"): SUPPORTERS,
    ("GET", "plan_steps.drop"): SUPPORTERS,
    ("POST", "plan_steps.drop"): SUPPORTERS,
    ("GET", "rights.sheet_now"): READS_CASES | VISITORS,
    ("GET", "rights.as_given"): READS_CASES | VISITORS,
    ("GET", "rights.what_they_said"): READS_CASES | VISITORS,
    ("GET", "rights.give"): SUPPORTERS | MEETS_YOUNG_PEOPLE,
    ("POST", "rights.give"): SUPPORTERS | MEETS_YOUNG_PEOPLE,
    ("GET", "rights.feedback"): SUPPORTERS,
    ("POST", "rights.feedback"): SUPPORTERS,
    ("GET", "card.start"): MEETS_YOUNG_PEOPLE,
    ("POST", "card.start"): MEETS_YOUNG_PEOPLE,
    ("GET", "card.change"): MEETS_YOUNG_PEOPLE,
    ("POST", "card.change"): MEETS_YOUNG_PEOPLE,
    ("GET", "card.tonight"): MEETS_YOUNG_PEOPLE,
    ("GET", "card.why"): MEETS_YOUNG_PEOPLE,
    ("GET", "decision.decide"): MEETS_YOUNG_PEOPLE,
    ("POST", "decision.decide"): MEETS_YOUNG_PEOPLE,
    ("GET", "cases.case"): READS_CASES,
    ("POST", "case_actions.done"): READS_CASES - {"auditor"},
    ("POST", "case_actions.take"): READS_CASES - {"auditor"},
    ("POST", "case_actions.close"): READS_CASES - {"auditor"},
    ("POST", "case_actions.take_duty"): READS_CASES - {"auditor"},
    ("POST", "case_actions.duty_done"): READS_CASES - {"auditor"},
    ("GET", "case_actions.take_over"): MEETS_YOUNG_PEOPLE,
    ("POST", "case_actions.take_over"): MEETS_YOUNG_PEOPLE,
    ("GET", "case_actions.hand_to"): MEETS_YOUNG_PEOPLE,
    ("POST", "case_actions.hand_to"): MEETS_YOUNG_PEOPLE,
    ("GET", "case_actions.restrict"): READS_CASES - {"auditor"},
    ("POST", "case_actions.restrict"): READS_CASES - {"auditor"},
    ("GET", "case_journeys.tasks"): READS_CASES,
    ("GET", "case_journeys.check"): READS_CASES,
    ("GET", "case_journeys.question"): READS_CASES - {"auditor"},
    ("POST", "case_journeys.question"): READS_CASES - {"auditor"},
    ("GET", "case_journeys.record"): READS_CASES - {"auditor"},
    ("POST", "case_journeys.record"): READS_CASES - {"auditor"},
    ("GET", "case_journeys.remove"): READS_CASES - {"auditor"},
    ("POST", "case_journeys.remove"): READS_CASES - {"auditor"},
    ("GET", "first_contact.tasks"): MEETS_YOUNG_PEOPLE,
    ("GET", "first_contact.check"): MEETS_YOUNG_PEOPLE,
    ("GET", "first_contact.question"): MEETS_YOUNG_PEOPLE,
    ("POST", "first_contact.question"): MEETS_YOUNG_PEOPLE,
    ("GET", "first_contact.record"): MEETS_YOUNG_PEOPLE,
    ("POST", "first_contact.record"): MEETS_YOUNG_PEOPLE,
    ("GET", "first_contact.remove"): MEETS_YOUNG_PEOPLE,
    ("POST", "first_contact.remove"): MEETS_YOUNG_PEOPLE,
    ("GET", "assessment.assessment"): READS_CASES,
    ("POST", "assessment.longer"): {"team_manager", "social_work_duty_manager"},
    ("GET", "outcome.outcome"): READS_CASES,
    ("GET", "outcome.record"): DECIDES_OUTCOMES,
    ("POST", "outcome.record"): DECIDES_OUTCOMES,
    ("GET", "advocacy.ledger"): LOOKS_ACROSS_CASES,
    ("GET", "advocacy.as_csv"): LOOKS_ACROSS_CASES,
    ("GET", "across.page"): LOOKS_ACROSS_CASES,
    ("GET", "across.as_csv"): LOOKS_ACROSS_CASES,
    ("GET", "placements.propose"): WORKS,
    ("POST", "placements.propose"): WORKS,
    ("GET", "placements.placement"): WORKS,
    ("POST", "placements.confirm"): WORKS,
    ("GET", "placements.gate"): WORKS,
    ("POST", "placements.gate"): WORKS,
    ("GET", "placements.has_happened"): WORKS,
    ("POST", "placements.has_happened"): WORKS,
    ("GET", "whereabouts.legal_basis"): SOCIAL_WORK,
    ("POST", "whereabouts.legal_basis"): SOCIAL_WORK,
    ("GET", "whereabouts.left"): WORKS,
    ("POST", "whereabouts.left"): WORKS,
    ("GET", "whereabouts.returned"): WORKS,
    ("POST", "whereabouts.returned"): WORKS,
    ("GET", "whereabouts.end_hold"): MANAGERS,
    ("POST", "whereabouts.end_hold"): MANAGERS,
    ("GET", "signatures.waiting"): READS_CASES | {"lawyer", "threshold_owner"},
    ("GET", "signatures.signature"): READS_CASES,
    ("POST", "signatures.take_step"): READS_CASES - {"auditor"},
    ("GET", "readings.readings"): ALL,
    ("GET", "readings.reading"): ALL,
    ("GET", "readings.propose"): {"head_of_service"},
    ("POST", "readings.propose"): {"head_of_service"},
    ("GET", "fifty_points.about"): ALL,
    ("GET", "rule_book.contents"): ALL,
    ("GET", "rule_book.section"): ALL,
    ("GET", "rule_book.section_map"): ALL,
    ("GET", "rule_book.overview"): ALL,
    ("GET", "hand_over.status"): MEETS_YOUNG_PEOPLE,
    ("POST", "hand_over.bed"): MEETS_YOUNG_PEOPLE,
    ("POST", "hand_over.rung"): MEETS_YOUNG_PEOPLE,
    ("POST", "hand_over.i_have_it"): {"emergency_duty_team_worker"},
    ("GET", "duty_to_refer.status"): READS_CASES,
    ("GET", "duty_to_refer.notice"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "duty_to_refer.answer"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "duty_to_refer.answer"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "duty_to_refer.sent"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "duty_to_refer.sent"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "duty_to_refer.acknowledged"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "duty_to_refer.acknowledged"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "duty_to_refer.outcome"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "duty_to_refer.outcome"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "duty_to_refer.ended"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "duty_to_refer.ended"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "duty_to_refer.withdrawn"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "duty_to_refer.withdrawn"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "turning_18.page"): READS_CASES,
    ("GET", "mash_contact.waiting"): MASH,
    ("GET", "mash_contact.contact"): READS_CASES,
    ("POST", "mash_contact.acknowledge"): MASH,
    ("GET", "mash_received.new"): MASH,
    ("POST", "mash_received.new"): MASH,
    ("POST", "mash_received.harm_first"): MASH,
    ("GET", "mash_received.told"): MASH,
    ("POST", "mash_received.told"): MASH,
    ("GET", "mash_received.another"): MASH,
    ("POST", "mash_received.another"): MASH,
    ("POST", "mash_received.seen"): WORKS,
    ("GET", "mash_at_once.harm"): MASH,
    ("POST", "mash_at_once.harm"): MASH,
    ("GET", "mash_at_once.tell_their_workers"): MASH,
    ("POST", "mash_at_once.tell_their_workers"): MASH,
    ("GET", "mash_at_once.who"): MASH,
    ("POST", "mash_at_once.who"): MASH,
    ("GET", "mash_chronology.page"): READS_CASES,
    ("GET", "mash_child.child"): READS_CASES,
    ("GET", "mash_rating.rating"): MASH,
    ("POST", "mash_rating.rating"): MASH,
    ("GET", "mash_rating.suggestion"): MASH,
    ("POST", "mash_rating.suggestion"): MASH,
    ("GET", "mash_decision.decision"): MASH,
    ("POST", "mash_decision.decision"): MASH,
    ("GET", "mash_lists.mine"): MASH,
    ("GET", "mash_lists.team"): MASH | ANSWERS_FOR_SOCIAL_CARE,
    **{
        (method, f"mash_oversight.{step}"): MASH
        for step in ("flag", "unflag", "guidance", "give", "have_it")
        for method in ("GET", "POST")
    },
    ("GET", "mash_oversight.actions"): WORKS,
    ("POST", "mash_oversight.actions"): WORKS,
    ("GET", "mash_meetings.meeting_list"): MASH | LOOKS_ACROSS_CASES,
    ("GET", "mash_meetings.meeting"): MASH | LOOKS_ACROSS_CASES,
    ("GET", "mash_meetings.hold"): MASH,
    ("POST", "mash_meetings.hold"): MASH,
    ("GET", "mash_meeting_decisions.meeting"): MASH,
    ("POST", "mash_meeting_decisions.meeting"): MASH,
    ("GET", "mash_themes.theme_notes"): MASH | LOOKS_ACROSS_CASES,
    ("GET", "mash_themes.write"): MASH,
    ("POST", "mash_themes.write"): MASH,
    ("GET", "thresholds.page"): ALL,
    ("GET", "thresholds.value"): ALL,
    ("GET", "thresholds.propose"): {"head_of_service"},
    ("POST", "thresholds.propose"): {"head_of_service"},
    ("GET", "mash_sharing.sharing"): MASH,
    ("POST", "mash_sharing.sharing"): MASH,
    ("GET", "mash_sharing.withdraw_agreement"): MASH,
    ("POST", "mash_sharing.withdraw_agreement"): MASH,
    ("GET", "mash_checks.ask_check"): MASH,
    ("POST", "mash_checks.ask_check"): MASH,
    ("GET", "mash_checks.answer"): MASH,
    ("POST", "mash_checks.answer"): MASH,
    ("GET", "mash_checks.read"): MASH | RECEIVES_CHILDREN,
    ("POST", "mash_checks.read"): MASH | RECEIVES_CHILDREN,
    ("GET", "mash_handing_on.hand_on"): MASH,
    ("POST", "mash_handing_on.hand_on"): MASH,
    ("GET", "mash_handing_on.step_down"): MASH,
    ("POST", "mash_handing_on.step_down"): MASH,
    ("GET", "mash_handing_on.receive"): RECEIVES_CHILDREN,
    ("POST", "mash_handing_on.receive"): RECEIVES_CHILDREN,
    ("GET", "mash_handing_on.agreement_gone"): RECEIVES_CHILDREN,
    ("POST", "mash_handing_on.agreement_gone"): RECEIVES_CHILDREN,
    ("GET", "mash_strategy.strategy_discussion"): MASH | SOCIAL_WORK,
    ("POST", "mash_strategy.strategy_discussion"): MASH | SOCIAL_WORK,
    ("GET", "mash_feedback.feedback"): MASH,
    ("POST", "mash_feedback.feedback"): MASH,
    ("GET", "mash_feedback.no_feedback"): MASH,
    ("POST", "mash_feedback.no_feedback"): MASH,
    ("GET", "mash_closing.close"): MASH,
    ("POST", "mash_closing.close"): MASH,
    ("GET", "disputes.new"): SPEAKS_FOR_A_SERVICE,
    ("POST", "disputes.new"): SPEAKS_FOR_A_SERVICE,
    ("GET", "disputes.dispute"): READS_CASES,
    ("POST", "disputes.take_step"): SPEAKS_FOR_A_SERVICE,
    ("GET", "disputes.accommodated"): SPEAKS_FOR_A_SERVICE,
    ("POST", "disputes.accommodated"): SPEAKS_FOR_A_SERVICE,
    ("GET", "disputes.lessons"): READS_CASES,
    ("GET", "disputes.lessons_csv"): READS_CASES,
    ("GET", "complaints.new"): READS_CASES - {"auditor"},
    ("POST", "complaints.new"): READS_CASES - {"auditor"},
    ("GET", "complaints.complaint"): READS_CASES,
    ("POST", "complaints.take_step"): READS_CASES - {"auditor"},
    ("GET", "people.find"): READS_CASES,
    ("POST", "people.find"): READS_CASES,
    ("GET", "people.person"): READS_CASES,
    ("GET", "people.add_alias"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "people.add_alias"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "people.remove_alias"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "people.remove_alias"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "people.find_same"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "people.find_same"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "people.link"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "people.link"): MEETS_YOUNG_PEOPLE | MASH,
    ("GET", "people.unlink"): MEETS_YOUNG_PEOPLE | MASH,
    ("POST", "people.unlink"): MEETS_YOUNG_PEOPLE | MASH,
}


def doors(app):
    return {
        (method, rule.endpoint): rule
        for rule in app.url_map.iter_rules()
        for method in rule.methods & {"GET", "POST", "PUT", "PATCH", "DELETE"}
    }


@pytest.fixture
def address(app, world):
    """Where each door is, in a service that has something behind it."""
    world.restore(app)
    return world.addresses | {"static": "/static/app/app.css"}


def test_every_page_is_in_the_table_of_who_may_open_it(app):
    assert set(doors(app)) == set(EXPECTED)


@pytest.mark.parametrize("role", [None, *ROLES])
def test_each_role_may_open_what_the_table_says_and_nothing_else(browse, address, record, role):
    before, browser = record.entries(), browse(role)
    for (method, endpoint), roles in EXPECTED.items():
        url = address[endpoint]
        page = browser.get(url, None) if method == "GET" else browser.post(url)
        if role in roles:
            # A button without its proof is not believed; that it may be pressed shows all the same.
            assert page.status in ((200,) if method == "GET" else (400, 409)), (method, endpoint)
        elif role is None:
            assert page.status == 302, (method, endpoint)
            assert page.location.startswith("/sign-in")
        else:
            assert page.status == 403, (method, endpoint)
            assert page.heading == "You cannot see this page"
        if method == "GET":
            with browser.client.head(url) as response:
                assert response.status_code == page.status
    assert record.entries() == before


def test_a_page_that_names_nobody_is_closed_to_everybody(app, clock):
    other = create_app(DATABASE=app.config["DATABASE"], SECRET_KEY="only for tests", CLOCK=clock)
    other.add_url_rule("/forgotten", "forgotten", lambda: "Everybody's secrets")
    assert Browser(other).get("/forgotten", status=302).location.startswith("/sign-in")
    for role in ROLES:
        browser = Browser(other)
        browser.sign_in(email_of(role), PASSWORD)
        assert "secrets" not in browser.get("/forgotten", status=403).text


def test_a_role_nobody_has_heard_of_opens_only_what_is_open_to_everybody(app, record, browse):
    with record.database() as db:
        db.execute("update accounts set role = 'invented' where role = 'auditor'")
        db.conn.commit()
    browser = browse("auditor")
    browser.get("/")
    browser.get("/young-person-here-now", status=403)


def test_home_offers_only_what_may_be_opened(browse, officer):
    came(officer)
    decided(officer, came(officer))
    for role in ROLES:
        browser = browse(role)
        for link in browser.get("/").soup.main.find_all("a"):
            browser.get(link["href"])


@pytest.mark.parametrize("proof", [None, "", "made-up", "of another sign-in", "of another key"])
def test_nothing_is_done_without_proof_that_the_button_was_on_a_page_of_ours(
    app, world, browse, record, proof
):
    """Everything else about the post is right."""
    world.restore(app)
    token = {"of another key": "IjEi.Zz.x"}.get(proof, proof)
    if proof == "of another sign-in":
        token = browse(OFFICER).get("/young-person-here-now").filled()["csrf_token"]
    entries, tables = record.entries(), record.tables()
    for endpoint, form in world.forms.items():
        (name,) = (name for name in form.names if name.endswith("csrf_token"))
        page = form.post(form.body(name, () if token is None else (token,)))
        assert page.status == 400, endpoint
    assert record.entries() == entries
    assert record.tables() == tables
    signed_out = world.forms["sign_in.sign_out"]
    assert signed_out.browser.get("/").heading == "Your work"


def test_nobody_is_signed_in_without_proof_that_they_used_our_page(app):
    browser = Browser(app)
    page = browser.post("/sign-in", {"email": email_of(OFFICER), "password": PASSWORD}, status=400)
    assert page.errors == ["This page was open for too long. Check it and save it again"]
    browser.get("/", status=302)


def test_a_page_left_open_over_a_sign_out_keeps_what_was_typed(browse):
    """Somebody else signed in at the same desk meanwhile; the form has the proof of before."""
    browser = browse(OFFICER)
    page = browser.get("/young-person-here-now")
    browser.sign_in(email_of("social_worker"), PASSWORD)
    again = browser.submit(page, where="nowhere", family="unsafe", status=400)
    assert again.errors == ["This page was open for too long. Check it and save it again"]
    assert again.typed() == {"where": ["nowhere"], "family": ["unsafe"]}
