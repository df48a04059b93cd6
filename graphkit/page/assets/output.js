// What leaves the page: a picture and a table as files. Both are made here and asked of nobody.

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 20000);
}

const fileName = (ending) => `${fold(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "graph"}.${ending}`;

// The picture as it stands, with a line below that says what it shows.
function savePicture() {
  const drawn = network.canvas.frame.canvas;
  const ratio = network.canvas.pixelRatio;
  const foot = 26 * ratio;
  const sheet = el("canvas", { width: drawn.width, height: drawn.height + foot });
  const ctx = sheet.getContext("2d");
  ctx.fillStyle = colours.back;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.drawImage(drawn, 0, 0);
  ctx.fillStyle = colours.muted;
  ctx.font = `${12 * ratio}px ${FONT}`;
  ctx.fillText(`${document.title} · ${$("shown").textContent}`, 10 * ratio, drawn.height + 17 * ratio, sheet.width - 20 * ratio);
  sheet.toBlob((blob) => save(blob, fileName("png")), "image/png");
}

// A cell for spreadsheets: quoted, and never read as a formula.
function csvCell(value) {
  let text = String(value ?? "");
  if (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = "'" + text;
  return /[",\n\r;\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const CSV_HEAD = [
  "actor", "actor_kind", "relation", "role", "event", "event_type", "date_from", "date_to", "date_precision", "place", "status",
  "said_by", "outlet", "story_date", "headline", "url", "sentence", "confidence", "stories", "actor_id", "event_id",
];

function csvRow(s, claim, proof) {
  const [actor, event] = [G.s.actor[s], G.s.event[s]];
  const story = claim === undefined ? -1 : G.c.story[claim];
  const said = claim === undefined ? -1 : G.c.said[claim];
  const told = claim === undefined ? [] : [
    said < 0 ? "" : G.name[said],
    story < 0 ? "" : G.words.publishers[G.storyPublisher[story]] || "",
    story < 0 ? "" : isoDay(G.storyDay[story]),
    story < 0 ? "" : G.stories.name[story],
    story < 0 ? "" : G.stories.url[story],
    proof.sentence[claim],
  ];
  while (told.length < 6) told.push("");
  const status = claim === undefined ? G.s.status[s] : G.c.status[claim];
  const confidence = (claim === undefined ? G.s.confidence[s] : G.c.confidence[claim]) / 100;
  return [
    G.name[actor], G.kinds[G.kind[actor]], G.words.predicates[G.s.predicate[s]], G.words.roles[G.s.role[s]], G.name[event], G.words.types[G.s.type[s]],
    isoDay(G.from[event]), isoDay(G.to[event]), precisionOf(event), placeName(event), G.look.statuses[status].key,
    ...told, confidence, G.s.stories[s], G.id[actor], G.id[event],
  ];
}

// Where more passes the filters than is drawn, the reader says which of both is meant.
function askTable() {
  const drawn = statementsInScope("drawn").length;
  if (!$("sheet").hidden || ok.count === drawn) return saveTable();
  const dialog = el("dialog", { "aria-labelledby": "ask-title" });
  const answer = (scope) => () => { dialog.close(); saveTable(scope); };
  dialog.append(
    el("h2", { id: "ask-title" }, "Which statements?"),
    el("div", { class: "actions" },
      button(`All ${ok.count.toLocaleString("en")} ${filtered() ? "that pass the filters" : "of the graph"}`, answer("all"), { id: "ask-all" }),
      button(`Only the ${drawn.toLocaleString("en")} drawn`, answer("drawn"), { id: "ask-drawn" }),
      button("Cancel", () => dialog.close())));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  return dialog.showModal();
}

// One row for each claim of each statement that passes, in the scope of the table.
async function saveTable(scope = table.scope) {
  const proof = await evidence();
  const statements = statementsInScope(scope).sort((a, b) => a - b);
  const rows = [CSV_HEAD];
  for (const s of statements) {
    const claims = G.s.claims[s].filter((c) => ok.claims[c]);
    if (!claims.length) rows.push(csvRow(s, undefined, proof));
    for (const c of claims) rows.push(csvRow(s, c, proof));
  }
  const text = "\ufeff" + rows.map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
  save(new Blob([text], { type: "text/csv;charset=utf-8" }), fileName("csv"));
  tell(`Saved ${plural(statements.length, "statement")} with their sentences`);
}

function tell(text) {
  $("hint").textContent = text;
  $("hint").hidden = false;
  setTimeout(() => ($("hint").hidden = S.taken === null), 5000);
  announce(text);
}
