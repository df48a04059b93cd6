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
# # Networks with NetworkX
#
# The graph as a `networkx.MultiDiGraph`, and networks of actors made from it: who is central, who belongs
# together, who is close to whom.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

import graphkit
from graphkit.samples import sample_paths
from graphkit.views import actor_network, networks_by_period

folder = Path(tempfile.mkdtemp())
graphkit.build(sample_paths(), store=str(folder / "graph.kgl"))
with graphkit.open(str(folder / "graph.kgl"), read_only=True) as store:
    graph = store.to_networkx()
pd.set_option("display.max_colwidth", 160)
print(graph.number_of_nodes(), "nodes,", graph.number_of_edges(), "edges")

# %% [markdown]
# `actor_network` links actors that take part in the same asserted events. `weight` is the number of these events,
# `sign` how friendly they are.

# %%
network = actor_network(graph)
names = nx.get_node_attributes(network, "name")
largest = network.subgraph(max(nx.connected_components(network), key=lambda part: (len(part), min(part))))
pd.DataFrame(
    [(names[one], names[other], data["weight"], data["sign"]) for one, other, data in network.edges(data=True)],
    columns=["actor", "other", "weight", "sign"],
).sort_values(["weight", "actor", "other"], ascending=[False, True, True]).head(10).reset_index(drop=True)

# %% [markdown]
# ## Centrality
#
# Degree: with how many others an actor takes part in something. Betweenness: how many shortest ways lead through
# it. PageRank: being linked with those who are linked counts more.

# %%
central = pd.DataFrame(
    {
        "actor": pd.Series(names),
        "degree": pd.Series(dict(network.degree())),
        "betweenness": pd.Series(nx.betweenness_centrality(network)).round(3),
        "pagerank": pd.Series(nx.pagerank(network, weight="weight")).round(3),
    }
)
central.sort_values(["pagerank", "actor"], ascending=[False, True]).head(10).reset_index(drop=True)

# %% [markdown]
# ## Communities
#
# Of the network without the loners; the communities that modularity finds.

# %%
communities = nx.community.greedy_modularity_communities(network, weight="weight")
biggest = sorted(communities, key=lambda part: (-len(part), min(part)))[:5]
pd.DataFrame(
    [
        (len(part), ", ".join(names[n] for n in sorted(part, key=lambda n: (-network.degree(n), names[n]))[:6]))
        for part in biggest
    ],
    columns=["actors", "the most linked of them"],
)

# %%
figure, grid = plt.subplots(2, 2, figsize=(11, 9))
for number, (part, axes) in enumerate(zip(biggest, grid.flat, strict=False)):
    community = nx.Graph()  # nodes and edges in a fixed order, and a seed: the same picture each time
    community.add_nodes_from(sorted(part))
    community.add_edges_from(sorted(tuple(sorted(edge)) for edge in network.subgraph(part).edges()))
    places = nx.spring_layout(community, k=1.2, iterations=300, seed=2)
    nx.draw_networkx_edges(community, places, ax=axes, edge_color="#bbbbbb")
    sizes = [40 + 40 * community.degree(node) for node in community]
    nx.draw_networkx_nodes(community, places, ax=axes, node_color=f"C{number}", node_size=sizes)
    for node, (x, y) in places.items():
        axes.annotate(names[node], (x, y + 0.06), ha="center", fontsize=7)
    axes.margins(0.15)
    axes.set_axis_off()
figure.suptitle("The four largest communities: actors that take part in the same events")
figure.tight_layout()

# %% [markdown]
# ## What lies around one actor

# %%
(trump,) = [node for node, name in names.items() if name == "Donald Trump"]
ego = nx.ego_graph(network, trump)
ring = nx.Graph()
ring.add_nodes_from(sorted(set(ego) - {trump}, key=names.__getitem__))
around = {**nx.circular_layout(ring), trump: (0.0, 0.0)}

figure, axes = plt.subplots(figsize=(9, 7))
links = list(ego.edges(data=True))
signs = [data["sign"] for *_, data in links]
tints = ["#d94801" if sign < 0 else "#3182bd" if sign > 0 else "#bbbbbb" for sign in signs]
nx.draw_networkx_edges(
    ego,
    around,
    [edge[:2] for edge in links],
    ax=axes,
    edge_color=tints,
    width=[1.5 * d["weight"] ** 0.5 for *_, d in links],
)
nx.draw_networkx_nodes(ego, around, ax=axes, node_color="#eeeeee", edgecolors="#555555", node_size=300)
nx.draw_networkx_labels(ego, around, {node: names[node] for node in ego}, ax=axes, font_size=8)
axes.set_title("Around Donald Trump: cooperation blue, conflict orange, width by number of events")
axes.margins(0.15)
axes.set_axis_off()

# %% [markdown]
# ## By month
#
# The same network, month by month: how many actors and links the dated events give.

# %%
pd.DataFrame(
    [(month, part.number_of_nodes(), part.number_of_edges()) for month, part in networks_by_period(graph).items()],
    columns=["month", "actors", "links"],
)
