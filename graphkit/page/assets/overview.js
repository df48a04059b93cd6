// What the panel tells while nothing is selected: where to begin, or what passes the filters.

function overview() {
  const top = [...V.drawn.keys()].filter((node) => !isEvent(node)).sort((a, b) => a - b).slice(0, 8);
  return [
    el("h2", {}, "Details"),
    el("p", {}, "Select a node or a line to read who did what, and the sentences that say so. Double click brings in neighbours."),
    ...storyNotes(),
    el("h3", {}, "Most prominent"),
    el("ul", { class: "plain" }, ...top.map((node) => el("li", {}, nodeButton(node), el("span", { class: "faint" }, ` ${plural(degree(node), "statement")}`)))),
    ...groupRows(),
    el("p", { class: "faint" }, "Press ? for all keys, T for the same as a table."),
  ];
}

// What passes the filters in the whole graph, whether it is drawn or not.
function passingDetails(proof) {
  const claims = claimsThatPass();
  const hidden = undrawnPassing();
  return [
    el("h2", {}, "What passes the filters"),
    el("p", { class: "facts" }, `${plural(new Set(claims.map((c) => G.c.event[c])).size, "event")} in ${plural(claims.length, "mention")} of the whole graph`),
    ...timeNotes(),
    el("div", { class: "actions" },
      hidden.length ? button(`Draw ${plural(Math.min(hidden.length, MOST_DRAWN), "more node")}`, drawPassing) : null,
      button("Clear all filters", clearAll)),
    claims.length ? passingCards(newestFirst(claims), proof) : el("p", {}, "Nothing passes. Clear the filters, or undo the last change (U)."),
  ].filter(Boolean);
}

const passingCards = (claims, proof) => (deniedAlone() ? denialList(claims, proof) : cardList(claims, proof));

const hasStoryDays = () => G.storyDay.some((day) => day !== NEVER);

// Said once, rather than on each card alone.
function storyNotes() {
  const lacking = [G.storyPublisher.some((it) => it >= 0) ? "" : "an outlet", hasStoryDays() ? "" : "a date"].filter(Boolean);
  return lacking.length && G.storyDay.length ? [el("p", { class: "facts" }, `No story of this graph came with ${lacking.join(" or ")}.`)] : [];
}

// What a range of time leaves out or lets in that the reader may not expect.
function timeNotes(then = () => {}) {
  if (!timed() || F.clock === "story") return [];
  const counts = [0, 0, 0, 0];
  for (const timing of ok.timing) counts[timing]++;
  const beyond = counts[TIMING.beyond] ? el("p", { class: "facts" }, `${plural(counts[TIMING.beyond], "event")} dated only to a month, a year or another span that reaches beyond the range: ${F.within ? "left out. " : "shown. "}`,
    button(F.within ? "Show them" : "Leave them out", () => { setFilter({ within: !F.within }); then(); })) : null;
  const undated = counts[TIMING.undated] ? el("p", { class: "facts" }, `${plural(counts[TIMING.undated], "undated event")} left out. `,
    hasStoryDays() ? button("Use the date of the story", () => { setClock("story"); then(); }) : null) : null;
  return [beyond, undated].filter(Boolean);
}

const MOST_DRAWN = 100;

// Nodes of statements that pass and are not drawn; the most relevant first.
function undrawnPassing() {
  const found = new Set();
  for (let s = 0; s < G.s.n; s++) {
    if (!ok.statements[s]) continue;
    for (const node of [G.s.actor[s], G.s.event[s]]) if (!V.drawn.has(node)) found.add(node);
  }
  return [...found].sort((a, b) => a - b);
}

function drawPassing() {
  remember();
  const fresh = undrawnPassing().slice(0, MOST_DRAWN);
  for (const node of fresh) {
    const near = neighboursOf(node).find((other) => V.drawn.has(other));
    const anchor = near === undefined ? network.getViewPosition() : placeOf(near);
    addNodes([[node, freePlaces(anchor, 1)[0]]]);
  }
  refresh();
  fit();
  announce(`${plural(fresh.length, "node")} added`);
}

function clearAll() {
  remember();
  clearFilters();
  refresh();
  drawLegend();
  showRange();
  fit();
}

function showPassing() {
  if (filtered()) announce(`${plural(ok.count, "statement")} of the whole graph ${ok.count === 1 ? "passes" : "pass"} the filters`);
  showDetails();
  if (!T.playing) fitAgain();
}

// While a slider moves, the panel waits until it rests.
let resting = null;
function passingSoon() {
  clearTimeout(resting);
  if (!V.selected && !V.path) resting = setTimeout(showPassing, 150);
}
