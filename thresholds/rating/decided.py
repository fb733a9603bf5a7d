"""What people decided, held against a band."""

from thresholds.bands import severity

REFERRAL = "referral_to_social_care"
"""The only outcome that does not depart from rule 3-l."""


def milder(band: str, than: str) -> bool:
    """Whether a band is milder than another. Raises ValueError for what is no band."""
    return severity(band) < severity(than)
