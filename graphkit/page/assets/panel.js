// The details of what is selected: a node, a line or a path.

const CARDS = 20; // at once; more at a press
let showing = 0;
let listed = false; // on a narrow screen the panel is up though nothing is selected

async function showDetails() {
  const panel = $("details");
  const mine = ++showing;
  document.body.classList.toggle("has-details", Boolean(V.selected || V.path || listed));
  if (!V.selected && !V.path && !filtered()) return panel.replaceChildren(...overview());
  const proof = await evidence();
  if (mine !== showing) return undefined; // something else was selected in the meantime
  if (!V.selected && !V.path) return panel.replaceChildren(...passingDetails(proof));
  const line = V.selected && V.selected.line !== undefined ? lines.get(V.selected.line) : null;
  const content = V.path ? pathDetails(proof) : line ? lineDetails(line, proof) : nodeDetails(V.selected.node, proof);
  panel.replaceChildren(button("Close", () => select(null), { class: "close" }), ...content);
  panel.scrollTop = 0;
  return undefined;
}

function toggleList() {
  listed = !document.body.classList.contains("has-details");
  document.body.classList.toggle("has-details", listed);
}

// Items at a time; the rest at a press.
function pagedList(items, draw, options) {
  const list = el("ul", options);
  const box = el("div", {}, list);
  const more = button("", () => extend(), { class: "more" });
  let shown = 0;
  const extend = () => {
    for (const item of items.slice(shown, shown + CARDS)) list.append(draw(item));
    shown = Math.min(items.length, shown + CARDS);
    more.textContent = `Show ${Math.min(CARDS, items.length - shown)} more of ${items.length - shown}`;
    if (shown < items.length) box.append(more);
    else more.remove();
  };
  extend();
  return box;
}

const cardList = (claims, proof, here) => pagedList(foldReprints(claims, proof), (same) => claimCard(same, proof, here), { class: "cards" });

const row = (name, ...value) => [el("dt", {}, name), el("dd", {}, ...value)];

function nodeActions(node) {
  const waiting = undrawnNeighbours(node).length;
  return el("div", { class: "actions", role: "group", "aria-label": "Actions" },
    button(waiting ? `Expand (${waiting})` : "Expand", () => expand(node), { disabled: !waiting, title: "E" }),
    button("Collapse", () => collapse(node), { title: "C" }),
    button("Hide", () => hide(node), { title: "H" }),
    button(V.pinned.has(node) ? "Unpin" : "Pin", () => togglePin(node), { title: "K", "aria-pressed": V.pinned.has(node) ? "true" : "false" }),
    button("Path to …", () => askPath(node), { title: "P" }));
}

function nodeDetails(node, proof) {
  return isEvent(node) ? eventDetails(node, proof) : actorDetails(node, proof);
}

function actorDetails(node, proof) {
  const { aliases, country, wikidata, sector } = G.more;
  const claims = new Set();
  for (const s of statementsOf(node)) if (statementPasses(s)) for (const c of G.s.claims[s]) if (ok.claims[c]) claims.add(c);
  const said = claimsBy("said", node).filter((c) => ok.claims[c]);
  const known = [
    ...(aliases[node] ? row("also", aliases[node].join(", ")) : []),
    ...(country[node] ? row("country", country[node]) : []),
    ...(sector[node] ? row("sector", sector[node]) : []),
    ...(wikidata[node] ? row("Wikidata", wikidataLink(wikidata[node])) : []),
    ...affiliations(node),
  ];
  return [
    el("h2", { class: `k-${G.kinds[G.kind[node]]}` }, G.name[node]),
    el("p", { class: "facts" }, `${kindName(node)} · ${plural(degree(node), "statement")}`),
    nodeActions(node),
    known.length ? el("dl", {}, ...known) : null,
    el("h3", {}, `Takes part in (${plural(claims.size, "mention")})`),
    claims.size ? cardList(newestFirst([...claims]), proof, node) : el("p", { class: "faint" }, "No statement passes the filters."),
    ...(said.length ? [
      el("h3", {}, `Says (${plural(said.length, "mention")})`),
      button(F.source === node ? "Show all sources" : "Show only what this source says", () => setFilter({ source: F.source === node ? ANY : node })),
      cardList(newestFirst(said), proof, node),
    ] : []),
  ].filter(Boolean);
}

