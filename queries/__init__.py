"""Questions to a graph: one Cypher file each, the same on every store.

>>> from graphkit.queries import load_question
>>> load_question("timeline").parameters[0].name
'actor'
"""

from graphkit.queries.questions import Parameter, Question, load_question, parse_question, questions

__all__ = ["Parameter", "Question", "load_question", "parse_question", "questions"]
