// The legend, which is the filter: kinds of actors, types of events, how they are told, by whom, how often, how surely.

function drawLegend() {
  const { s, c } = G;
  const count = (list, size) => {
    const found = new Int32Array(size);
    for (const value of list) if (value >= 0) found[value]++;
    return found;
  };
  const kinds = count(G.kind, G.kinds.length);
  const types = count(s.type, G.words.types.length);
  const statuses = count(c.status, G.look.statuses.length);
  statuses[DENIED] += c.denying.size;
  const byCount = (numbers) => [...numbers.keys()].filter((i) => numbers[i]).sort((a, b) => numbers[b] - numbers[a] || a - b);
  $("filters").replaceChildren(
    button("Close", () => document.body.classList.remove("show-filters"), { class: "close" }),
    group("Told as (mentions)", byCount(statuses).map((i) => statusChoice(i, statuses[i]))),
    el("p", { class: "faint note" }, "A line runs from who does to what is done to whom. Denied: somebody says that it is not so; negated: the story itself does. A hollow event is a fact to nobody; a red rim means that somebody denies it."),
    group("Actors", byCount(kinds).filter((i) => i !== G.EVENT).map((i) => choice(F.kinds, i, glyph(G.kinds[i]), G.look.kinds[G.kinds[i]].name, kinds[i]))),
    group("Events (statements)", byCount(types).map((i) => choice(F.types, i, glyph("event"), G.words.types[i].toLowerCase(), types[i]))),
    G.links.length ? group("Other lines", [linkChoice()]) : "",
    el("fieldset", {}, el("legend", {}, "Who says so"), publisherChoice(), sourceChoice(count(c.said, G.n))),
    group("Dates", [withinChoice()]),
    el("fieldset", {}, el("legend", {}, "At least"), level("stories", "stories", 1, Math.min(10, Math.max(2, ...new Set(s.stories))), (v) => String(v)), level("confidence", "confidence", 0, 100, (v) => (v / 100).toFixed(2))),
    button("Clear all filters", clearAll),
  );
}

const group = (name, rows) => (rows.length ? el("fieldset", {}, el("legend", {}, name), ...rows) : "");
const glyph = (kind) => el("span", { class: `glyph g-${kind}`, "aria-hidden": "true" });

function choice(left, value, sign, name, number) {
  const change = (event) => {
    remember();
    if (event.target.checked) left.delete(value);
    else left.add(value);
    refresh();
  };
  return el("label", { class: "choice" }, el("input", { type: "checkbox", checked: !left.has(value), on: { change } }), sign, el("span", {}, name), el("span", { class: "number" }, number.toLocaleString("en")));
}

// A status with a button that leaves it alone, as for "who denied what".
function statusChoice(i, number) {
  const { key, name } = G.look.statuses[i];
  const only = () => {
    const others = G.look.statuses.map((_, k) => k).filter((k) => k !== i);
    const alone = !F.statuses.has(i) && others.every((k) => F.statuses.has(k));
    setFilter({ statuses: new Set(alone ? [] : others) });
    $(`only-${key}`).focus();
  };
  const stroke = el("span", { class: `stroke l-${key}`, "aria-hidden": "true" });
  return el("div", { class: "with-only" }, choice(F.statuses, i, stroke, name, number), button("only", only, { class: "only", id: `only-${key}`, "aria-label": `Only ${name}` }));
}

function linkChoice() {
  const change = (event) => { remember(); F.links = event.target.checked; refresh(); };
  return el("label", { class: "choice" }, el("input", { type: "checkbox", checked: F.links, on: { change } }), el("span", { class: "stroke l-link", "aria-hidden": "true" }), el("span", {}, "affiliation, part of"), el("span", { class: "number" }, G.links.length.toLocaleString("en")));
}

function withinChoice() {
  const change = (event) => setFilter({ within: event.target.checked });
  return el("label", { class: "choice" }, el("input", { type: "checkbox", id: "within", checked: F.within, on: { change } }), el("span", {}, "only wholly within the range"));
}

function selection(name, options, key) {
  const change = (event) => { remember(); F[key] = Number(event.target.value); refresh(); };
  const listed = options.map(([value, text]) => el("option", { value: String(value), selected: F[key] === value }, text));
  return el("label", { class: "pick" }, el("span", {}, name), el("select", { on: { change } }, ...listed));
}

function publisherChoice() {
  const names = G.words.publishers.map((name, i) => [i, name]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  return selection("Outlet", [[ANY, "any"], ...names], "publisher");
}

function sourceChoice(counts) {
  const most = [...counts.keys()].filter((node) => counts[node]).sort((a, b) => counts[b] - counts[a] || a - b).slice(0, 60);
  if (F.source >= 0 && !most.includes(F.source)) most.push(F.source);
  return selection("Source", [[ANY, "any"], [-1, "nobody named"], ...most.map((node) => [node, `${G.name[node]} (${counts[node]})`])], "source");
}

function level(name, key, least, most, text) {
  const shown = el("output", {}, text(F[key]));
  let moving = false;
  const input = (event) => {
    if (!moving) remember();
    moving = true;
    F[key] = Number(event.target.value);
    shown.textContent = text(F[key]);
    afterSlide();
  };
  return el("label", { class: "pick" }, el("span", {}, name, " ", shown), el("input", { type: "range", min: String(least), max: String(most), value: String(F[key]), on: { input, change: () => (moving = false) } }));
}
