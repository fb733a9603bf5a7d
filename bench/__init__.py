"""How fast the rules are, beside the same rules in another engine, and how fast somebody is found.

Run with ``make bench``, or ``python -m bench`` and ``python -m bench.people``.
"""
