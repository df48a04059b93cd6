// purpose: When actors were first and last seen in the news as taking part in something, and how often.
// param: kind string = null — person, organization, state or group
// param: limit int = 100 — how many rows
// columns: actor, kind, first_seen, last_seen, events, actor_id
MATCH (a:Actor)-[r]->(e:Event)
WHERE r.asserted = true AND ($kind IS NULL OR a.kind = $kind)
WITH a.id AS actor_id, a.name AS actor, a.kind AS kind, min(r.first_seen) AS first_seen, max(r.last_seen) AS last_seen,
     count(DISTINCT e.id) AS events
RETURN actor, kind, first_seen, last_seen, events, actor_id
ORDER BY events DESC, actor, actor_id
LIMIT $limit
