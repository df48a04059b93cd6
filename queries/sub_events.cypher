// purpose: What happened within a larger event, oldest first.
// param: event event — the larger event, by name or id
// param: limit int = 100 — how many rows
// columns: date, event, type, asserted, stories, event_id
MATCH (e:Event)-[:PART_OF]->(whole:Event {id: $event})
RETURN e.date_from AS date, e.name AS event, e.event_type AS type, e.asserted AS asserted, e.n_stories AS stories,
       e.id AS event_id
ORDER BY coalesce(date, '9999'), event, event_id
LIMIT $limit
