"""The journal and the tables beside it; SQLite through sqlite-utils."""

# Imported here so that no entry is ever appended while a projection is not yet registered:
# importing any module of this package imports this one first. The order is the order in which
# several projections of one kind run.
from store import answers, people, presentations, cases, tasks, restrictions, contacts  # noqa: F401, I001
from store import signatures, confirmations, threshold_confirmations  # noqa: F401
from store import person_names, other_birth_dates, same_person  # noqa: F401
from store import records, outcomes  # noqa: F401
from store import disputes, dispute_lessons, complaints  # noqa: F401
from store import placements  # noqa: F401
from store.mash import contact_child, harm, open_to, received  # noqa: F401
from store.mash import standing, rating  # noqa: F401
from store.mash import guidance, meetings, themes  # noqa: F401
from store.mash import checks, sharing, handing_on, feedback, strategy  # noqa: F401
from store.checklist import checklist, reviewing  # noqa: F401
from store.plan import plan  # noqa: F401
from store.rights import rights  # noqa: F401
from store.support import package, visits, fewer_visits, days  # noqa: F401
