// Keys, pointer and fingers.

const KEYS = [
  ["/", "search", () => $("search").focus()],
  ["e", "expand: bring in neighbours", () => onNode(expand)],
  ["c", "collapse: take away what hangs on the node alone", () => onNode(collapse)],
  ["h", "hide", () => onNode(hide)],
  ["k", "pin: keep it whatever the filters say", () => onNode(togglePin)],
  ["p", "path to another node", () => onNode(askPath)],
  ["v", "evidence of the line that is walked", showWalked],
  ["f", "fit the picture", () => fit()],
  ["r", "relax: let the nodes settle", relax],
  ["l", "words on all lines", toggleLineLabels],
  ["t", "table", toggleTable],
  ["w", "when: the days that count", () => (T.parts.from.offsetParent ? T.parts.from : T.parts.low).focus()],
  ["x", "save as CSV, with the sentences", askTable],
  ["n", "only what somebody denies, under who denies it; or all again", () => $("only-denied") && $("only-denied").click()],
  ["d", "dark or light", toggleTheme],
  ["u", "undo", undo],
  ["?", "these keys", () => $("help").showModal()],
];

function onNode(act) {
  if (V.selected && V.selected.node !== undefined) act(V.selected.node);
  else announce("Select a node first");
}

// Walking: left and right go through the lines of the selected node, Enter or down to the other end, up the way back.
const walk = { node: -1, at: -1, trail: [] };

function walkLines(step) {
  if (V.selected && V.selected.line !== undefined) {
    const { a, b } = lines.get(V.selected.line);
    const kept = { ...walk };
    select({ node: walk.node === b ? b : a }, { quiet: true });
    Object.assign(walk, kept);
  }
  if (!V.selected || V.selected.node === undefined) {
    const first = Math.min(...network.body.nodeIndices);
    if (Number.isFinite(first)) visit(first);
    return;
  }
  const node = V.selected.node;
  const keys = [...V.stress.keys].sort((a, b) => farEnd(a, node) - farEnd(b, node));
  if (!keys.length) return announce(`${G.name[node]} has no lines; E brings in neighbours`);
  if (walk.node !== node) Object.assign(walk, { node, at: step > 0 ? -1 : 0 });
  walk.at = (walk.at + step + keys.length) % keys.length;
  const line = lines.get(keys[walk.at]);
  V.stress.strong = new Set([line.key]);
  emphasise(V.stress);
  return tell(`${walk.at + 1} of ${keys.length}: ${lineWords(line)}, ${G.name[farEnd(line.key, node)]}`);
}

function showWalked() {
  const key = V.stress && V.stress.strong && [...V.stress.strong][0];
  if (!V.selected || V.selected.node === undefined || !key) return announce("Walk to a line first: select a node, then left or right");
  return select({ line: key });
}

const farEnd = (key, node) => (lines.get(key).a === node ? lines.get(key).b : lines.get(key).a);

function walkOn() {
  if (walk.node < 0 || !V.stress || !V.stress.strong) return walkLines(1);
  const [key] = V.stress.strong;
  const next = farEnd(key, walk.node);
  walk.trail.push(walk.node);
  walk.node = -1;
  return visit(next);
}

function walkBack() {
  const node = walk.trail.pop();
  walk.node = -1;
  if (node !== undefined) visit(node);
}

const WALKS = { ArrowRight: () => walkLines(1), ArrowLeft: () => walkLines(-1), Enter: walkOn, ArrowDown: walkOn, ArrowUp: walkBack };

function onKey(event) {
  if (document.querySelector("dialog[open]")) return undefined;
  if (event.key === "Escape") return escape();
  if ((event.ctrlKey || event.metaKey) && event.key === "z") { event.preventDefault(); return undo(); }
  // a field of text needs all keys, one of days the stroke between them; lists, sliders and boxes need no letters
  const { tagName, type } = event.target;
  const typing = tagName === "TEXTAREA" || (tagName === "INPUT" && (type === "text" || (type === "date" && event.key === "/")));
  if (event.ctrlKey || event.metaKey || event.altKey || typing) return undefined;
  const within = event.target === document.body || $("canvas").contains(event.target);
  const act = (within && WALKS[event.key]) || (KEYS.find(([key]) => key === event.key.toLowerCase()) || [])[2];
  if (!act) return undefined;
  event.preventDefault();
  return act();
}

