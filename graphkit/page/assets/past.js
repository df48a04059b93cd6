// Undo: what was drawn, pinned, selected and filtered before each change.

const past = [];

function snapshot() {
  return {
    drawn: [...V.drawn.keys()].map((node) => [node, placeOf(node)]),
    pinned: [...V.pinned],
    selected: V.selected,
    path: V.path,
    filters: copyFilters(),
    view: { position: network.getViewPosition(), scale: network.getScale() },
  };
}

function remember() {
  if (!network) return;
  past.push(snapshot());
  if (past.length > 60) past.shift();
}

function undo() {
  const before = past.pop();
  if (!before) return announce("Nothing to undo");
  const keep = new Map(before.drawn);
  removeNodes([...V.drawn.keys()].filter((node) => !keep.has(node)));
  addNodes([...keep].filter(([node]) => !V.drawn.has(node)));
  for (const [node, place] of keep) moveTo(node, place);
  V.pinned = new Set(before.pinned);
  for (const node of V.drawn.keys()) engineNode(node).options.fixed = { x: V.pinned.has(node), y: V.pinned.has(node) };
  Object.assign(F, before.filters);
  V.path = before.path;
  refresh();
  drawLegend();
  drawTime();
  select(before.selected, { quiet: true });
  moveView(before.view.position, before.view.scale, true);
  announce("Undone");
}
