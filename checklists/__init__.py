"""The fifty points and the seven dimensions. They come with the checklist journey."""