function escape() {
  if (S.taken) return stopAsking();
  if (document.body.classList.contains("show-filters")) return document.body.classList.remove("show-filters");
  if (!$("sheet").hidden) return toggleTable();
  if (document.activeElement !== document.body && !$("canvas").contains(document.activeElement)) return $("canvas").focus();
  V.path = null;
  return select(null);
}

function relax() {
  remember();
  settle();
}

function settle() {
  network.setOptions({ physics: { enabled: true } });
  setTimeout(() => {
    network.setOptions({ physics: { enabled: false } });
    restress();
    fit();
  }, 2500);
}

function toggleLineLabels() {
  lineLabels = !lineLabels;
  $("tool-words").setAttribute("aria-pressed", lineLabels ? "true" : "false");
  network.redraw();
}

const isDark = () => getComputedStyle(document.documentElement).getPropertyValue("--dark").trim() === "1";

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  recolour();
}

function toggleTheme() {
  setTheme(!isDark());
}

function reset() {
  remember();
  clearFilters();
  V.path = null;
  removeNodes([...V.drawn.keys()].filter((node) => !V.first.has(node)));
  addNodes([...V.first].filter(([node]) => !V.drawn.has(node)));
  for (const [node, place] of V.first) moveTo(node, place);
  V.pinned.clear();
  refresh();
  drawLegend();
  showRange();
  select(null);
  fit();
}

function startPointer() {
  const canvas = $("canvas");
  network.on("click", ({ nodes, edges, pointer }) => {
    canvas.focus({ preventScroll: true });
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined && S.taken) return S.taken(node);
    if (node !== undefined) return select({ node });
    const key = network.getEdgeAt(pointer.DOM);
    return key !== undefined ? select({ line: key }) : select(null);
  });
  // the engine's own double click is missed when the first click keeps it busy
  canvas.addEventListener("dblclick", (event) => {
    const box = canvas.getBoundingClientRect();
    const node = network.getNodeAt({ x: event.clientX - box.left, y: event.clientY - box.top });
    if (node !== undefined) expand(node);
  });
  network.on("hold", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) expand(node);
  });
  const cursor = (kind) => () => (canvas.style.cursor = kind);
  for (const name of ["hoverNode", "hoverEdge"]) network.on(name, cursor("pointer"));
  for (const name of ["blurNode", "blurEdge"]) network.on(name, cursor(""));
  document.addEventListener("keydown", onKey);
}

function startTools() {
  const tools = [
    ["Filters", () => document.body.classList.toggle("show-filters"), "filters", "Filters"],
    ["List", toggleList, "list", "What is selected, or passes the filters"],
    ["Fit", () => fit(), "fit", "Fit the picture (F)"],
    ["Relax", relax, "relax", "Let the nodes settle (R)"],
    ["Words", toggleLineLabels, "words", "Words on all lines (L)"],
    ["Table", toggleTable, "table", "The same as a table (T)"],
    ["Undo", undo, "undo", "Undo (U)"],
    ["Reset", reset, "reset", "As it was at first"],
    ["PNG", savePicture, "png", "Save the picture"],
    ["CSV", askTable, "csv", "Save the events or their mentions with sentences (X)"],
    ["Print", () => window.print(), "print", "Print"],
    ["Dark", toggleTheme, "dark", "Dark or light (D)"],
    ["?", () => $("help").showModal(), "help", "All keys (?)"],
  ];
  $("tools").append(...tools.map(([text, act, id, title]) => button(text, act, { id: `tool-${id}`, title, ...(["words", "table"].includes(id) ? { "aria-pressed": "false" } : {}) })));
  const rows = [...KEYS.map(([key, text]) => [key.toUpperCase(), text]), ["← →", "walk the lines of the selected node"], ["Enter, ↓", "go to the other end"], ["↑", "go back"], ["Esc", "cancel, select nothing"], ["double click, long touch", "expand"]];
  $("help").append(el("h2", { id: "help-title" }, "Keys"), el("dl", {}, ...rows.flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)])), button("Close", () => $("help").close()));
}
