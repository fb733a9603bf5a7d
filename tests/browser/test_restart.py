"""What was acknowledged stays, however the service ends."""

import threading
from contextlib import closing
from itertools import cycle

import pytest
import requests
from bs4 import BeautifulSoup

from cli.demo import PASSWORD
from store.answers import answers_so_far
from store.database import connect
from store.stream_names import case
from tests.browser.journey import EMAIL
from tests.browser.service import Service

ANSWERS = cycle(["nowhere", "not_settled", "homeless", "may_lose_it", "settled"])


@pytest.mark.timeout(240)
def test_no_acknowledged_answer_is_lost_when_the_service_is_killed_and_run_again(own_service):
    acknowledged: dict[str, str] = {}
    for kill in (kill_after_a_save, kill_while_saving, kill_while_saving):
        own_service.start()
        kill(own_service, acknowledged)

    own_service.start()
    assert len(acknowledged) > 3
    assert saved(own_service, acknowledged) == acknowledged
    assert shown(own_service, *next(iter(acknowledged.items())))
    proof = own_service.command("verify-journal")
    assert proof.returncode == 0, proof.stdout + proof.stderr


def kill_after_a_save(service: Service, acknowledged: dict[str, str]) -> None:
    with signed_in(service) as session:
        save(session, service, acknowledged)
        service.kill()


def kill_while_saving(service: Service, acknowledged: dict[str, str]) -> None:
    """Two officers save one answer after the other, until nobody is there to save it."""
    before, several = len(acknowledged), threading.Event()

    def keep_saving(session: requests.Session) -> None:
        try:
            while True:
                save(session, service, acknowledged)
                if len(acknowledged) > before + 6:
                    several.set()
        except requests.RequestException:
            several.set()

    with signed_in(service) as one, signed_in(service) as other:
        officers = [threading.Thread(target=keep_saving, args=[each]) for each in (one, other)]
        for officer in officers:
            officer.start()
        several.wait(60)
        service.kill()
        for officer in officers:
            officer.join()


def signed_in(service: Service) -> requests.Session:
    session = requests.Session()
    page = session.get(f"{service.url}/sign-in", timeout=30)
    form = hidden(page.text) | {"email": EMAIL, "password": PASSWORD}
    session.post(f"{service.url}/sign-in", form, timeout=30).raise_for_status()
    return session


def save(session: requests.Session, service: Service, acknowledged: dict[str, str]) -> None:
    """Save an answer. It is acknowledged once the browser is sent on to the card."""
    url, answer = f"{service.url}/young-person-here-now", next(ANSWERS)
    form = hidden(session.get(url, timeout=30).text) | {"where": answer}
    sent_on = session.post(url, form, allow_redirects=False, timeout=30)
    assert sent_on.status_code == 302
    acknowledged[sent_on.headers["Location"].split("/")[2]] = answer


def hidden(page: str) -> dict[str, str]:
    """What the form on the page carries."""
    fields = BeautifulSoup(page, "html.parser").select("main input[type=hidden]")
    return {field["name"]: field["value"] for field in fields}


def saved(service: Service, ids: dict[str, str]) -> dict[str, str]:
    """What the store says was answered."""
    db = connect(service.database)
    with closing(db):
        return {id: answers_so_far(db, case(id), "card")["where"]["value"] for id in ids}


def shown(service: Service, id: str, answer: str) -> bool:
    """Whether the page of the questions shows this answer."""
    with signed_in(service) as session:
        page = session.get(f"{service.url}/young-person/{id}/questions", timeout=30)
    chosen = BeautifulSoup(page.text, "html.parser").select("[name=where][checked]")
    return [each["value"] for each in chosen] == [answer]
