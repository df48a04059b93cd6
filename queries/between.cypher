// purpose: What one actor did to another and the other to it, oldest first.
// param: actor actor — the one
// param: other actor — the other
// param: limit int = 100 — how many rows
// columns: date, doer, predicate, type, other, role, event, event_id
MATCH (a:Actor)-[r]->(e:Event)<-[s]-(b:Actor)
WHERE ((a.id = $actor AND b.id = $other) OR (a.id = $other AND b.id = $actor))
  AND r.asserted = true AND s.asserted = true AND type(r) = type(s) AND r.predicate = s.predicate
  AND r.role = 'actor' AND (s.role <> 'actor' OR a.id < b.id)
RETURN e.date_from AS date, a.name AS doer, r.predicate AS predicate, type(r) AS type, b.name AS other, s.role AS role,
       e.name AS event, e.id AS event_id
ORDER BY coalesce(date, '9999'), event, event_id, doer, type, predicate, role
LIMIT $limit
