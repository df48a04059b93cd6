// The drawing engine: items for nodes and lines, what is visible, what stands out. Everything about vis-network is here.

let network = null;
const items = { nodes: null, edges: null };
const colours = { back: "#fff", text: "#1b232d", halo: "#fff", muted: "#4a5563", ring: "#d1495b" };

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of Object.keys(colours)) colours[name] = style.getPropertyValue(`--${name}`).trim() || colours[name];
}

const OPTIONS = {
  physics: { enabled: false, solver: "repulsion", repulsion: { nodeDistance: 110, springLength: 90 }, stabilization: false },
  layout: { improvedLayout: false },
  nodes: { borderWidth: 1.5, borderWidthSelected: 3, labelHighlightBold: false },
  edges: {
    smooth: false,
    hoverWidth: 0.8,
    selectionWidth: 1.2,
    arrowStrikethrough: false,
  },
  interaction: { hover: true, keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false, zoomSpeed: 0.7 },
};

// An event that nobody reports as a fact is hollow; one that some report and others deny has a red rim.
function nodeColour(node) {
  const colour = G.look.kinds[G.kinds[G.kind[node]]].color;
  let [fill, rim] = [colour, colours.back];
  if (isEvent(node)) {
    const { status, disputed } = eventStatus(node);
    if (status > 0) [fill, rim] = [colours.back, status === DENIED ? colours.ring : colour];
    else if (disputed) rim = colours.ring;
  }
  const strong = { background: fill, border: colours.text };
  return { background: fill, border: rim, highlight: strong, hover: strong };
}

// Nodes and lines of a large picture, which is drawn small, are made larger, so that they can be told apart.
const swell = { node: 1, line: 1 };

function chooseSwell(places) {
  const { scale } = frameOf(places);
  const most = Math.max(1, Math.min(2.2, 420 / places.length));
  swell.node = Math.min(most, Math.max(1, 0.85 / scale ** 0.75));
  swell.line = Math.min(2, Math.max(1, 0.85 / scale));
}

function nodeItem(node, place, given = {}) {
  const [least, step, most] = G.look.size[isEvent(node) ? "event" : "actor"];
  const size = swell.node * (given.size || Math.min(most, least + step * Math.log2(1 + degree(node))));
  const shape = given.shape || G.look.kinds[G.kinds[G.kind[node]]].shape;
  const colour = nodeColour(node);
  return { id: node, x: place.x, y: place.y, size, shape, color: colour, borderWidth: colour.border === colours.back ? 1.5 : 2.2 };
}

// Many lines step back, so that the nodes stay legible.
const lineOpacity = () => Math.max(0.45, Math.min(1, 300 / lines.size));

function lineItem(line, given) {
  const look = given || lineLook(line);
  const strong = { color: look.color, highlight: colours.text, hover: colours.text, inherit: false, opacity: lineOpacity() };
  const dashes = look.dashes && look.dashes.map((length) => length * swell.line);
  const arrow = (end) => ({ enabled: look.arrows.includes(end), scaleFactor: 0.5 * Math.sqrt(swell.line) });
  const arrows = { to: arrow("to"), from: arrow("from") };
  return { id: line.key, from: look.from, to: look.to, width: look.width * swell.line, dashes, arrows, color: strong };
}

function startEngine(core) {
  readColours();
  const given = new Map();
  for (const node of core.nodes) {
    const it = findId(node.id);
    V.drawn.set(it, { x: node.x, y: node.y });
    given.set(it, node);
  }
  shapePlaces([...V.drawn.values()]);
  chooseSwell([...V.drawn.values()]);
  const looks = new Map(core.edges.map((edge) => [lineKey(findId(edge.from), findId(edge.to)), edge]));
  for (const node of V.drawn.keys()) for (const line of linesWith(node, (other) => other > node && V.drawn.has(other))) lines.set(line.key, line);
  items.nodes = new vis.DataSet([...V.drawn].map(([node, place]) => nodeItem(node, place, given.get(node))));
  items.edges = new vis.DataSet(
    [...lines.values()].map((line) => {
      const look = looks.get(line.key);
      return lineItem(line, look && { ...look, from: findId(look.from), to: findId(look.to) });
    }),
  );
  network = new vis.Network($("canvas"), { nodes: items.nodes, edges: items.edges }, OPTIONS);
  network.canvas.frame.tabIndex = -1; // the frame around it takes the keys
  startScenery();
  network.on("afterDrawing", drawLabels);
}

