"""How strongly each duty about a rating is put, and by which words.

Where the duty is the joint protocol's, they are its paragraph's; otherwise those of the rule.
"""

WORDS = """
same-day              | will make                    | must
only-referral         | will be referred             | must
open-case             | goes to that worker at once  | must
strengths             | record, never a condition    | should
"""
