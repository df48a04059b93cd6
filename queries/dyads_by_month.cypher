// purpose: Pairs of actors with most events in common, by month.
// param: since date = null — events on this day or later
// param: until date = null — events before this day or on it
// param: limit int = 100 — how many rows
// columns: month, actor, other, events, actor_id, other_id
MATCH (a:Actor)-[r]->(e:Event)<-[s]-(b:Actor)
WHERE a.id < b.id AND r.asserted = true AND s.asserted = true AND e.date_from IS NOT NULL
  AND ($since IS NULL OR e.date_from >= $since) AND ($until IS NULL OR left(e.date_from, size($until)) <= $until)
WITH left(e.date_from, 7) AS month, a.id AS actor_id, a.name AS actor, b.id AS other_id, b.name AS other,
     count(DISTINCT e.id) AS events
RETURN month, actor, other, events, actor_id, other_id
ORDER BY events DESC, month, actor, other, actor_id, other_id
LIMIT $limit
