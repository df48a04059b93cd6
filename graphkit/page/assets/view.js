// What is on the picture and what is selected.

const V = {
  drawn: new Map(), // node -> place
  pinned: new Set(),
  selected: null, // { node } or { line: key }
  path: null, // { nodes, keys }
  stress: null, // what stands out: { nodes, keys, centre, strong }
};
const PAGE = 25; // neighbours that an expansion brings at once

function addNodes(placed) {
  if (!placed.length) return;
  for (const [node, place] of placed) V.drawn.set(node, place);
  const fresh = new Map();
  for (const [node] of placed) {
    for (const line of linesWith(node, (other) => V.drawn.has(other))) fresh.set(line.key, line);
  }
  for (const line of fresh.values()) lines.set(line.key, line);
  addItems(placed.map(([node]) => node), [...fresh.values()]);
}

function removeNodes(nodes) {
  if (!nodes.length) return;
  const gone = new Set(nodes);
  const old = [...lines.values()].filter((line) => gone.has(line.a) || gone.has(line.b));
  for (const line of old) lines.delete(line.key);
  removeItems(nodes, old);
  for (const node of nodes) {
    V.drawn.delete(node);
    V.pinned.delete(node);
  }
}

// Places on a spiral around an anchor that keep clear of what is drawn.
function freePlaces(anchor, count, clear = 54) {
  const taken = [...V.drawn.keys()].map(placeOf);
  const found = [];
  for (let turn = 0; found.length < count && turn < 4000; turn++) {
    const angle = turn * 2.399963;
    const radius = 70 + 13 * Math.sqrt(turn) * 1.6;
    const place = { x: Math.round(anchor.x + 1.25 * radius * Math.cos(angle)), y: Math.round(anchor.y + radius * Math.sin(angle)) };
    if (taken.some((other) => Math.abs(other.x - place.x) < clear * 1.3 && Math.abs(other.y - place.y) < clear)) continue;
    taken.push(place);
    found.push(place);
  }
  while (found.length < count) found.push({ x: anchor.x + 10 * found.length, y: anchor.y + 200 });
  return found;
}

// Neighbours over statements that pass and over links, most relevant first.
function neighboursOf(node) {
  const found = new Set();
  for (const s of statementsOf(node)) if (statementPasses(s)) found.add(otherEnd(s, node));
  if (F.links) for (const i of G.linksOf.get(node) || []) found.add(G.links[i][0] === node ? G.links[i][1] : G.links[i][0]);
  found.delete(node);
  return [...found].sort((a, b) => a - b);
}

const undrawnNeighbours = (node) => neighboursOf(node).filter((other) => !V.drawn.has(other));

function expand(node) {
  const waiting = undrawnNeighbours(node);
  if (!waiting.length) return announce(`${G.name[node]}: all neighbours are drawn`);
  remember();
  const fresh = waiting.slice(0, PAGE);
  const places = freePlaces(placeOf(node), fresh.length);
  addNodes(fresh.map((other, i) => [other, places[i]]));
  refresh();
  select({ node }, { quiet: true });
  announce(`${plural(fresh.length, "neighbour")} of ${G.name[node]} added, ${waiting.length - fresh.length} more`);
}

// Takes away the neighbours that hang on this node alone.
function collapse(node) {
  const leaves = [...V.drawn.keys()].filter((other) => {
    if (other === node || V.pinned.has(other)) return false;
    const ends = [...lines.values()].filter((line) => line.a === other || line.b === other);
    return ends.length > 0 && ends.every((line) => line.a === node || line.b === node);
  });
  if (!leaves.length) return announce("Nothing hangs on this node alone");
  remember();
  removeNodes(leaves);
  refresh();
  select({ node }, { quiet: true });
  announce(`${plural(leaves.length, "neighbour")} taken away`);
}

function hide(node) {
  remember();
  removeNodes([node]);
  refresh();
  select(null);
  announce(`${G.name[node]} hidden`);
}

function togglePin(node) {
  remember();
  const on = !V.pinned.delete(node);
  if (on) V.pinned.add(node);
  engineNode(node).options.fixed = { x: on, y: on };
  refresh();
  showDetails();
  announce(`${G.name[node]} ${on ? "pinned: it stays where it is, whatever the filters say" : "no longer pinned"}`);
}

// Draws a node that is not there yet, near a neighbour if one is drawn.
function ensureDrawn(node) {
  if (V.drawn.has(node)) return;
  remember();
  const near = neighboursOf(node).find((other) => V.drawn.has(other));
  const anchor = near === undefined ? network.getViewPosition() : placeOf(near);
  addNodes([[node, freePlaces(anchor, 1)[0]]]);
  refresh();
}

