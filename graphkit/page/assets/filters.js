// What passes: choices of the reader, and one byte for each claim and statement that says whether it fits them.

const ANY = -2; // no choice made; -1 stands for "none", as in the data
const F = {
  types: new Set(), // numbers of event types left out
  statuses: new Set(), // left out
  kinds: new Set(), // kinds of actors left out
  links: true,
  publisher: ANY,
  source: ANY,
  stories: 1,
  confidence: 0,
  clock: "event", // which date the time range is about: of the event or of the story
  from: NEVER,
  to: NEVER, // NEVER: open
  within: false, // leaves out events that are dated only to more than the range, as to a month
};
const ok = { claims: null, statements: null, count: 0, timing: null };
const TIMING = { outside: 0, beyond: 1, within: 2, undated: 3 }; // of an event that all other filters let pass

const copyFilters = () => ({ ...F, types: new Set(F.types), statuses: new Set(F.statuses), kinds: new Set(F.kinds) });
const timed = () => F.from !== NEVER || F.to !== NEVER;
const filtered = () =>
  timed() || F.types.size + F.statuses.size + F.kinds.size > 0 || F.publisher !== ANY || F.source !== ANY || F.stories > 1 || F.confidence > 0;

function inRange(first, last) {
  if (first === NEVER) return !timed();
  return (F.to === NEVER || first <= F.to) && (F.from === NEVER || last >= F.from);
}

function timingOf(event) {
  const [first, last] = [G.from[event], G.to[event]];
  if (first === NEVER) return TIMING.undated;
  if (!inRange(first, last)) return TIMING.outside;
  return (F.from === NEVER || first >= F.from) && (F.to === NEVER || last <= F.to) ? TIMING.within : TIMING.beyond;
}

const timingFits = (timing) => timing === TIMING.within || (timing === TIMING.beyond && !F.within);

function applyFilters() {
  const { c, s } = G;
  if (!ok.claims) {
    ok.claims = new Uint8Array(c.n);
    ok.statements = new Uint8Array(s.n);
    ok.timing = new Uint8Array(G.n);
  }
  ok.timing.fill(0);
  const byStory = F.clock === "story" && timed();
  const plainClaims = !F.statuses.size && F.publisher === ANY && F.source === ANY && !F.confidence && !byStory;
  if (plainClaims) ok.claims.fill(1);
  else for (let i = 0; i < c.n; i++) ok.claims[i] = claimPasses(i, byStory) ? 1 : 0;
  const hiddenType = Uint8Array.from(G.words.types, (_, type) => (F.types.has(type) ? 1 : 0));
  const hiddenKind = Uint8Array.from(G.kinds, (_, kind) => (F.kinds.has(kind) ? 1 : 0));
  const byEvent = F.clock === "event" && timed();
  ok.count = 0;
  for (let i = 0; i < s.n; i++) {
    let fits = !hiddenType[s.type[i]] && !hiddenKind[G.kind[s.actor[i]]] && s.stories[i] >= F.stories;
    if (fits && !plainClaims) fits = anyClaimPasses(i);
    if (fits && byEvent) fits = timingFits((ok.timing[s.event[i]] = timingOf(s.event[i])));
    ok.statements[i] = fits ? 1 : 0;
    if (fits) ok.count++;
  }
  if (!byEvent) return;
  for (const i of looseClaims()) if (ok.claims[i] && looseClaimStands(i)) ok.timing[c.event[i]] = timingOf(c.event[i]);
}

function claimPasses(i, byStory) {
  const { c } = G;
  if (c.confidence[i] < F.confidence || !statusPasses(i)) return false;
  if (F.source !== ANY && c.said[i] !== F.source) return false;
  const story = c.story[i];
  if (F.publisher !== ANY && (story < 0 || G.storyPublisher[story] !== F.publisher)) return false;
  if (!byStory) return true;
  const day = story < 0 ? NEVER : G.storyDay[story];
  return inRange(day, day);
}

// That somebody denies is a fact, and is what is looked for where denials are.
function statusPasses(claim) {
  return !F.statuses.has(G.c.status[claim]) || (!F.statuses.has(DENIED) && G.c.denying.has(claim));
}

const deniedAlone = () => !F.statuses.has(DENIED) && F.statuses.size === G.look.statuses.length - 1;

function anyClaimPasses(statement) {
  const claims = G.s.claims[statement];
  for (let k = 0; k < claims.length; k++) if (ok.claims[claims[k]]) return true;
  // a statement without sentences is judged by what the graph says of it
  return !claims.length && !F.statuses.has(G.s.status[statement]) && F.publisher === ANY && F.source === ANY && G.s.confidence[statement] >= F.confidence;
}

// Claims that pass: those of statements that do, and those that no statement carries, since nobody was made out as a doer.
function claimsThatPass() {
  const found = new Set();
  for (let s = 0; s < G.s.n; s++) if (ok.statements[s]) for (const c of G.s.claims[s]) if (ok.claims[c]) found.add(c);
  for (const c of looseClaims()) if (ok.claims[c] && looseClaimFits(c)) found.add(c);
  return [...found];
}

let loose = null;
function looseClaims() {
  if (loose) return loose;
  const carried = new Uint8Array(G.c.n);
  for (const claims of G.s.claims) for (const c of claims) carried[c] = 1;
  loose = [...carried.keys()].filter((c) => !carried[c] && G.c.event[c] >= 0);
  return loose;
}

const looseClaimStands = (claim) => F.stories <= 1 && !F.types.has(G.c.type[claim]);

function looseClaimFits(claim) {
  return looseClaimStands(claim) && (F.clock === "story" || !timed() || timingFits(timingOf(G.c.event[claim])));
}

const statementPasses = (statement) => ok.statements[statement] === 1;

// Events of a place, a type or a source can be asked for by the reader of a panel.
function setFilter(change) {
  remember();
  Object.assign(F, change);
  refresh();
  drawLegend();
}

function clearFilters() {
  Object.assign(F, { publisher: ANY, source: ANY, stories: 1, confidence: 0, from: NEVER, to: NEVER, within: false, links: true });
  for (const name of ["types", "statuses", "kinds"]) F[name].clear();
}
