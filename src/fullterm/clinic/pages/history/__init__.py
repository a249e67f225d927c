"""The history: the interview page by page, the whole form, one question asked again."""
