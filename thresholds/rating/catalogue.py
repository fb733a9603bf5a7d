"""What can be known about a contact child when it is rated: what is asked of every contact, then
one yes or no for each indicator."""

from rules.facts import Fact, Kind
from thresholds.indicators import DOMAINS, GROUPS, INDICATORS, THEMES, Indicator
from thresholds.rating.people import MASH_SOCIAL_WORKER

WHO = (MASH_SOCIAL_WORKER,)


def yes_no(id: str, says: str, says_not: str, question: str, why: str) -> Fact:
    return Fact(id, Kind.YES_NO, says, says_not, question=question, why=why, who=WHO)


def number(id: str, says: str, question: str, why: str) -> Fact:
    return Fact(id, Kind.NUMBER, says, question=question, why=why, who=WHO)


def worked_out(id: str, says: str, says_not: str = "") -> Fact:
    """A fact that a definition concludes. Nobody is asked."""
    return Fact(id, Kind.YES_NO, says, says_not)


NOW = (
    yes_no(
        "harm_now",
        "somebody may be harming them, or about to",
        "nobody is harming them or about to",
        "May somebody be harming them now, or about to?",
        "Then the assessment team acts now, and nothing waits for a rating.",
    ),
    yes_no(
        "nowhere_safe_tonight",
        "they have nowhere safe to sleep tonight",
        "they have somewhere safe to sleep tonight",
        "Do they need somewhere safe to sleep tonight?",
        "A bed tonight comes before everything else.",
    ),
    yes_no(
        "homeless",
        "they have no safe, suitable and settled home",
        "they have a safe, suitable and settled home",
        "Do they need a safe, suitable and settled home?",
        "A friend's sofa is not a home.",
    ),
    yes_no(
        "carries_3_l",
        "the contact carries rule 3-l: homeless or about to be, at 16 or 17",
        "the contact does not carry rule 3-l",
        "Is it a referral under rule 3-l of the joint protocol?",
        "Then they are allocated the same day, whatever the band.",
    ),
    yes_no(
        "abuse_or_violence",
        "they left home, or cannot go back, because of abuse or violence",
        "they did not leave home because of abuse or violence",
        "Did they leave home because of abuse or violence, or is that why they cannot go back?",
        "A homeless young person who fled from harm is in danger now.",
    ),
    yes_no(
        "exploitation_or_gang_risk",
        "somebody may exploit them, or a gang may be a danger to them",
        "nobody exploits them and no gang is a danger to them",
        "Could somebody be exploiting them, or a gang be a danger to them?",
        "Without a home they are easier to reach for whoever would harm them.",
    ),
    yes_no(
        "pregnant_or_parenting",
        "they are pregnant or have a child of their own",
        "they are not pregnant and have no child of their own",
        "Are they pregnant, or do they have a child of their own?",
        "Then two children may have nowhere to live.",
    ),
    yes_no(
        "missing_now",
        "they are missing: nobody knows where they are",
        "somebody knows where they are",
        "Are they missing now?",
        "A homeless young person who is missing may be in danger now.",
    ),
    number(
        "age",
        "their age",
        "How old are they, in whole years?",
        "The joint protocol is for 16- and 17-year-olds. Not knowing never closes a door.",
    ),
    yes_no(
        "age_disputed",
        "somebody doubts their age",
        "nobody doubts their age",
        "Does anybody doubt their age?",
        "While an age is in doubt, they are treated as a child.",
    ),
)
"""What may have to be acted on tonight."""

BEFORE = (
    yes_no(
        "open_to_worker",
        "they already have a worker",
        "they have no worker yet",
        "Do they already have a worker?",
        "Then it goes to that worker and that team's duty worker at once.",
    ),
    yes_no(
        "early_help_failed",
        "early help was tried and did not help",
        "early help was not tried, or it helped",
        "Has early help been tried without success?",
        "Several needs that early help could not meet are more than early help can meet.",
    ),
    yes_no(
        "getting_worse",
        "it is getting worse or happens more often",
        "it is not getting worse",
        "Is it getting worse, or happening more often?",
        "Neglect, domestic abuse and exploitation show in a pattern rather than in one event.",
    ),
    number(
        "contacts_in_12_months",
        "the number of earlier contacts in the last 12 months",
        "How many contacts were there in the 12 months before this one?",
        "Contact after contact can be one need that nobody has met.",
    ),
    number(
        "days_since_last_contact",
        "the number of days since the last contact",
        "How many days ago was the last contact?",
        "Back again soon can mean that what was done was not enough.",
    ),
    number(
        "last_final_level",
        "the level of the last final rating",
        "At which level was the last contact finally rated, 1 to 4?",
        "A need at level 3 or 4 has seldom gone within days.",
    ),
)
"""What went before."""

