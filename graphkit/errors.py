"""What can go wrong, in one tree.

::

    GraphkitError
    ├── InputError            what was given to read is unusable
    │   └── RecordError       a line of records, resolution or decisions is not what the contract says
    ├── ModelError            the language model is missing or lacks a part
    ├── OptionError           an option or a combination of options makes no sense
    ├── ResolutionError       a resolution does not fit the records, or judgements contradict each other
    ├── StoreError            a store refused
    │   ├── StoreUnavailable      no server, wrong password, unknown database, lost in the middle
    │   ├── StoreLocked           somebody else is writing
    │   ├── StoreCorrupt          the file is damaged or of another kind
    │   ├── ConstraintViolation   an id would be there twice
    │   ├── MissingEndpoint       a relationship leads to a node that is not there
    │   ├── QuerySyntaxError      the Cypher cannot be read
    │   ├── QueryRefused          the Cypher would write, read files or call procedures
    │   └── QueryTimeout          the question took longer than allowed
    ├── QuestionError         unknown question, unknown or missing parameter, no such actor
    └── PageError             the page cannot be made: empty graph, focus not found, unwritable path

Messages say what was seen, what was expected and what to do. Errors of other libraries are translated in one place
per border, with ``from``.
"""


class GraphkitError(Exception):
    """Root of all errors that graphkit raises on purpose."""


class InputError(GraphkitError):
    """What was given to read is unusable: missing, empty, binary, broken."""


class RecordError(InputError):
    """A line of records, resolution or decisions is not what the contract says."""


class ModelError(GraphkitError):
    """The language model is missing or lacks a part that extraction needs."""


class OptionError(GraphkitError):
    """An option, or a combination of options, makes no sense."""


class ResolutionError(GraphkitError):
    """A resolution does not fit the records, or judgements contradict each other."""


class StoreError(GraphkitError):
    """A store refused."""


class StoreUnavailable(StoreError):
    """The server cannot be reached or used: not there, wrong password, unknown database, lost."""


class StoreLocked(StoreError):
    """Somebody else is writing to the store."""


class StoreCorrupt(StoreError):
    """The file is damaged or is no store of this kind."""


class ConstraintViolation(StoreError):
    """An id would be there twice."""


class MissingEndpoint(StoreError):
    """A relationship leads to a node that is not there."""


class QuerySyntaxError(StoreError):
    """The Cypher cannot be read."""


class QueryRefused(StoreError):
    """The Cypher would write, read files, administer or call procedures."""


class QueryTimeout(StoreError):
    """The question took longer than allowed."""


class QuestionError(GraphkitError):
    """An unknown question, an unknown or missing parameter, or an actor that is not in the store."""


class PageError(GraphkitError):
    """The page cannot be made: empty graph, focus not found, too many nodes, unwritable path."""
