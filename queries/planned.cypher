// purpose: Events that were announced, planned or threatened and of which no story says that they happened.
// param: actor actor = null — only those in which this actor takes part
// param: limit int = 100 — how many rows
// columns: date, event, type, planned, stories, first_seen, last_seen, event_id
MATCH (e:Event)
WHERE e.n_planned > 0 AND e.asserted = false
  AND ($actor IS NULL OR EXISTS { MATCH (a:Actor)-[]->(e) WHERE a.id = $actor })
MATCH (e)<-[:OF]-(m:Mention)<-[:CONTAINS]-(s:Story)
WITH e, min(s.published) AS first_seen, max(s.published) AS last_seen
RETURN e.date_from AS date, e.name AS event, e.event_type AS type, e.n_planned AS planned, e.n_stories AS stories,
       first_seen, last_seen, e.id AS event_id
ORDER BY coalesce(date, '9999'), event, event_id
LIMIT $limit
