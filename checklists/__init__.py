"""The seven dimensions, as data. The fifty points come with the checklist journey."""
