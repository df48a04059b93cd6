// purpose: Who contradicts whom: one asserts an event, another denies it; the speaker where there is one, else the publisher.
// param: actor actor = null — only events in which this actor takes part
// param: limit int = 100 — how many rows
// columns: event, asserted_by, denied_by, assertions, denials, assertion, denial, event_id, assertion_id, denial_id
MATCH (e:Event)<-[:OF]-(m:Mention)<-[:CONTAINS]-(s:Story)
WHERE e.n_denied > 0 AND e.asserted = true
  AND m.polarity = 'positive' AND m.certainty IN ['certain', 'probable'] AND m.tense IN ['past', 'present']
  AND ($actor IS NULL OR EXISTS { MATCH (x:Actor)-[]->(e) WHERE x.id = $actor })
OPTIONAL MATCH (m)-[:SAID_BY]->(a:Actor)
WITH e, coalesce(a.name, s.publisher, s.name) AS asserted_by, count(DISTINCT m.id) AS assertions, min(m.id) AS assertion_id
MATCH (e)<-[:OF]-(d:Mention)<-[:CONTAINS]-(t:Story)
WHERE d.polarity = 'negative'
OPTIONAL MATCH (d)-[:SAID_BY]->(b:Actor)
WITH e, asserted_by, assertions, assertion_id, coalesce(b.name, t.publisher, t.name) AS denied_by,
     count(DISTINCT d.id) AS denials, min(d.id) AS denial_id
WHERE asserted_by <> denied_by
MATCH (m:Mention {id: assertion_id})
MATCH (d:Mention {id: denial_id})
RETURN e.name AS event, asserted_by, denied_by, assertions, denials, m.sentence AS assertion, d.sentence AS denial,
       e.id AS event_id, assertion_id, denial_id
ORDER BY event, event_id, asserted_by, denied_by
LIMIT $limit
