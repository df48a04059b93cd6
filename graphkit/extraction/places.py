"""Places of a story, and where its events happened."""

from graphkit.extraction.locating import place_of
from graphkit.extraction.spotting import Spots, find_places

__all__ = ["Spots", "find_places", "place_of"]
