// purpose: What is new since a day: edges that no earlier story tells of, newest first.
// param: since date — first seen on this day or later
// param: actor actor = null — only of this actor
// param: limit int = 100 — how many rows
// columns: first_seen, actor, type, predicate, role, event, asserted, event_id, actor_id
MATCH (a:Actor)-[r]->(e:Event)
WHERE r.first_seen >= $since AND ($actor IS NULL OR a.id = $actor)
RETURN r.first_seen AS first_seen, a.name AS actor, type(r) AS type, r.predicate AS predicate, r.role AS role,
       e.name AS event, r.asserted AS asserted, e.id AS event_id, a.id AS actor_id
ORDER BY first_seen DESC, actor, event, event_id, actor_id, type, predicate, role
LIMIT $limit
