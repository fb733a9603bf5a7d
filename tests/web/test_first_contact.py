from tests.web.conftest import OFFICER
from tests.web.journey import came, NOWHERE
import time

def test_smoke(officer):
    card = came(officer, **NOWHERE)
    base = card.url.replace("/tonight", "/first-contact")
    t=time.time()
    page = officer.get(base)
    print(page.words, time.time()-t)
    for a in page.soup.select(".govuk-task-list a"):
        q = officer.get(a["href"])
        while True:
            t=time.time()
            n = officer.submit(q, "Save and", status=302)
            q = officer.follow(n)
            print(q.url, q.heading, time.time()-t)
            if q.url.endswith("check"): break
        break
    print(q.words)
    assert 0
