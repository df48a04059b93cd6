# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A first graph
#
# From news stories to a graph of actors and events, with the fifteen sample stories that come with graphkit: a
# summit, a shipwreck and a trial, each told by several outlets. Put the paths of your own files in place of
# `sample_paths()`.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import graphkit
from graphkit.page import export_html, show
from graphkit.samples import sample_paths

pd.set_option("display.max_colwidth", 70)

# %% [markdown]
# ## Stories

# %%
stories = list(graphkit.read(sample_paths()))
pd.DataFrame(
    [(story.published, story.publisher, story.title, len(story.text.split())) for story in stories],
    columns=["published", "publisher", "title", "words"],
)

# %% [markdown]
# ## Records
#
# A record holds all that is read out of one story. Here are its parts in numbers, one row a story.

# %%
records = list(graphkit.extract(stories))
PARTS = ["actors", "places", "events", "mentions", "triples", "quotations"]
pd.DataFrame(
    [[record.story.title, *(len(getattr(record, part)) for part in PARTS)] for record in records],
    columns=["title", *PARTS],
)

# %% [markdown]
# The triples of the first story: who did what to whom. Words stay in the order of the text; `negated` and
# `hypothetical` tell apart what is denied and what is only planned, threatened or conditional.

# %%
first = records[0]
names = {actor.id: actor.name for actor in first.actors}
pd.DataFrame(
    [
        (
            triple.subject.name,
            triple.relation.predicate,
            triple.object.name if triple.object else None,
            triple.voice,
            triple.negated,
            triple.hypothetical,
            names.get(triple.said_by or ""),
            triple.date,
        )
        for triple in first.triples
    ],
    columns=["subject", "predicate", "object", "voice", "negated", "hypothetical", "said by", "date"],
).head(12)

# %% [markdown]
# ## A graph
#
# Loading brings the actors and events of all stories together. The store is one file with Cypher inside; no
# server runs.

# %%
folder = Path(tempfile.mkdtemp())
store = graphkit.open(str(folder / "graph.kgl"))
report = graphkit.load(store, records)
pd.DataFrame(sorted(report.counts.nodes.items()), columns=["node", "count"])

# %% [markdown]
# ## Three questions
#
# **What happened to Charles Taylor?**

# %%
store.ask("timeline", actor="Charles Taylor", max_rows=10).to_pandas().drop(columns="event_id")

# %% [markdown]
# **Who met whom?**

# %%
store.ask("who_met_whom", max_rows=8).to_pandas().drop(columns=["actor_id", "other_id"])

# %% [markdown]
# **Which sentences say that?** Every edge leads back to its sentences.

# %%
met = store.ask("timeline", actor="Francesco Schettino").to_pandas()
sentenced = met[met["predicate"] == "sentence"].iloc[0]
evidence = store.ask("evidence", actor="Francesco Schettino", event=sentenced["event_id"])
evidence.to_pandas()[["published", "publisher", "sentence"]].drop_duplicates()

# %% [markdown]
# The same in Cypher: how many events of each type are asserted, planned or denied.

# %%
types = store.query(
    """
    MATCH (e:Event)
    RETURN e.event_type AS type, count(e) AS events,
           sum(CASE WHEN e.asserted THEN 1 ELSE 0 END) AS asserted,
           sum(CASE WHEN e.n_planned > 0 THEN 1 ELSE 0 END) AS planned,
           sum(CASE WHEN e.n_denied > 0 THEN 1 ELSE 0 END) AS denied
    ORDER BY events DESC, type
    """
).to_pandas()
types

# %% [markdown]
# ## A plot
#
# What the three actors with most events take part in, by type. `OTHER` and `STATEMENT` are left out: they are
# most of the news and say least.

# %%
edges = store.query(
    """
    MATCH (a:Actor {kind: 'person'})-[r]->(e:Event)
    WHERE r.asserted AND NOT e.event_type IN ['OTHER', 'STATEMENT']
    RETURN a.name AS actor, e.event_type AS type
    """
).to_pandas()
table = pd.crosstab(edges["type"], edges["actor"])
most = table.sum().sort_values(ascending=False, kind="stable").index[:3]
shown = table[most]
shown = shown[shown.sum(axis=1) > 0]

figure, axes = plt.subplots(figsize=(8, 4.5))
shown.loc[shown.sum(axis=1).sort_values(kind="stable").index].plot.barh(stacked=True, ax=axes, width=0.75)
axes.set(xlabel="events", ylabel="", title="Asserted events by type of event and actor")
axes.xaxis.get_major_locator().set_params(integer=True)
axes.legend(title=None, frameon=False)
axes.spines[["top", "right"]].set_visible(False)
figure.tight_layout()

# %% [markdown]
# ## The page
#
# One file, to open in a browser; it asks nothing of any network.

# %%
page = export_html(store.to_networkx(), folder / "graph.html")
print(f"{page.path.name}: {page}")

# %% [markdown]
# The same page, here: what the question "who met whom" returns. Where a viewer runs no scripts, a still picture
# stands in its place.

# %%
pairs = store.ask("who_met_whom").to_pandas()
page = show(store, ids=[*pairs["actor_id"], *pairs["other_id"]])
store.close()
page
