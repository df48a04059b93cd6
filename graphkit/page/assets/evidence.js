// One claim as a card: subject relation object, what is said of its reality, by whom, in which words, where.

const nodeButton = (node, text) => button(text || standingName(node), () => visit(node), { class: `node k-${G.kinds[G.kind[node]]}` });

function joined(parts, and = ", ") {
  return parts.flatMap((part, i) => (i ? [and, part] : [part]));
}

// Subject, relation and object of a claim, in their logical order whatever the voice of the sentence.
function claimTriple(claim, proof) {
  const doers = [];
  const others = [];
  const toward = new Set(G.look.toward_event);
  for (const { role, node, start, end: stop } of partsOf(claim, proof)) {
    const text = start < 0 ? stop : pointsOf(proof.sentence[claim]).slice(start, stop).join("");
    const end = node >= 0 ? node : text;
    const list = toward.has(role) ? doers : others;
    if (!list.includes(end)) list.push(end);
  }
  others.push(...(proof.objects[claim] || []));
  const event = G.c.event[claim];
  if (event >= 0 && G.more.named[event] && !others.some((end) => end === event)) others.push(event);
  return { doers, relation: relationWords(claim, proof), others };
}

// Participants of a claim; `end` is their text where they stand outside of the sentence.
function partsOf(claim, proof) {
  const flat = proof.parts[claim];
  const parts = [];
  for (let i = 0; i < flat.length; i += 4) parts.push({ role: proof.roles[flat[i]], node: flat[i + 1], start: flat[i + 2], end: flat[i + 3] });
  return parts;
}

// Strings are indexed by code points, as in the stories.
function pointsOf(text) {
  return Array.from(text);
}

function triggerWords(claim, proof) {
  const [start, end] = proof.trigger[claim];
  return typeof start === "number" ? pointsOf(proof.sentence[claim]).slice(start, end).join("") : start;
}

function relationWords(claim, proof) {
  const lemma = G.words.predicates[G.c.predicate[claim]] || "";
  const trigger = triggerWords(claim, proof) || lemma;
  const [polarity, certainty, tense] = (G.words.tellings[G.c.telling[claim]] || "").split("|");
  if (G.c.outright.has(claim)) return trigger; // "he denies: he had fled"
  // "did not endorse": the verb stands in its plain form, so that a plain "endorse" would say the contrary
  const plain = fold(trigger) === fold(lemma);
  if (polarity === "negative" && /^(noun|nominal)/.test(proof.rules[proof.rule[claim]] || "")) return `no ${trigger}`;
  if (polarity === "negative") return plain && certainty !== "possible" ? `${tense === "future" ? "will not" : "did not"} ${lemma}` : `not: ${trigger}`;
  if (tense === "future" && plain) return `will ${lemma}`;
  return trigger;
}

const endText = (end) => (typeof end === "number" ? G.name[end] : end);
const endItem = (end) => (typeof end === "number" ? nodeButton(end) : el("span", {}, end));

// Who says that it is not so, before what is not so.
function denialLead(claim) {
  if (G.c.status[claim] !== DENIED) return [];
  const denier = G.c.denier.get(claim);
  return [denier >= 0 ? nodeButton(denier) : "somebody", el("strong", {}, G.c.outright.has(claim) ? " denies: " : " says: ")];
}

// A card for claims that say the same in the same words: reprints of one sentence.
function claimCard([claim, ...again], proof, here) {
  const { doers, relation, others } = claimTriple(claim, proof);
  const status = G.c.status[claim];
  const heading = el("p", { class: "triple" },
    ...denialLead(claim),
    ...(doers.length ? joined(doers.map(endItem)) : [el("span", { class: "faint" }, "unnamed")]),
    " ", el("strong", {}, relation), " ", ...joined(others.map(endItem)));
  const event = G.c.event[claim];
  return el("li", { class: `card s-${G.look.statuses[status].key}` },
    heading,
    el("p", { class: "facts" }, ...claimFacts(claim, event, status, here)),
    sentence(claim, proof),
    el("p", { class: "source" }, ...claimSource(claim)),
    again.length ? reprints(again) : null,
    el("p", { class: "method" }, claimMethod(claim, proof)));
}

