// From the data blocks to a picture that answers.

function startPrinting() {
  let dark = false;
  addEventListener("beforeprint", () => {
    dark = isDark();
    if (dark) setTheme(false);
  });
  addEventListener("afterprint", () => dark && setTheme(true));
}

function startSizes() {
  let portrait = isPortrait();
  const resized = onNextFrame(() => {
    if ($("canvas").hidden) return;
    network.setSize("100%", "100%");
    network.redraw();
    if (isPortrait() !== portrait) {
      portrait = !portrait;
      for (const node of V.drawn.keys()) {
        const { x, y } = placeOf(node);
        moveTo(node, { x: y, y: x });
      }
    }
    fit(null, true);
  });
  new ResizeObserver(resized).observe($("stage"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}

async function main() {
  const core = JSON.parse($("core").textContent);
  G = buildGraph(await unpack("graph"));
  F.from = G.meta.since ?? NEVER;
  F.to = G.meta.until ?? NEVER;
  startEngine(core);
  V.first = new Map([...V.drawn].map(([node, place]) => [node, { ...place }]));
  fit(null, true);
  refresh();
  startPointer();
  startTools();
  startSearch();
  startTime();
  drawLegend();
  startSizes();
  startPrinting();
  if (G.meta.focus) select({ node: findId(G.meta.focus) }, { quiet: true });
  else showDetails();
  if (location.hash.length > 1) readHash();
  addEventListener("hashchange", readHash);
  requestAnimationFrame(() => requestAnimationFrame(ready));
}

function ready() {
  document.documentElement.dataset.ready = "1";
  setTimeout(() => {
    buildSearch();
    evidence();
  }, 50);
}

// For tests, and for whoever opens the console: what is drawn, where the names stand.
window.graphkit = Object.freeze({
  labels: () => labelBoxes.map(({ node, x, y, width, height }) => ({ node, x, y, width, height, id: G.id[node], name: G.name[node] })),
  drawn: () => network.body.nodeIndices.map((node) => G.id[node]),
  lines: () => [...network.body.edgeIndices],
  place: (id) => {
    const spot = network.canvasToDOM(placeOf(findId(id)));
    const box = $("canvas").getBoundingClientRect();
    return { x: spot.x + box.left, y: spot.y + box.top };
  },
  ends: (key) => [lines.get(key).a, lines.get(key).b].map((node) => G.id[node]),
  middle: (key) => {
    const [a, b] = [placeOf(lines.get(key).a), placeOf(lines.get(key).b)];
    const spot = network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    const box = $("canvas").getBoundingClientRect();
    return { x: spot.x + box.left, y: spot.y + box.top };
  },
  moveBy: (x, y) => network.moveTo({ position: { x: network.getViewPosition().x + x, y: network.getViewPosition().y + y }, animation: false }),
  zoomTo: (scale) => network.moveTo({ scale, animation: false }),
  search: (text) => searchNodes(text).map((node) => G.id[node]),
  path: (a, b) => (shortestPath(findId(a), findId(b)) || []).map((node) => G.id[node]),
});

main();
