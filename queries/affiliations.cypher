// purpose: Who held which position with whom, and from when to when the news say so.
// param: actor actor = null — only of this actor, on either side
// param: limit int = 100 — how many rows
// columns: actor, position, other, since, until, actor_id, other_id
MATCH (a:Actor)-[r:AFFILIATED_WITH]->(b:Actor)
WHERE $actor IS NULL OR a.id = $actor OR b.id = $actor
RETURN a.name AS actor, r.position AS position, b.name AS other, r.since AS since, r.until AS until, a.id AS actor_id,
       b.id AS other_id
ORDER BY actor, coalesce(since, '9999'), position, other, actor_id, other_id
LIMIT $limit
