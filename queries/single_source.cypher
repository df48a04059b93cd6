// purpose: Claims that rest on a single source: asserted events which only one publisher reports.
// param: since date = null — published on this day or later
// param: limit int = 100 — how many rows
// columns: published, publisher, event, type, story, event_id, story_id
MATCH (s:Story)-[:CONTAINS]->(m:Mention)-[:OF]->(e:Event)
WHERE e.asserted = true AND e.n_publishers = 1 AND ($since IS NULL OR s.published >= $since)
WITH DISTINCT s, e
RETURN s.published AS published, s.publisher AS publisher, e.name AS event, e.event_type AS type, s.name AS story,
       e.id AS event_id, s.id AS story_id
ORDER BY coalesce(published, '9999') DESC, event, event_id, story_id
LIMIT $limit
