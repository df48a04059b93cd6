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
# # Questions over time
#
# The questions that ship with graphkit, asked of the sample stories: who did what when, which pairs of actors
# have to do with each other and when, and how friendly they are.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import graphkit
from graphkit.samples import sample_paths

pd.set_option("display.max_colwidth", 70)
folder = Path(tempfile.mkdtemp())
graphkit.build(sample_paths(), store=str(folder / "graph.kgl"))
store = graphkit.open(str(folder / "graph.kgl"), read_only=True)

# %% [markdown]
# All questions, with what they ask for:

# %%
from graphkit.queries import questions

pd.DataFrame(
    [(question.name, ", ".join(p.name for p in question.parameters), question.purpose) for question in questions()],
    columns=["question", "parameters", "what it tells"],
)

# %% [markdown]
# ## Timeline
#
# The dated events of two presidents in spring 2018, by how they take part in them.

# %%
ACTORS = ["Donald Trump", "Kim Jong-un"]
timelines = pd.concat(
    [
        store.ask("timeline", actor=actor, since="2018-01", until="2018-12").to_pandas().assign(actor=actor)
        for actor in ACTORS
    ]
)
timelines = timelines[timelines["date"].str.len() == 10].drop_duplicates(["actor", "event_id"])
timelines["day"] = pd.to_datetime(timelines["date"])
timelines[["date", "actor", "event", "type", "role"]].sort_values(["date", "actor", "event"]).head(15).reset_index(
    drop=True
)

# %%
figure, axes = plt.subplots(figsize=(9, 3))
for row, actor in enumerate(ACTORS):
    days = timelines[timelines["actor"] == actor].groupby("day").size()
    axes.scatter(days.index, [row] * len(days), s=days.to_numpy() * 60, alpha=0.7)
    for day, number in days.items():
        axes.annotate(str(number), (day, row), ha="center", va="center", fontsize=8)
axes.set_yticks(range(len(ACTORS)), ACTORS)
axes.set(ylim=(-0.6, len(ACTORS) - 0.4), title="Events a day")
axes.margins(x=0.08)
axes.spines[["top", "right"]].set_visible(False)
figure.autofmt_xdate()

# %% [markdown]
# ## Pairs of actors by month

# %%
dyads = store.ask("dyads_by_month").to_pandas()
dyads["pair"] = dyads["actor"] + " – " + dyads["other"]
top = dyads.groupby("pair")["events"].sum().sort_values(ascending=False, kind="stable").index[:10]
heat = dyads[dyads["pair"].isin(top)].pivot_table(
    index="pair", columns="month", values="events", aggfunc="sum", fill_value=0
)
heat = heat.loc[top]

figure, axes = plt.subplots(figsize=(9, 4.5))
image = axes.imshow(heat.to_numpy(), cmap="Blues", aspect="auto", vmin=0)
axes.set_xticks(range(heat.shape[1]), heat.columns, rotation=45, ha="right")
axes.set_yticks(range(heat.shape[0]), heat.index)
for (row, column), number in zip(
    [(i, j) for i in range(heat.shape[0]) for j in range(heat.shape[1])], heat.to_numpy().ravel(), strict=True
):
    if number:
        dark = number > heat.to_numpy().max() / 2
        axes.text(column, row, int(number), ha="center", va="center", color="white" if dark else "black")
axes.set_title("Events that two actors have in common, by month")
figure.tight_layout()

# %% [markdown]
# ## Cooperation and conflict
#
# The quad classes of PLOVER say whether an event is verbal or material, cooperation or conflict. Summed by month
# over all asserted events of the three affairs, conflict drawn downwards:

# %%
quads = store.query(
    """
    MATCH (e:Event)
    WHERE e.asserted AND e.quad > 0 AND e.date_from IS NOT NULL AND e.date_from >= '2012'
    RETURN substring(e.date_from, 0, 7) AS month, e.quad AS quad, count(e) AS events
    ORDER BY month, quad
    """
).to_pandas()
NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
COLOURS = {1: "#9ecae1", 2: "#3182bd", 3: "#fdae6b", 4: "#d94801"}
curve = quads.pivot_table(index="month", columns="quad", values="events", fill_value=0).astype(int)
curve = curve[curve.index.str.len() == 7]
curve.rename(columns=NAMES)

# %%
figure, axes = plt.subplots(figsize=(9, 4))
for signs, kinds in ((1, (1, 2)), (-1, (3, 4))):
    bottom = pd.Series(0, index=curve.index)
    for kind in kinds:
        if kind in curve:
            axes.bar(curve.index, signs * curve[kind], bottom=bottom, color=COLOURS[kind], label=NAMES[kind])
            bottom = bottom + signs * curve[kind]
axes.axhline(0, color="black", linewidth=0.8)
axes.set(ylabel="events", title="Cooperation and conflict by month")
axes.tick_params(axis="x", rotation=45)
axes.legend(frameon=False, ncols=2)
axes.spines[["top", "right"]].set_visible(False)
figure.tight_layout()

# %% [markdown]
# Between two actors the question `cooperation` has the same counts and a balance from -2 to 2:

# %%
store.ask("cooperation", actor="Donald Trump", other="Kim Jong-un").to_pandas()

# %% [markdown]
# ## Who says so
#
# What is planned and not told as happened, and who is quoted most.

# %%
store.ask("planned", max_rows=8).to_pandas().drop(columns="event_id")

# %%
speakers = store.ask("speakers", max_rows=8).to_pandas().drop(columns="speaker_id")
store.close()
speakers
