"""Files of many kinds to stories: plain text, JSON Lines, tables, web pages, folders, standard input."""

from graphkit.reading.days import iso_day
from graphkit.reading.outcome import Note, Unread
from graphkit.reading.sources import read

__all__ = ["Note", "Unread", "iso_day", "read"]
