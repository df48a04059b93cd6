// purpose: Who met or spoke with whom, most often first.
// param: actor actor = null — only meetings of this actor
// param: since date = null — meetings on this day or later
// param: limit int = 50 — how many rows
// columns: actor, other, meetings, first, last, actor_id, other_id
MATCH (a:Actor)-[r:CONSULT]->(e:Event)<-[s:CONSULT]-(b:Actor)
WHERE r.asserted = true AND s.asserted = true
  AND CASE WHEN $actor IS NULL THEN a.id < b.id ELSE a.id = $actor AND b.id <> $actor END
  AND ($since IS NULL OR coalesce(e.date_to, e.date_from) >= $since)
WITH a.id AS actor_id, a.name AS actor, b.id AS other_id, b.name AS other,
     count(DISTINCT e.id) AS meetings, min(e.date_from) AS first, max(e.date_from) AS last
RETURN actor, other, meetings, first, last, actor_id, other_id
ORDER BY meetings DESC, actor, other, actor_id, other_id
LIMIT $limit
