"""Places of a story, and where its events happened."""

from graphkit.extraction.places.locating import place_of
from graphkit.extraction.places.spotting import Spots, find_places

__all__ = ["Spots", "find_places", "place_of"]