function wikidataLink(id) {
  return /^Q\d+$/.test(id) ? webLink(`https://www.wikidata.org/wiki/${id}`, id) : id;
}

function affiliations(node) {
  const found = [];
  for (const i of G.linksOf.get(node) || []) {
    const [source, target, kind, text, since, until] = G.links[i];
    const when = since || until ? ` (${since || "…"} – ${until || "…"})` : "";
    if (kind === "affiliated") found.push(...(source === node ? row("is", `${text} of `, nodeButton(target), when) : row("has", nodeButton(source), ` as ${text}`, when)));
    else found.push(...row(kind === "part of" ? (source === node ? "part of" : "has part") : kind, nodeButton(source === node ? target : source)));
  }
  return found;
}

function eventDetails(node, proof) {
  const all = claimsBy("event", node);
  const claims = all.filter((c) => ok.claims[c]);
  const { status, disputed } = eventStatus(node);
  const source = G.more.date_source[node];
  const when = spanText(G.from[node], G.to[node], precisionOf(node));
  const notes = [precisionOf(node), source && `from the ${source}`].filter(Boolean).join(", ");
  const stories = new Set(all.map((c) => G.c.story[c]));
  const outlets = new Set([...stories].map((story) => (story < 0 ? -1 : G.storyPublisher[story])));
  return [
    el("h2", { class: "k-event" }, G.name[node]),
    el("p", { class: "facts" },
      disputed ? el("span", { class: "badge b-denied" }, "disputed") : status > 0 ? el("span", { class: `badge b-${G.look.statuses[status].key}` }, STATUS_NOTE[status]) : null,
      `${typeWords(G.type[node], node)} · ${plural(all.length, "mention")} in ${plural(stories.size, "story", "stories")} of ${plural(outlets.size, "outlet")}`),
    nodeActions(node),
    el("dl", {},
      ...row("when", when, notes ? el("span", { class: "faint" }, ` (${notes})`) : null),
      ...(placeName(node) ? row("where", placeName(node)) : []),
      ...participantRows(node),
      ...affiliations(node)),
    ...(disputed ? contradiction(all, proof) : []),
    el("h3", {}, `Evidence (${plural(claims.length, "mention")})`),
    claims.length ? cardList(newestFirst(claims), proof, node) : el("p", { class: "faint" }, "No claim passes the filters."),
  ];
}

function participantRows(event) {
  const byRole = new Map();
  for (const s of statementsOf(event)) {
    const role = G.words.roles[G.s.role[s]] || "takes part";
    if (!byRole.has(role)) byRole.set(role, new Set());
    byRole.get(role).add(G.s.actor[s]);
  }
  return [...byRole].flatMap(([role, actors]) => row(role, ...joined([...actors].sort((a, b) => a - b).slice(0, 30).map((node) => nodeButton(node)))));
}

// Two columns: those who report it as a fact, those who deny it.
function contradiction(claims, proof) {
  const column = (name, status) => {
    const found = newestFirst(claims.filter((c) => G.c.status[c] === status)).slice(0, 4);
    return el("div", {}, el("h4", {}, name), ...found.map((c) => el("div", { class: `claim s-${G.look.statuses[status].key}` }, sentence(c, proof), el("p", { class: "source" }, ...claimSource(c)))));
  };
  return [el("h3", {}, "They disagree"), el("div", { class: "versus" }, column("Reported as fact", 0), column("Denied", DENIED))];
}

function lineDetails(line, proof) {
  const claims = newestFirst(lineClaims(line));
  const said = line.links.map((i) => el("li", {}, nodeButton(G.links[i][0]), ` ${G.links[i][3]} `, nodeButton(G.links[i][1])));
  const words = line.statements.filter(statementPasses).map((s) =>
    el("li", {}, el("strong", {}, statementWord(s)), ` as ${G.words.roles[G.s.role[s]] || "participant"} · ${(G.words.types[G.s.type[s]] || "").toLowerCase()} · ${plural(G.s.stories[s], "story", "stories")}`));
  return [
    el("h2", {}, "Line"),
    el("p", { class: "triple" }, nodeButton(line.a), " – ", nodeButton(line.b)),
    el("ul", { class: "plain" }, ...words, ...said),
    ...(claims.length ? [el("h3", {}, `Evidence (${plural(claims.length, "mention")})`), cardList(claims, proof, line.b)] : []),
  ];
}
