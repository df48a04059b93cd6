// Groups of a graph too large to draw: nodes that have more to do with each other than with the rest. Found in the page,
// when the panel first lists them, by the method of Louvain over the statements.

const GROUP = { rounds: 8, levels: 5, least: 12, listed: 15, drawn: 90 };
let groupList = null;

// One level of the method of Louvain: each node joins the neighbouring group that gains most, until few move.
function joinGroups({ n, from, to, weight }) {
  const total = new Float64Array(n); // weight of all lines of a node
  const start = new Int32Array(n + 1);
  from.forEach((a, i) => {
    total[a] += weight[i];
    start[a + 1]++;
  });
  for (let i = 0; i < n; i++) start[i + 1] += start[i];
  const next = start.slice();
  const at = new Int32Array(from.length);
  from.forEach((a, i) => (at[next[a]++] = i));
  const group = Int32Array.from({ length: n }, (_, node) => node);
  const sum = total.slice();
  const all = total.reduce((a, b) => a + b, 0) || 1;
  const shared = new Float64Array(n);
  for (let round = 0, moved = n; round < GROUP.rounds && moved > n / 200; round++) {
    moved = 0;
    for (let node = 0; node < n; node++) {
      const seen = [];
      for (let k = start[node]; k < start[node + 1]; k++) {
        if (to[at[k]] === node) continue;
        const it = group[to[at[k]]];
        if (!shared[it]) seen.push(it);
        shared[it] += weight[at[k]];
      }
      sum[group[node]] -= total[node];
      const gain = (it) => shared[it] - (total[node] * sum[it]) / all;
      let best = group[node];
      for (const it of seen) if (gain(it) > gain(best) + 1e-9) best = it;
      if (best !== group[node]) moved++;
      group[node] = best;
      sum[best] += total[node];
      for (const it of seen) shared[it] = 0;
    }
  }
  return group;
}

// Groups as the nodes of a smaller graph; `number` says which node has become which.
function shrink({ from, to, weight }, group) {
  const names = new Map();
  const number = group.map((it) => {
    if (!names.has(it)) names.set(it, names.size);
    return names.get(it);
  });
  const n = names.size;
  const merged = new Map();
  from.forEach((a, i) => {
    const key = number[a] * n + number[to[i]];
    merged.set(key, (merged.get(key) || 0) + weight[i]);
  });
  const keys = [...merged.keys()];
  return { n, from: keys.map((key) => Math.floor(key / n)), to: keys.map((key) => key % n), weight: [...merged.values()], number };
}

function groupLabels() {
  const { actor, event } = G.s;
  let graph = { n: G.n, from: [...actor, ...event], to: [...event, ...actor], weight: new Float64Array(2 * G.s.n).fill(1) };
  let label = Int32Array.from({ length: G.n }, (_, node) => node);
  for (let turn = 0; turn < GROUP.levels; turn++) {
    const smaller = shrink(graph, joinGroups(graph));
    label = label.map((it) => smaller.number[it]);
    if (smaller.n === graph.n) break;
    graph = smaller;
  }
  return label;
}

// Lists of nodes, the largest first; within each the most relevant first.
function groups() {
  if (groupList) return groupList;
  const found = new Map();
  groupLabels().forEach((key, node) => {
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(node);
  });
  groupList = [...found.values()].filter((nodes) => nodes.length >= GROUP.least).sort((a, b) => b.length - a.length || a[0] - b[0]);
  return groupList;
}

const groupName = (nodes) => nodes.filter((node) => !isEvent(node)).slice(0, 3).map((node) => G.name[node]).join(", ") || G.name[nodes[0]];

// A group takes the place of what is drawn.
function showGroup(nodes) {
  remember();
  const chosen = nodes.slice(0, GROUP.drawn);
  V.path = null;
  V.selected = null;
  removeNodes([...V.drawn.keys()].filter((node) => !V.pinned.has(node)));
  const fresh = chosen.filter((node) => !V.drawn.has(node));
  addNodes(fresh.map((node, i) => [node, { x: Math.round(60 * Math.sqrt(i) * Math.cos(2.4 * i)), y: Math.round(45 * Math.sqrt(i) * Math.sin(2.4 * i)) }]));
  refresh();
  restress();
  showDetails();
  settle();
  announce(`${groupName(nodes)}: ${plural(chosen.length, "node")} drawn`);
}

// What the overview says of the groups; nothing where all is drawn anyway.
function groupRows() {
  if (G.n <= 2 * V.first.size) return [];
  const rows = groups().slice(0, GROUP.listed).map((nodes) => el("li", {}, button(groupName(nodes), () => showGroup(nodes), { class: "node group" }), el("span", { class: "faint" }, ` ${plural(nodes.length, "node")}`)));
  return rows.length > 1 ? [el("h3", {}, "Groups of the whole graph"), el("ul", { class: "plain" }, ...rows)] : [];
}
