"""One woman decided, and said: the assessment, its report, what would change it, its replay."""