MOMENTS = (
    Fact(
        "received_at",
        Kind.MOMENT,
        "when the contact was received",
        question="When was the contact received?",
        why="Every clock starts from it.",
        who=WHO,
    ),
    Fact(
        "presented_at",
        Kind.MOMENT,
        "when they first asked for help",
        question="When did they first ask for help, where that was before?",
        why="Somebody who came before closing time is allocated that day, however late we hear.",
        who=WHO,
    ),
)


def small(words: str) -> str:
    return words[0].lower() + words[1:]


def _ticked(indicator: Indicator) -> Fact:
    return Fact(
        indicator.fact,
        Kind.YES_NO,
        small(indicator.words),
        question=f"{indicator.words}: is it so?",
        why=indicator.source,
        who=WHO,
    )


def theme_fact(theme: str) -> str:
    """Need at level 2 in one part of a child's life."""
    return f"need_2_{theme}"


def group_fact(group: str) -> str:
    """Need at level 2 in one group of parts."""
    return f"need_2_in_{group}"


def several_fact(group: str) -> str:
    """Need at level 2 in several parts of one group."""
    return f"several_in_{group}"


def domain_fact(level: int, domain: str) -> str:
    """Need at level 3 or 4 in one domain."""
    return f"need_{level}_in_{domain}"


def domains_at(level: int) -> tuple[str, ...]:
    """The domains that have something at level 3 or 4."""
    return tuple(d for d in DOMAINS if any(i.domain == d and i.level == level for i in INDICATORS))


def _at_2(fact: str, words: str) -> Fact:
    return worked_out(fact, f"there is need at level 2: {small(words)}")


CONTINUUM = (
    *(_at_2(theme_fact(theme), THEMES[theme]) for _, themes in GROUPS.values() for theme in themes),
    *(_at_2(group_fact(group), words) for group, (words, _) in GROUPS.items()),
    *(
        worked_out(several_fact(group), f"there are several needs at level 2: {small(words)}")
        for group, (words, _) in GROUPS.items()
    ),
    *(
        worked_out(
            domain_fact(level, domain), f"there is need at level {level}: {small(DOMAINS[domain])}"
        )
        for level in (3, 4)
        for domain in domains_at(level)
    ),
)

CONCLUDED = (
    *CONTINUUM,
    worked_out("several_needs", "there are several needs at level 2"),
    worked_out("early_help_not_enough", "early help has not met several needs"),
    worked_out("homeless_16_17", "they are homeless at 16 or 17, as far as anybody knows"),
    worked_out("homeless_under_16", "they are homeless and under 16"),
    worked_out("under_joint_protocol", "they come under the joint protocol"),
    worked_out("homeless_and_in_danger", "they are homeless or about to be, and in danger"),
    worked_out("in_danger_now", "they may be coming to significant harm now"),
    worked_out("nowhere_tonight", "they need a bed tonight"),
    worked_out("repeated", "there is contact after contact"),
    worked_out("repeated_with_need", "there is contact after contact, and need"),
    worked_out("back_soon", "they are back soon after a contact at level 3 or 4"),
    worked_out("pattern_at_2", "there are signs of a pattern at level 2"),
    worked_out("pattern_at_3", "there are signs of a pattern at level 3"),
    worked_out("worse_at_2", "a pattern at level 2 is getting worse"),
    worked_out("worse_at_3", "a pattern at level 3 is getting worse"),
    worked_out("at_least_red", "it is at least Red", "it is milder than Red"),
    worked_out("at_least_amber", "it is at least Amber", "it is milder than Amber"),
    worked_out("at_least_green", "it is at least Green", "it is Blue"),
)

FACTS = (*NOW, *BEFORE, *map(_ticked, INDICATORS), *MOMENTS, *CONCLUDED)