function reprints(claims) {
  const rows = claims.map((claim) => el("p", { class: "source" }, ...claimSource(claim)));
  return el("details", {}, el("summary", {}, `the same sentence in ${plural(claims.length, "more mention")}`), ...rows);
}

// Claims of one event in the same words, in the order of the first of each.
function foldReprints(claims, proof) {
  const found = new Map();
  for (const claim of claims) {
    const key = JSON.stringify([proof.sentence[claim], proof.trigger[claim], G.c.event[claim], G.c.status[claim]]);
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(claim);
  }
  return [...found.values()];
}

function claimFacts(claim, event, status, here) {
  const facts = [];
  if (status > 0) facts.push(el("span", { class: `badge b-${G.look.statuses[status].key}` }, STATUS_NOTE[status]), " ");
  if (G.c.denying.has(claim)) facts.push(el("span", { class: "badge b-denied" }, "denial"), " ");
  facts.push(el("span", {}, typeWords(G.c.type[claim], event)));
  if (event >= 0) {
    if (event !== here) facts.push(" · ", nodeButton(event, status > 0 ? G.name[event] : undefined)); // the badge says it already
    facts.push(` · ${spanText(G.from[event], G.to[event], precisionOf(event))}`);
    if (placeName(event)) facts.push(` · ${placeName(event)}`);
  }
  return facts;
}

function claimSource(claim) {
  const story = G.c.story[claim];
  const said = G.c.said[claim];
  const quoted = (G.words.tellings[G.c.telling[claim]] || "").split("|")[3];
  const who = said >= 0 ? ["says ", nodeButton(said), quoted === "direct" ? " (verbatim)" : ""] : ["in the story’s own words"];
  if (story < 0) return who;
  const outlet = G.words.publishers[G.storyPublisher[story]] || "unknown outlet";
  return [...who, " · ", el("span", {}, outlet), `, ${dayText(G.storyDay[story])}: `, webLink(G.stories.url[story], G.stories.name[story] || "story")];
}

function claimMethod(claim, proof) {
  const rule = proof.rules[proof.rule[claim]];
  return `confidence ${(G.c.confidence[claim] / 100).toFixed(2)}${rule ? ` · rule ${rule}` : ""} · from character ${proof.start[claim]}`;
}

// The sentence with the names and the trigger marked; marks never overlap.
function sentence(claim, proof) {
  const points = pointsOf(proof.sentence[claim]);
  const marks = [];
  for (const { role, node, start, end } of partsOf(claim, proof)) {
    if (start >= 0) marks.push({ start, end, kind: "who", title: `${role}${node >= 0 ? ": " + G.name[node] : ""}` });
  }
  const [start, end] = proof.trigger[claim];
  if (typeof start === "number") marks.push({ start, end, kind: "what", title: "trigger" });
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const quote = el("blockquote", {});
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    quote.append(points.slice(at, mark.start).join(""), el("mark", { class: mark.kind, title: mark.title }, points.slice(mark.start, mark.end).join("")));
    at = mark.end;
  }
  quote.append(points.slice(at).join(""));
  return quote;
}

function typeWords(type, event) {
  const mode = event >= 0 && G.more.mode[event];
  return (G.words.types[type] || "event").toLowerCase() + (mode ? ` (${mode})` : "");
}

const precisionOf = (event) => G.words.precisions[G.nodes.precision[event]];

function placeName(event) {
  const place = G.places[G.nodes.place[event]];
  return place ? place[0] + (place[1] && place[1] !== place[0] ? `, ${place[1]}` : "") : "";
}

function newestFirst(claims) {
  const day = (claim) => (G.c.story[claim] < 0 ? NEVER : G.storyDay[G.c.story[claim]]);
  return claims.sort((a, b) => day(b) - day(a) || a - b);
}
