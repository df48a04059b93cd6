// purpose: Timeline of an actor: what it took part in, oldest first.
// param: actor actor — whose timeline
// param: since date = null — events that end on this day or later
// param: until date = null — events that begin before this day or on it
// param: limit int = 100 — how many rows
// columns: date, event, type, role, predicate, stories, event_id
MATCH (a:Actor {id: $actor})-[r]->(e:Event)
WHERE r.asserted = true
  AND ($since IS NULL OR coalesce(e.date_to, e.date_from) >= $since)
  AND ($until IS NULL OR left(e.date_from, size($until)) <= $until)
RETURN e.date_from AS date, e.name AS event, type(r) AS type, r.role AS role, r.predicate AS predicate,
       r.n_stories AS stories, e.id AS event_id
ORDER BY coalesce(date, '9999'), event, event_id, type, predicate, role
LIMIT $limit
