"""Appendix 1: what is considered when a homeless 16- or 17-year-old is assessed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dimension:
    """``consider`` is what the appendix asks about, in plain words; ``paragraph`` where it does."""

    id: str
    title: str
    consider: tuple[str, ...]
    paragraph: int


DIMENSIONS = (
    Dimension(
        "accommodation",
        "Where they live",
        (
            "whether they have somewhere stable to live",
            "how far it suits everything they need",
        ),
        3,
    ),
    Dimension(
        "family",
        "Family and friends",
        (
            "how they get on with their parents and wider family",
            "whether family and friends can give them a stable home and what they need",
        ),
        4,
    ),
    Dimension(
        "feelings",
        "Feelings and behaviour",
        (
            "self-esteem, resilience and confidence",
            "whom they are close to, and how good that is for them",
            "self-control and knowing themselves",
        ),
        5,
    ),
    Dimension(
        "education",
        "School, training and work",
        (
            "what school and training have been like for them",
            "what support they need to go to school, training or work",
        ),
        6,
    ),
    Dimension(
        "money",
        "Money and living on their own",
        (
            "how they manage money, and what they will live on",
            "what support they need to look after themselves",
        ),
        7,
    ),
    Dimension(
        "health",
        "Health",
        ("what they need for their body, their feelings and their mind",),
        8,
    ),
    Dimension(
        "identity",
        "Who they are",
        (
            "what they need because of their ethnicity, the language they prefer, their culture, "
            "their religion or their sexual identity",
        ),
        9,
    ),
)
"""In the order of the appendix."""