// Turns and stretches the places towards the shape of the window; distances only grow, so that nothing comes to overlap.
function shapePlaces(places) {
  if (places.length < 3) return;
  if (isPortrait()) for (const place of places) [place.x, place.y] = [place.y, place.x];
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
  const box = $("canvas").getBoundingClientRect();
  const wanted = (box.width - 130) / (box.height - 86);
  const shape = (Math.max(...xs) - Math.min(...xs)) / Math.max(Math.max(...ys) - Math.min(...ys), 1);
  const most = isPortrait() ? 2.4 : 1.7;
  const factor = Math.min(most, Math.max(1 / most, wanted / Math.max(shape, 0.01)));
  for (const place of places) {
    place.x = Math.round(place.x * Math.max(1, factor));
    place.y = Math.round(place.y * Math.max(1, 1 / factor));
  }
}

function isPortrait() {
  const box = $("canvas").getBoundingClientRect();
  return box.height > 1.25 * box.width;
}

function addItems(nodes, newLines) {
  items.nodes.add(nodes.map((node) => nodeItem(node, V.drawn.get(node))));
  items.edges.add(newLines.map((line) => lineItem(line)));
}

function removeItems(nodes, oldLines) {
  items.edges.remove(oldLines.map((line) => line.key));
  items.nodes.remove(nodes);
}

const engineNode = (node) => network.body.nodes[node];
const engineLine = (key) => network.body.edges[key];
const placeOf = (node) => ({ x: engineNode(node).x, y: engineNode(node).y });

// Shows and hides without touching the data sets, whose every change would rebuild the drawing.
function showItems(isNodeLive) {
  const nodes = [];
  const edges = [];
  for (const node of V.drawn.keys()) {
    const live = isNodeLive(node);
    engineNode(node).options.hidden = !live;
    if (live) nodes.push(node);
  }
  for (const line of lines.values()) {
    const live = line.live > 0;
    engineLine(line.key).options.hidden = !live;
    if (live) edges.push(line.key);
  }
  network.body.nodeIndices = nodes;
  network.body.edgeIndices = edges;
}

// Lets some nodes and lines stand out and the rest step back; with null all are as they were.
function emphasise(chosen) {
  for (const node of V.drawn.keys()) {
    engineNode(node).options.opacity = !chosen || chosen.nodes.has(node) ? undefined : 0.22;
  }
  for (const line of lines.values()) {
    const on = chosen && chosen.keys.has(line.key);
    const edge = engineLine(line.key);
    edge.options.color.opacity = on ? 1 : chosen ? 0.16 : lineOpacity();
    edge.selected = Boolean(on && chosen.strong && chosen.strong.has(line.key));
  }
  for (const node of V.drawn.keys()) engineNode(node).selected = Boolean(chosen && chosen.centre && chosen.centre.has(node));
  network.redraw();
}

function recolour() {
  readColours();
  for (const node of V.drawn.keys()) {
    const colour = nodeColour(node);
    const options = engineNode(node).options.color;
    Object.assign(options, { background: colour.background, border: colour.border });
    Object.assign(options.highlight, colour.highlight);
    Object.assign(options.hover, colour.hover);
  }
  for (const line of lines.values()) Object.assign(engineLine(line.key).options.color, { highlight: colours.text, hover: colours.text });
  network.redraw();
}

function moveTo(node, place) {
  V.drawn.set(node, place);
  const it = engineNode(node);
  it.x = place.x;
  it.y = place.y;
}

let fitted = null; // the view of the last fit of all

function fit(nodes, still = false) {
  const live = nodes && nodes.length ? nodes : network.body.nodeIndices;
  if (!live.length) return;
  const { scale, centre } = frameOf(live.map(placeOf));
  fitted = nodes ? null : { ...centre, scale };
  moveView(centre, scale, still);
}

// After a filter the picture is fitted again unless the reader has moved it, or if nothing of it is left in the window.
function fitAgain() {
  const { clientWidth, clientHeight } = $("canvas");
  const { x: left, y: top } = network.getViewPosition();
  const scale = network.getScale();
  const unmoved = fitted && Math.abs(fitted.x - left) + Math.abs(fitted.y - top) < 2 / scale && Math.abs(fitted.scale - scale) < 0.01 * scale;
  const seen = (node) => {
    const { x, y } = network.canvasToDOM(placeOf(node));
    return x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
  };
  if (clientWidth && (unmoved || !network.body.nodeIndices.some(seen))) fit();
}

// Centre and scale at which places fit into the window, with room for names at the rim.
function frameOf(places) {
  const box = $("canvas").getBoundingClientRect();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const scale = Math.min((box.width - 130) / Math.max(right - left, 1), (box.height - 86) / Math.max(bottom - top, 1), 1.35);
  return { scale: Math.max(scale, 0.05), centre: { x: (left + right) / 2, y: (top + bottom) / 2 } };
}

function moveView(position, scale, still = false) {
  const calm = still || matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.moveTo({ position, scale: scale || network.getScale(), animation: calm ? false : { duration: 260 } });
}
