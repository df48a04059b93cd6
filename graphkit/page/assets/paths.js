// The shortest way between two nodes, over statements that pass the filters and over links, with its evidence.

function shortestPath(from, to) {
  const before = new Int32Array(G.n).fill(-1);
  before[from] = from;
  let ring = [from];
  while (ring.length && before[to] < 0) {
    const next = [];
    for (const node of ring) {
      for (let k = G.at.start[node]; k < G.at.start[node + 1]; k++) {
        const s = G.at.list[k];
        if (!ok.statements[s]) continue;
        const other = G.s.actor[s] === node ? G.s.event[s] : G.s.actor[s];
        if (before[other] >= 0) continue;
        before[other] = node;
        next.push(other);
      }
      for (const i of (F.links && G.linksOf.get(node)) || []) {
        const other = G.links[i][0] === node ? G.links[i][1] : G.links[i][0];
        if (before[other] >= 0) continue;
        before[other] = node;
        next.push(other);
      }
    }
    ring = next;
  }
  if (before[to] < 0) return null;
  const path = [to];
  while (path[0] !== from) path.unshift(before[path[0]]);
  return path;
}

// Asks for the other end: the next node that is clicked or found.
function askPath(node) {
  S.taken = (other) => {
    stopAsking();
    showPath(node, other);
  };
  $("hint").textContent = `Path from ${G.name[node]} to … : click a node or search for one. Esc cancels.`;
  $("hint").hidden = false;
  announce($("hint").textContent);
  $("search").focus();
}

function stopAsking() {
  S.taken = null;
  $("hint").hidden = true;
}

function showPath(from, to) {
  const path = from === to ? null : shortestPath(from, to);
  if (!path) {
    const why = from === to ? "Both ends are the same" : `No path from ${G.name[from]} to ${G.name[to]}${filtered() ? " with these filters" : ""}`;
    $("hint").textContent = why;
    $("hint").hidden = false;
    setTimeout(() => ($("hint").hidden = S.taken === null), 5000);
    return announce(why);
  }
  remember();
  const missing = path.filter((node) => !V.drawn.has(node));
  let anchor = V.drawn.has(from) ? placeOf(from) : network.getViewPosition();
  const placed = [];
  for (const node of path) {
    if (V.drawn.has(node)) anchor = placeOf(node);
    else placed.push([node, (anchor = freePlaces(anchor, 1)[0])]);
  }
  addNodes(placed.filter(([node]) => missing.includes(node)));
  V.path = { list: path, nodes: new Set(path), keys: new Set(path.slice(1).map((node, i) => lineKey(path[i], node))) };
  V.selected = null;
  refresh();
  restress();
  showDetails();
  fit(path);
  return announce(`Path of ${plural(path.length - 1, "step")}: ${path.map((node) => G.name[node]).join(", ")}`);
}

function pathDetails(proof) {
  const { list } = V.path;
  const steps = list.slice(1).map((node, i) => {
    const line = lines.get(lineKey(list[i], node));
    const claims = newestFirst(lineClaims(line)).slice(0, 3);
    return el("section", { class: "step" },
      el("h3", {}, `${i + 1}. ${G.name[list[i]]} – ${G.name[node]}`),
      claims.length ? cardList(claims, proof, line.b) : el("p", { class: "faint" }, lineWords(line)));
  });
  return [
    el("h2", {}, `Path of ${plural(list.length - 1, "step")}`),
    el("p", { class: "triple" }, ...joined(list.map((node) => nodeButton(node)), " – ")),
    ...steps,
  ];
}
