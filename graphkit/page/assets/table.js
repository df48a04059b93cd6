// The same as text: one row for each statement, sortable, of the drawn part or of the whole graph.

const ROWS = 200;
const table = { scope: "drawn", chosen: false, sort: "date", down: true, shown: ROWS };

const COLUMNS = [
  ["actor", "Actor", (s) => G.name[G.s.actor[s]]],
  ["relation", "Relation", statementWord],
  ["role", "Role", (s) => G.words.roles[G.s.role[s]] || ""],
  ["event", "Event", (s) => standingName(G.s.event[s])],
  ["type", "Kind of event", (s) => (G.words.types[G.s.type[s]] || "").toLowerCase()],
  ["date", "Date", (s) => isoDay(G.from[G.s.event[s]])],
  ["place", "Place", (s) => placeName(G.s.event[s])],
  ["told", "Told as", toldAs],
  ["said", "Said by", (s) => unique(passingClaims(s).map((c) => G.c.said[c]).filter((node) => node >= 0).map((node) => G.name[node]))],
  ["outlet", "Outlet", (s) => unique(passingClaims(s).map((c) => outletOf(G.c.story[c])).filter(Boolean))],
  ["published", "Published", (s) => firstDay(passingClaims(s))],
  ["stories", "Stories", (s) => G.s.stories[s]],
];

const passingClaims = (s) => G.s.claims[s].filter((c) => ok.claims[c]);
const unique = (list) => [...new Set(list)].join(", ");

function toldAs(s) {
  const claims = passingClaims(s);
  return unique(claims.length ? claims.map(standingOf).sort() : [G.look.statuses[G.s.status[s]].name]);
}

// As the legend names it; the act of denying is a fact that is listed with what is denied.
const standingOf = (claim) => (G.c.denying.has(claim) ? "denial" : G.look.statuses[G.c.status[claim]].name);
const outletOf = (story) => (story < 0 ? "" : G.words.publishers[G.storyPublisher[story]] || "");

// When the first story of these claims came out.
function firstDay(claims) {
  const days = claims.map((c) => (G.c.story[c] < 0 ? NEVER : G.storyDay[G.c.story[c]])).filter((day) => day !== NEVER);
  return days.length ? isoDay(Math.min(...days)) : "";
}

// Statements that pass the filters, drawn or all.
function statementsInScope(scope = table.scope) {
  const found = [];
  if (scope === "all") {
    for (let s = 0; s < G.s.n; s++) if (ok.statements[s]) found.push(s);
    return found;
  }
  for (const line of lines.values()) for (const s of line.statements) if (ok.statements[s]) found.push(s);
  return found;
}

function sortedStatements() {
  const value = COLUMNS.find(([key]) => key === table.sort)[2];
  const found = statementsInScope().map((s) => [value(s), s]);
  const sign = table.down ? -1 : 1;
  found.sort((a, b) => (a[0] < b[0] ? -sign : a[0] > b[0] ? sign : a[1] - b[1]));
  return found.map(([, s]) => s);
}

function sortBy(key) {
  table.down = table.sort === key ? !table.down : false;
  table.sort = key;
  drawTable();
  const head = $("sheet").querySelector(`[data-key="${key}"]`);
  if (head) head.focus();
}

async function drawTable() {
  const proof = await evidence();
  const statements = sortedStatements();
  const heads = COLUMNS.map(([key, name]) => {
    const sorted = table.sort === key;
    return el("th", { scope: "col", "aria-sort": sorted ? (table.down ? "descending" : "ascending") : "none" },
      button(name + (sorted ? (table.down ? " ▾" : " ▴") : ""), () => sortBy(key), { "data-key": key }));
  });
  heads.push(el("th", { scope: "col" }, "Sentence"));
  const rows = statements.slice(0, table.shown).map((s) => tableRow(s, proof));
  const left = statements.length - rows.length;
  $("sheet").replaceChildren(
    el("div", { class: "bar" },
      el("label", {}, "Statements ", scopeChoice()),
      el("span", {}, plural(statements.length, "statement"), statements.length < ok.count ? ` of ${ok.count.toLocaleString("en")} in the whole graph` : ""),
      button("CSV", askTable), button("Back to the picture (T)", toggleTable)),
    el("table", {}, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows)),
    left > 0 ? button(`Show ${Math.min(ROWS, left)} more of ${left.toLocaleString("en")}`, () => { table.shown += ROWS; drawTable(); }, { class: "more" }) : "",
  );
}

function scopeChoice() {
  const choose = (event) => { Object.assign(table, { scope: event.target.value, chosen: true }); table.shown = ROWS; drawTable(); };
  const option = (value, name) => el("option", { value, selected: table.scope === value }, name);
  return el("select", { on: { change: choose } }, option("drawn", "of the picture"), option("all", "of the whole graph"));
}

function tableRow(s, proof) {
  const claim = G.s.claims[s].find((c) => ok.claims[c]);
  const cells = COLUMNS.map(([key, , value]) => {
    if (key === "actor" || key === "event") return el("td", { class: "name" }, button(value(s), () => { toggleTable(); visit(G.s[key][s]); }, { class: "node" }));
    return el("td", { class: key }, String(value(s)));
  });
  return el("tr", {}, ...cells, el("td", { class: "words" }, claim === undefined ? "" : proof.sentence[claim]));
}

function toggleTable() {
  const sheet = $("sheet");
  sheet.hidden = !sheet.hidden;
  $("canvas").hidden = !sheet.hidden;
  document.body.classList.toggle("as-table", !sheet.hidden);
  const tool = $("tool-table");
  if (tool) tool.setAttribute("aria-pressed", sheet.hidden ? "false" : "true");
  if (sheet.hidden) {
    $("canvas").focus();
    return;
  }
  if (!table.chosen) table.scope = filtered() ? "all" : "drawn"; // whoever filters asks the whole graph
  table.shown = ROWS;
  drawTable();
  sheet.focus();
}
