"""Stories → records: who did what to whom, when, where, whether it happened, and who says so."""
