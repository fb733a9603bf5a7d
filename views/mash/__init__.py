"""The pages of MASH: one about each contact, one about each child in it, and what is done there."""
