"""Made-up situations are the same on every run, so that one commit has one verdict.

``make wide`` draws many more, and others each time.
"""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "wide", max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("ci")  # Hypothesis's own: nothing random, nothing remembered
