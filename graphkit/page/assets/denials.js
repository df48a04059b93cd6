// Who denies what: denials under the name of who denies.

const NOBODY = -1;

function denialList(claims, proof) {
  const groups = new Map();
  for (const claim of withoutActs(claims, proof)) {
    const denier = G.c.denier.has(claim) ? G.c.denier.get(claim) : NOBODY;
    if (!groups.has(denier)) groups.set(denier, []);
    groups.get(denier).push(claim);
  }
  const order = [...groups].sort(([a, mine], [b, others]) =>
    (a === NOBODY) - (b === NOBODY) || others.filter(isOutright).length - mine.filter(isOutright).length || others.length - mine.length || a - b);
  return pagedList(order, ([denier, mine]) => denierGroup(denier, mine, proof), { class: "plain" });
}

// "Denies" stands there in so many words; else somebody says a thing with "not".
const isOutright = (claim) => G.c.denying.has(claim) || G.c.outright.has(claim);

// The act of denying says nothing where a claim of the same sentence tells what is denied.
function withoutActs(claims, proof) {
  const place = (claim) => `${G.c.story[claim]} ${G.c.denier.get(claim)} ${proof.sentence[claim]}`;
  const told = new Set(claims.filter((claim) => G.c.outright.has(claim)).map(place));
  return claims.filter((claim) => !G.c.denying.has(claim) || !told.has(place(claim)));
}

function denierGroup(denier, claims, proof) {
  const outright = claims.filter(isOutright);
  const verb = outright.length ? "denies" : "says that it is not so";
  const sorted = [...outright, ...claims.filter((claim) => !isOutright(claim))];
  const name = denier === NOBODY ? "Somebody who is not named" : nodeButton(denier);
  return el("li", { class: "denier" }, el("h3", {}, name, ` ${verb} (${plural(claims.length, "mention")})`), cardList(sorted, proof));
}
