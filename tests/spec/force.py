"""How strongly each duty is put, and by which words of its paragraph.

*Will*, *must* and a commitment are musts, *should* a should and *may* a may. Where the rule is
ours, the reading or we ourselves say how strong it is.
"""

from rules.pack import Pack
from rules.rule import RuleKind

WORDS = """
a48-under-16          | A48: MASH at once            | must
a48-under-16-bed      | A48: and a bed tonight       | must
a48-adult             | A48: today                   | must
a48-adult-care        | A48: is asked                | must
1-c                   | will assess                  | must
a18                   | A18: a manager decides       | must
1-j                   | our commitment is to ensure  | must
1-k                   | our commitment is to ensure  | must
2-b                   | will be placed               | must
a41                   | A41: rings and stays         | must
a43                   | A43: moves to the day team   | must
a6                    | A6: the first task           | must
3-a                   | our first priority is        | must
3-b                   | will make sure               | must
3-d                   | will meet                    | must
3-e                   | will ask                     | must
3-f                   | will obtain                  | must
a44-reason            | A44: the reason satisfies    | must
3-g                   | will establish               | must
3-h                   | will explore                 | must
3-i                   | will attempt                 | must
3-j                   | will consider                | must
3-k                   | will ask                     | must
a14-refer             | A14: they have agreed        | must
a15-refused           | A15: recorded and given      | must
3-l                   | will be referred             | must
a12                   | A12: advised as 3-l          | must
a15-tell              | A15: is told                 | must
a47                   | A47: never closed            | must
4-a                   | will make                    | must
4-b                   | will make                    | must
4-e                   | may need                     | may
a10                   | A10: a prompt, not a block   | should
a7                    | A7: the manager is told      | must
4-g                   | must immediately             | must
4-h                   | must                         | must
4-i                   | may be placed                | may
a5-foster             | A5: never section 188        | must
a8-both               | A8: both duties run          | must
4-k                   | must always                  | must
a45                   | A45: everyone is assessed    | must
4.1-b                 | must always be consulted     | must
4.1-c                 | this includes                | must
a37                   | A37: a should of ours        | should
4.1-d                 | by making adequate checks    | must
4.1-e                 | by making adequate checks    | must
4.1-f                 | the same applies             | must
4.2-a                 | will require                 | must
4.2-b                 | must commence                | must
4.2-b-conference      | by holding                   | must
4.2-b-refused         | A35: is recorded             | must
4.2-b-nobody-safe     | A35: with the reason         | must
4.2-c                 | will need to be arranged     | must
4.2-d                 | must commence                | must
a33                   | A33: it says why             | must
4.2-e                 | must be identified           | must
4.2-g                 | must be allocated            | must
5.1-a                 | will have                    | must
5.1-b                 | will be completed            | must
5.1-c                 | must be sought               | must
5.1-c-reasons         | must be recorded             | must
5.1-d                 | will explore                 | must
app1                  | to be considered             | must
5.1-e                 | must be convened             | must
5.1-e-offer           | A35: with their agreement    | must
5.1-e-refused         | A35: is recorded             | must
5.1-e-nobody-safe     | A35: with the reason         | must
5.1-f                 | must be undertaken           | must
5.1-f-housing         | will assess                  | must
5.2-a                 | will determine               | must
a2                    | A2: needs written reasons    | must
5.2-c                 | must also determine          | must
law-s20-wishes        | shall ascertain              | must
law-s20-discretion    | may provide                  | may
5.2-d                 | must be provided             | must
5.2-e                 | must be supported            | must
law-s20-offer         | shall provide                | must
a24                   | A24: at once, in their words | must
a24-again             | A24: only after              | must
a26                   | A26: asked again             | must
a26-change            | A26: at every change         | must
a23-parents           | A23: is recorded             | must
5.2-g                 | will be afforded             | must
5.2-h                 | will be assessed             | must
5.2-i                 | may be offered               | may
law-s20               | shall provide                | must
5.2-l                 | must be transferred          | must
5.2-n                 | may lead                     | may
5.2-o                 | will also be placed          | must
5.2-p                 | will be afforded             | must
5.2-p-outreach        | will be afforded             | must
5.2-q                 | must be made                 | must
5.2-q-then            | followed by                  | must
5.2-x                 | will offer                   | must
parent-objects        | A44: where it is safe        | must
parent-objects-plan   | shall safeguard              | must
law-s23b              | shall provide                | must
bed-goes-on           | A20: the bed continues       | must
5.2-r                 | will ensure                  | must
5.2-s                 | will ensure                  | must
5.2-t                 | A19: a warm hand-over        | must
5.2-t-housing         | will determine               | must
a20-bed               | A20: the same day            | must
a20-back              | A20: back to us              | must
5.2-v                 | should refer                 | should
5.2-w                 | will be supported            | must
5.2-w-plan            | will be subject              | must
a21-advocate          | A21: is offered              | must
5.2-z                 | will inform                  | must
5.2-aa                | should ask                   | should
5.2-ab                | should be offered            | should
5.2-ac                | must work together           | must
a25-offer             | A25: offered again           | must
a25-strategy          | A25: considered that day     | must
6-a                   | are required to notify       | must
6-b                   | must obtain                  | must
a16                   | A16: no notice is sent       | must
6-c                   | can choose                   | must
6-d                   | must agree                   | must
6-g                   | are made via                 | must
7-a                   | will initially receive       | must
7-b                   | must include                 | must
ours-missed-visit     | ours                         | must
ours-checklist-danger | ours                         | must
ours-checklist-placement | ours                      | must
8-a                   | should have access           | should
8-c                   | will also act                | must
8-c-mediate           | will provide                 | must
9-b                   | to be resolved first         | must
9-b-social-work       | to be resolved first         | must
9-c                   | should be escalated          | should
9-c-mash              | should be escalated          | should
ours-dispute-bed      | ours                         | must
9-d                   | will be shared               | must
9-d-mash              | will be shared               | must
ours-unborn-child     | ours                         | must
ours-own-child        | ours                         | must
ours-siblings         | ours                         | must
ours-siblings-abuse   | ours                         | must
ours-b-and-b          | ours                         | must
ours-unregistered     | ours                         | must
law-188               | must secure                  | must
law-return-interview  | must be offered              | must
law-s47               | shall                        | must
law-remand            | is to be treated             | must
law-care-plan         | must prepare                 | must
law-placement-plan    | must set out                 | must
law-health-assessment | must make arrangements       | must
law-education-plan    | must be in place             | must
law-reviewing-officer | not verified                 | should
law-first-review      | must first review            | must
law-second-review     | must carry out               | must
law-next-review       | must be carried out          | must
law-first-visit       | must ensure                  | must
law-next-visit        | must ensure                  | must
law-pathway           | not verified                 | should
"""


def said(words: str = WORDS) -> dict[str, str]:
    """Duty → its force, as the words have it. Raises ValueError for a line that cannot be read."""
    found: dict[str, str] = {}
    for line in words.strip().splitlines():
        rule, _, force = (cell.strip() for cell in line.split("|"))
        if rule in found:
            raise ValueError(f"{rule} stands there twice")
        found[rule] = force
    return found


def put_wrongly(pack: Pack, words: str = WORDS) -> list[str]:
    """Every duty that is put more or less strongly than its words, or that has none."""
    forces, wrong = said(words), []
    for rule in pack.rules:
        if rule.kind is RuleKind.DUTY and forces.get(rule.id) != rule.force.value:
            wrong.append(
                f"{rule.id}: the pack says {rule.force.value}, the words {forces.get(rule.id)}"
            )
    return wrong
