// The events that pass as a file: one row an event, or one row a mention with its sentence. Columns are named as on the page.

const CSV_EVENTS = [
  "Event", "Kind of event", "Told as", "Actor", "Relation", "Target", "Object", "From", "To", "Dated to", "Place", "Said by", "Denied by",
  "First published", "Outlets", "Stories", "Mentions", "Outlet", "Published", "Sentence", "Headline", "Link", "Confidence", "Event id",
];
const CSV_MENTIONS = [
  "Event", "Kind of event", "Told as", "Actor", "Relation", "Target", "Object", "From", "To", "Dated to", "Place", "Said by", "Denied by",
  "Outlet", "Published", "Sentence", "Headline", "Link", "Confidence", "Event id",
];

// A cell for spreadsheets: quoted, and never read as a formula.
function csvCell(value) {
  let text = String(value ?? "").trim();
  if (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = "'" + text;
  return /[",\n\r;\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const several = (texts) => [...new Set(texts)].filter(Boolean).join("; ");

// Doers, those to whom it is done, and things, as texts.
function endsOf(claim, proof) {
  const toward = new Set(G.look.toward_event);
  const ends = { doers: [], targets: [], objects: proof.objects[claim] || [] };
  for (const { role, node, start, end } of partsOf(claim, proof)) {
    const text = start < 0 ? end : pointsOf(proof.sentence[claim]).slice(start, end).join("");
    (toward.has(role) ? ends.doers : ends.targets).push(node >= 0 ? G.name[node] : text);
  }
  return ends;
}

const whenAndWhere = (event) => [isoDay(G.from[event]), isoDay(G.to[event]), precisionOf(event), placeName(event)];
const saidBy = (claim) => (G.c.said[claim] < 0 ? "" : G.name[G.c.said[claim]]);
const deniedBy = (claim) => (G.c.denier.get(claim) >= 0 ? G.name[G.c.denier.get(claim)] : "");
const sure = (claim) => (G.c.confidence[claim] / 100).toFixed(2);

function storyCells(claim) {
  const story = G.c.story[claim];
  return story < 0 ? ["", ""] : [G.stories.name[story], G.stories.url[story]];
}

function mentionRow(claim, proof) {
  const event = G.c.event[claim];
  const { doers, targets, objects } = endsOf(claim, proof);
  return [
    G.name[event], typeWords(G.c.type[claim], event), standingOf(claim), several(doers), relationWords(claim, proof), several(targets), several(objects),
    ...whenAndWhere(event), saidBy(claim), deniedBy(claim), outletOf(G.c.story[claim]), firstDay([claim]), proof.sentence[claim], ...storyCells(claim), sure(claim), G.id[event],
  ];
}

// An event with all its claims that pass; the sentence is that of the surest, with its own outlet and day.
function eventRow(event, claims, proof) {
  if (!claims.length) return bareRow(event);
  const ends = claims.map((claim) => endsOf(claim, proof));
  const all = (name) => several(ends.flatMap((end) => end[name]));
  const best = claims.reduce((a, b) => (G.c.confidence[b] > G.c.confidence[a] ? b : a));
  return [
    G.name[event], typeWords(G.type[event], event), several(claims.map(standingOf).sort()), all("doers"),
    several(claims.map((claim) => G.words.predicates[G.c.predicate[claim]])), all("targets"), all("objects"), ...whenAndWhere(event),
    several(claims.map(saidBy)), several(claims.map(deniedBy)), firstDay(claims), several(claims.map((claim) => outletOf(G.c.story[claim]))),
    new Set(claims.map((claim) => G.c.story[claim])).size, claims.length,
    outletOf(G.c.story[best]), firstDay([best]), proof.sentence[best], ...storyCells(best), sure(best), G.id[event],
  ];
}

// An event of a graph without sentences.
function bareRow(event) {
  const mine = statementsOf(event).filter(statementPasses);
  const names = (toward) => several([...mine].filter((s) => G.towardEvent.has(G.s.role[s]) === toward).map((s) => G.name[G.s.actor[s]]));
  const told = G.look.statuses[eventStatus(event).status].name;
  const relation = several([...mine].map((s) => G.words.predicates[G.s.predicate[s]]));
  const row = [G.name[event], typeWords(G.type[event], event), told, names(true), relation, names(false), "", ...whenAndWhere(event)];
  return [...row, ...Array(CSV_EVENTS.length - row.length - 1).fill(""), G.id[event]];
}

// Claims that pass by event, in the order of the days; those of the picture alone if so asked.
function claimsByEvent(scope) {
  const found = new Map();
  for (const claim of newestFirst(claimsThatPass())) {
    const event = G.c.event[claim];
    if (event < 0 || (scope === "drawn" && !isOnPicture(event))) continue;
    if (!found.has(event)) found.set(event, []);
    found.get(event).push(claim);
  }
  for (let s = 0; s < G.s.n; s++) {
    const event = G.s.event[s];
    if (ok.statements[s] && !found.has(event) && !G.s.claims[s].length && (scope === "all" || isOnPicture(event))) found.set(event, []);
  }
  return [...found].sort(([a], [b]) => G.from[a] - G.from[b] || a - b);
}

const isOnPicture = (event) => V.drawn.has(event) && !engineNode(event).options.hidden;
const countMentions = (events) => events.reduce((sum, [, claims]) => sum + claims.length, 0);

// The reader says which events, and whether each event or each mention has a row.
function askTable() {
  const [all, drawn] = [claimsByEvent("all"), claimsByEvent("drawn")];
  const which = filtered() ? "that pass the filters" : "of the graph";
  const dialog = el("dialog", { "aria-labelledby": "ask-title" });
  const answer = (kind, events) => () => { dialog.close(); saveTable(kind, events); };
  dialog.append(
    el("h2", { id: "ask-title" }, "Save as CSV"),
    ...timeNotes(() => { dialog.close(); askTable(); }),
    el("div", { class: "actions" },
      button(`All ${plural(all.length, "event")} ${which}, one row each`, answer("events", all), { id: "ask-all" }),
      drawn.length < all.length ? button(`Only the ${plural(drawn.length, "event")} drawn, one row each`, answer("events", drawn), { id: "ask-drawn" }) : null,
      button(`All ${plural(countMentions(all), "mention")} of these events with their sentences, one row each`, answer("mentions", all), { id: "ask-mentions" }),
      button("Cancel", () => dialog.close())));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  $("ask-all").focus();
}

async function saveTable(kind, events) {
  const proof = await evidence();
  const rows = kind === "events"
    ? [CSV_EVENTS, ...events.map(([event, claims]) => eventRow(event, claims, proof))]
    : [CSV_MENTIONS, ...events.flatMap(([, claims]) => claims.map((claim) => mentionRow(claim, proof)))];
  const text = "\ufeff" + rows.map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
  const name = fileName("csv", kind);
  save(new Blob([text], { type: "text/csv;charset=utf-8" }), name);
  tell(`Saved ${plural(rows.length - 1, kind.slice(0, -1))}, one row each: ${name}`);
}
