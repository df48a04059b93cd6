// Lines of the picture: all statements and links between two drawn nodes in one.

const lines = new Map(); // key -> line

const lineKey = (a, b) => (a < b ? `${a}-${b}` : `${b}-${a}`);

// Lines between a node and the nodes drawn already, made new.
function linesWith(node, isDrawn) {
  const found = new Map();
  const at = (a, b) => {
    const key = lineKey(a, b);
    if (!found.has(key)) found.set(key, { key, a, b, statements: [], links: [], live: 0, item: null });
    return found.get(key);
  };
  for (const s of statementsOf(node)) {
    const other = otherEnd(s, node);
    if (isDrawn(other)) at(G.s.actor[s], G.s.event[s]).statements.push(s);
  }
  for (const i of G.linksOf.get(node) || []) {
    const [source, target] = G.links[i];
    const other = source === node ? target : source;
    if (other !== node && isDrawn(other)) at(source, target).links.push(i);
  }
  return [...found.values()];
}

// How a line looks: the same rule as in picture.py, for nodes that were not in the first view.
function lineLook(line) {
  if (!line.statements.length) {
    const style = G.look.links[G.links[line.links[0]][2]];
    return { from: line.a, to: line.b, width: 1, color: style.color, dashes: style.dashes, arrows: "to" };
  }
  const toward = line.statements.map((s) => G.towardEvent.has(G.s.role[s]));
  const actor = G.s.actor[line.statements[0]];
  const event = G.s.event[line.statements[0]];
  const style = G.look.statuses[Math.min(...line.statements.map((s) => G.s.status[s]))];
  const [least, step, most] = G.look.width;
  const told = line.statements.reduce((sum, s) => sum + G.s.stories[s], 0);
  const ends = toward.includes(true) ? { from: actor, to: event } : { from: event, to: actor };
  const arrows = toward.includes(true) && toward.includes(false) ? "to, from" : "to";
  return { ...ends, width: Math.min(most, least + step * Math.log(told)), color: style.color, dashes: style.dashes, arrows };
}

// The relation of a statement; one that nobody reports as a fact says so.
function statementWord(s) {
  const [word, note] = [G.words.predicates[G.s.predicate[s]] || "", STATUS_NOTE[G.s.status[s]]];
  return note ? `${note}: ${word}` : word;
}

function lineWords(line) {
  const words = [];
  for (const s of line.statements) if (statementPasses(s)) words.push(statementWord(s));
  if (!line.statements.length) for (const i of line.links) words.push(G.links[i][3]);
  const unique = [...new Set(words)];
  return unique.length > 2 ? `${unique[0]}, ${unique[1]} +${unique.length - 2}` : unique.join(", ");
}

// Claims of a line that pass, without repetition.
function lineClaims(line) {
  const found = new Set();
  for (const s of line.statements) {
    if (statementPasses(s)) for (const c of G.s.claims[s]) if (ok.claims[c]) found.add(c);
  }
  return [...found];
}
