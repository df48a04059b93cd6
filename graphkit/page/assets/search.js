// Search over names and aliases, blind to case and accents. One long text, so that a key stroke is one scan.

const S = { text: null, starts: null, nodes: null, hits: [], at: -1, taken: null };
const MOST_HITS = 12;

function buildSearch() {
  if (S.text !== null) return;
  const parts = [];
  const nodes = [];
  for (let node = 0; node < G.n; node++) {
    parts.push(fold(G.name[node]));
    nodes.push(node);
  }
  for (const [node, aliases] of Object.entries(G.more.aliases)) {
    for (const alias of aliases) {
      parts.push(fold(alias));
      nodes.push(Number(node));
    }
  }
  S.starts = new Int32Array(parts.length);
  let at = 1;
  parts.forEach((part, i) => {
    S.starts[i] = at;
    at += part.length + 1;
  });
  S.text = "\n" + parts.join("\n") + "\n";
  S.nodes = nodes;
}

function entryAt(offset) {
  let [low, high] = [0, S.starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (S.starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Nodes by how the name fits (whole, from its beginning, from a word's, anywhere), then by relevance.
function searchNodes(query) {
  buildSearch();
  const wanted = fold(query.trim());
  if (!wanted) return [];
  const best = new Map();
  const collect = (needle, skip, limit) => {
    let found = S.text.indexOf(needle);
    for (let seen = 0; found >= 0 && seen < limit; seen++) {
      const offset = found + skip;
      const i = entryAt(offset);
      const end = offset + wanted.length;
      const begins = offset === S.starts[i];
      const score = begins ? (S.text[end] === "\n" ? 0 : 1) : S.text[offset - 1] === " " ? 2 : 3;
      const node = S.nodes[i];
      if (!best.has(node) || best.get(node) > score) best.set(node, score);
      found = S.text.indexOf(needle, S.text.indexOf("\n", offset));
    }
  };
  collect("\n" + wanted, 1, 120);
  collect(" " + wanted, 1, 120);
  collect(wanted, 0, 120);
  return [...best].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, MOST_HITS).map(([node]) => node);
}

function showHits() {
  const input = $("search");
  S.hits = searchNodes(input.value);
  S.at = -1;
  const asked = input.value.trim() !== "";
  const rows = S.hits.map((node, i) =>
    el("li", { role: "option", id: `hit-${i}`, "aria-selected": i === S.at ? "true" : "false", on: { mousedown: (event) => { event.preventDefault(); takeHit(i); } } },
      el("span", { class: "name" }, G.name[node]), el("span", { class: "kind" }, hitNote(node, input.value))),
  );
  if (asked && !rows.length) rows.push(el("li", { role: "option", class: "none", "aria-disabled": "true", "aria-selected": "false" }, "Nothing has this name"));
  $("hits").replaceChildren(...rows);
  openHits(asked);
}

// Kind of a hit, and the alias by which it was found.
function hitNote(node, query) {
  const wanted = fold(query.trim());
  const alias = fold(G.name[node]).includes(wanted) ? null : (G.more.aliases[node] || []).find((name) => fold(name).includes(wanted));
  const when = isEvent(node) && G.from[node] !== NEVER ? ` · ${spanText(G.from[node], G.to[node], precisionOf(node))}` : "";
  return `${alias ? `“${alias}” · ` : ""}${standing(node)} ${kindName(node)}${when}`;
}

function openHits(open) {
  $("hits").hidden = !open;
  $("search").setAttribute("aria-expanded", open ? "true" : "false");
  markHit();
}

function markHit() {
  [...$("hits").children].forEach((row, i) => row.setAttribute("aria-selected", i === S.at ? "true" : "false"));
  if (S.at >= 0 && !$("hits").hidden) $("search").setAttribute("aria-activedescendant", `hit-${S.at}`);
  else $("search").removeAttribute("aria-activedescendant");
}

function takeHit(i) {
  const node = S.hits[i];
  if (node === undefined) return;
  openHits(false);
  $("search").value = "";
  $("canvas").focus();
  if (S.taken) S.taken(node);
  else visit(node);
}

function startSearch() {
  const input = $("search");
  input.addEventListener("input", showHits);
  input.addEventListener("focus", buildSearch);
  input.addEventListener("blur", () => openHits(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!S.hits.length) return;
      S.at = event.key === "ArrowDown" ? (S.at + 1) % S.hits.length : (Math.max(S.at, 0) + S.hits.length - 1) % S.hits.length;
      markHit();
      event.preventDefault();
    } else if (event.key === "Enter") {
      takeHit(Math.max(S.at, 0)); // the first, if none was chosen
    } else if (event.key === "Escape") {
      input.value = "";
      openHits(false);
      $("canvas").focus();
      event.stopPropagation();
    }
  });
}
