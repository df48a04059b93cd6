// The graph: columns out of the data blocks, and indexes over them. Nodes are numbers, the most relevant first.

let G = null;

async function unpack(id) {
  const block = $(id);
  if (block.dataset.encoding !== "gzip") return JSON.parse(block.textContent);
  const packed = block.textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(packed) : Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function buildGraph(block) {
  const { nodes, statements: s, claims: c, stories, words, links, look } = block;
  const kinds = Object.keys(look.kinds);
  const graph = {
    ...block,
    n: nodes.id.length,
    kinds,
    EVENT: kinds.indexOf("event"),
    id: nodes.id,
    name: nodes.name,
    kind: Uint8Array.from(nodes.kind),
    type: Int16Array.from(nodes.type),
    from: Int32Array.from(nodes.from),
    to: Int32Array.from(nodes.to),
    more: nodes.more,
    towardEvent: new Set(look.toward_event.map((role) => words.roles.indexOf(role))),
    s: {
      n: s.actor.length,
      actor: Int32Array.from(s.actor),
      event: Int32Array.from(s.event),
      type: Int16Array.from(s.type),
      predicate: s.predicate,
      role: s.role,
      status: Uint8Array.from(s.status),
      confidence: Uint8Array.from(s.confidence),
      stories: Int32Array.from(s.stories),
      claims: s.claims,
    },
    c: {
      ...c,
      n: c.event.length,
      event: Int32Array.from(c.event),
      story: Int32Array.from(c.story),
      status: Uint8Array.from(c.status),
      said: Int32Array.from(c.said),
      confidence: Uint8Array.from(c.confidence),
      denier: new Map(Object.entries(c.denier).map(([claim, node]) => [Number(claim), node])), // -1: somebody not named
      denying: new Set(c.denying),
      outright: new Set(c.outright),
    },
    storyDay: Int32Array.from(stories.day),
    storyPublisher: Int16Array.from(stories.publisher),
    linksOf: new Map(),
    evidence: null,
  };
  graph.at = adjacency(graph.n, graph.s);
  links.forEach(([source, target], i) => {
    for (const end of [source, target]) {
      if (!graph.linksOf.has(end)) graph.linksOf.set(end, []);
      graph.linksOf.get(end).push(i);
    }
  });
  return graph;
}

// Statements of each node, as one array cut by offsets.
function adjacency(n, s) {
  const start = new Int32Array(n + 1);
  for (let i = 0; i < s.n; i++) {
    start[s.actor[i] + 1]++;
    start[s.event[i] + 1]++;
  }
  for (let i = 0; i < n; i++) start[i + 1] += start[i];
  const next = start.slice();
  const list = new Int32Array(2 * s.n);
  for (let i = 0; i < s.n; i++) {
    list[next[s.actor[i]]++] = i;
    list[next[s.event[i]]++] = i;
  }
  return { start, list };
}

const statementsOf = (node) => G.at.list.subarray(G.at.start[node], G.at.start[node + 1]);
const degree = (node) => G.at.start[node + 1] - G.at.start[node];
const isEvent = (node) => G.kind[node] === G.EVENT;
const otherEnd = (statement, node) => (G.s.actor[statement] === node ? G.s.event[statement] : G.s.actor[statement]);
const kindName = (node) => G.look.kinds[G.kinds[G.kind[node]]].name;

let nodeOfId = null;
function findId(id) {
  if (!nodeOfId) nodeOfId = new Map(G.id.map((key, node) => [key, node]));
  return nodeOfId.has(id) ? nodeOfId.get(id) : -1;
}

// Sentences come later than the picture; whoever needs them waits for this.
function evidence() {
  if (!G.evidence) G.evidence = unpack("evidence");
  return G.evidence;
}

// Claims on an event, or those in which an actor is named as the source.
const claimIndex = { event: null, said: null };
function claimsBy(column, node) {
  if (!claimIndex[column]) {
    const index = (claimIndex[column] = new Map());
    G.c[column].forEach((key, claim) => {
      if (key < 0) return;
      if (!index.has(key)) index.set(key, []);
      index.get(key).push(claim);
    });
  }
  return claimIndex[column].get(node) || [];
}

// What is known of the reality of an event over all that speak of it.
function eventStatus(event) {
  const seen = new Set(claimsBy("event", event).map((c) => G.c.status[c]));
  const told = statementsOf(event).map((s) => G.s.status[s]);
  const status = Math.min(...(told.length ? told : seen.size ? seen : [0]));
  return { status, disputed: seen.has(0) && seen.has(DENIED) };
}

const STATUS_NOTE = ["", "planned", "uncertain", "denied", "negated"];
const DENIED = 3;

// What must be said with the name of an event, lest it be taken for one that happened; empty for a plain fact.
function standing(node) {
  if (!isEvent(node)) return "";
  const { status, disputed } = eventStatus(node);
  return disputed ? "disputed" : STATUS_NOTE[status];
}

const standingName = (node) => (standing(node) ? `${standing(node)}: ${G.name[node]}` : G.name[node]);
