"""Contacts at MASH: what happens to each child in one, folded from the contact's stream.

Every entry about one child names it as ``child`` in its body. A contact from a restricted case is
as invisible as the case (``store.contacts.contact``).
"""
