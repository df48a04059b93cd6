"""Which graphkit, spaCy and model made a record."""

from importlib.metadata import version

from spacy.language import Language


def version_of(nlp: Language) -> str:
    """Name of everything that a record depends on beside the story: graphkit, spaCy and the model."""
    model = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    return f"graphkit {version('graphkit-news')}, spacy {version('spacy')}, {model}"
