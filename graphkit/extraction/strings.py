"""The string attributes of a parse, read from the `Doc` once and shared by all steps."""

from spacy.tokens import Doc

KEY = "graphkit.strings"
ATTRIBUTES = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")


def strings_of(doc: Doc) -> dict[str, list[str]]:
    """A list for each attribute, one entry a token; made at the first call and kept with the `doc`.

    The lists are shared: a step that mends what the parser said works on a copy.
    """
    known = doc.user_data.get(KEY)
    if isinstance(known, dict):
        return known
    table = doc.to_array(list(ATTRIBUTES)).T.tolist() if len(doc) else [[] for _ in ATTRIBUTES]
    store = doc.vocab.strings
    texts = {number: store[number] if number else "" for number in set().union(*map(set, table))}
    found = {name: [texts[number] for number in column] for name, column in zip(ATTRIBUTES, table, strict=True)}
    doc.user_data[KEY] = found
    return found
