// purpose: With whom an actor takes part in events, most often first.
// param: actor actor — the actor
// param: limit int = 50 — how many rows
// columns: other, kind, events, first, last, other_id
MATCH (a:Actor {id: $actor})-[r]->(e:Event)<-[s]-(b:Actor)
WHERE b.id <> $actor AND r.asserted = true AND s.asserted = true
RETURN b.name AS other, b.kind AS kind, count(DISTINCT e.id) AS events, min(e.date_from) AS first,
       max(e.date_from) AS last, b.id AS other_id
ORDER BY events DESC, other, other_id
LIMIT $limit