function visit(node) {
  ensureDrawn(node);
  select({ node });
  const { x, y } = placeOf(node);
  const scale = Math.max(network.getScale(), 0.7 / Math.sqrt(swell.node)); // large nodes need less room to be read
  // where the details come up from below, the node stands in what they leave free
  const covered = matchMedia("(max-width: 860px)").matches ? 0.28 * $("canvas").clientHeight : 0;
  moveView({ x, y: y + covered / scale }, scale);
}

function select(what, { quiet = false } = {}) {
  if (what && what.node !== undefined && !V.drawn.has(what.node)) what = null;
  if (what && what.line !== undefined && !lines.has(what.line)) what = null;
  V.selected = what;
  if (what) V.path = null;
  restress();
  showDetails();
  writeHash();
  if (!quiet && what) announce(what.node !== undefined ? nodeWords(what.node) : `Line: ${lineTitle(lines.get(what.line))}`);
}

function restress() {
  V.stress = stressOf();
  refreshVisible();
  emphasise(V.stress);
}

function stressOf() {
  if (V.path) return { ...V.path, centre: new Set([V.path.list[0], V.path.list[V.path.list.length - 1]]), strong: V.path.keys };
  if (!V.selected) return null;
  if (V.selected.line !== undefined) {
    const line = lines.get(V.selected.line);
    return { nodes: new Set([line.a, line.b]), keys: new Set([line.key]), centre: new Set(), strong: new Set([line.key]) };
  }
  const node = V.selected.node;
  const stress = { nodes: new Set([node]), keys: new Set(), centre: new Set([node]), strong: null };
  for (const line of lines.values()) {
    if (!line.live || (line.a !== node && line.b !== node)) continue;
    stress.keys.add(line.key);
    stress.nodes.add(line.a === node ? line.b : line.a);
  }
  return stress;
}

const nodeWords = (node) => `${standingName(node)}, ${kindName(node)}, ${plural(neighboursOf(node).length, "neighbour")}`;
const lineTitle = (line) => `${G.name[line.a]}, ${lineWords(line)}, ${G.name[line.b]}`;

// After a change of the filters or of what is drawn.
function refresh() {
  applyFilters();
  refreshVisible();
  if (V.selected && V.selected.line !== undefined && !(lines.get(V.selected.line) || {}).live) select(null);
  if (V.stress) {
    V.stress = stressOf();
    emphasise(V.stress);
  }
  writeShown();
  passingSoon();
  if (!$("sheet").hidden) drawTable();
}

function refreshVisible() {
  const lively = new Set();
  const linked = new Set();
  for (const line of lines.values()) {
    line.live = 0;
    for (const s of line.statements) line.live += ok.statements[s];
    linked.add(line.a).add(line.b);
    if (line.live) lively.add(line.a).add(line.b);
  }
  // under a filter other lines only tie together what passes it
  const strict = filtered();
  const tied = [...lines.values()].filter((line) => !line.statements.length && F.links && (!strict || (lively.has(line.a) && lively.has(line.b))));
  for (const line of tied) {
    line.live = line.links.length;
    lively.add(line.a).add(line.b);
  }
  const chosen = V.selected && V.selected.node;
  const loner = (node) => !linked.has(node) && (!statementsOf(node).length || statementsOf(node).some(statementPasses));
  showItems((node) => lively.has(node) || V.pinned.has(node) || node === chosen || (V.path && V.path.nodes.has(node)) || loner(node));
  orderLabels();
  network.redraw();
}

function shownCounts() {
  let statements = 0;
  for (const line of lines.values()) for (const s of line.statements) statements += ok.statements[s];
  return { nodes: network.body.nodeIndices.length, statements };
}

function writeShown() {
  const { nodes, statements } = shownCounts();
  const number = (count) => count.toLocaleString("en");
  const pass = filtered() ? ` (${number(ok.count)} pass the filters)` : "";
  $("shown").textContent = `${number(nodes)} of ${number(G.n)} nodes · ${number(statements)} of ${number(G.s.n)} statements drawn${pass}`;
  document.documentElement.dataset.nodes = nodes;
  document.documentElement.dataset.statements = statements;
}

function writeHash() {
  const what = V.selected;
  let hash = "#";
  if (what && what.node !== undefined) hash = `#n=${encodeURIComponent(G.id[what.node])}`;
  if (what && what.line !== undefined) hash = `#n=${encodeURIComponent(G.id[lines.get(what.line).a])}&m=${encodeURIComponent(G.id[lines.get(what.line).b])}`;
  try {
    history.replaceState(null, "", hash);
  } catch (error) {
    if (error.name !== "SecurityError") throw error; // a page inside a notebook has no address of its own
  }
}

function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const [a, b] = ["n", "m"].map((name) => (given.has(name) ? findId(given.get(name)) : -1));
  if (given.has("n") && a < 0) return tell("The link names a node that is not in this graph");
  if (a < 0) return undefined;
  if (b < 0) return visit(a);
  ensureDrawn(a);
  ensureDrawn(b);
  const key = lineKey(a, b);
  return select(lines.has(key) ? { line: key } : { node: a });
}
