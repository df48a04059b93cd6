// purpose: Events that were announced or planned and that some story says happened.
// param: actor actor = null — only those in which this actor takes part
// param: limit int = 100 — how many rows
// columns: date, event, type, announced, happened, event_id
MATCH (e:Event)
WHERE e.n_planned > 0 AND e.asserted = true
  AND ($actor IS NULL OR EXISTS { MATCH (a:Actor)-[]->(e) WHERE a.id = $actor })
MATCH (e)<-[:OF]-(m:Mention)<-[:CONTAINS]-(s:Story)
WITH e,
     min(CASE WHEN m.polarity = 'positive' AND m.tense = 'future' THEN s.published END) AS announced,
     min(CASE WHEN m.polarity = 'positive' AND m.certainty <> 'possible' AND m.tense <> 'future' THEN s.published END) AS happened
RETURN e.date_from AS date, e.name AS event, e.event_type AS type, announced, happened, e.id AS event_id
ORDER BY coalesce(date, '9999'), event, event_id
LIMIT $limit
