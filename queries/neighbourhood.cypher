// purpose: What lies around an actor: its events, and who else takes part in them.
// param: actor actor — the actor
// param: limit int = 200 — how many rows
// columns: event, type, date, role, other, other_role, event_id, other_id
MATCH (a:Actor {id: $actor})-[r]->(e:Event)
WHERE r.asserted = true
OPTIONAL MATCH (e)<-[s]-(b:Actor)
WHERE b.id <> $actor AND s.asserted = true
WITH DISTINCT e, r.role AS role, b, s.role AS other_role
RETURN e.name AS event, e.event_type AS type, e.date_from AS date, role, b.name AS other, other_role, e.id AS event_id,
       b.id AS other_id
ORDER BY coalesce(date, '9999'), event, event_id, role, coalesce(other, ''), coalesce(other_id, ''), coalesce(other_role, '')
LIMIT $limit
