"""Word lists and tables, each with its source in the header."""
