// purpose: Who contradicts whom: one asserts an event, another denies it. A speaker where there is one, else the publisher.
// param: actor actor = null — only events in which this actor takes part
// param: limit int = 100 — how many rows
// columns: event, asserted_by, denied_by, assertion, denial, event_id, asserting_mention_id, denying_mention_id
MATCH (e:Event)<-[:OF]-(m:Mention)<-[:CONTAINS]-(s:Story)
WHERE e.n_denied > 0 AND m.polarity = 'positive' AND m.certainty IN ['certain', 'probable'] AND m.tense IN ['past', 'present']
  AND ($actor IS NULL OR EXISTS { MATCH (x:Actor)-[]->(e) WHERE x.id = $actor })
MATCH (e)<-[:OF]-(d:Mention)<-[:CONTAINS]-(t:Story)
WHERE d.polarity = 'negative'
OPTIONAL MATCH (m)-[:SAID_BY]->(a:Actor)
OPTIONAL MATCH (d)-[:SAID_BY]->(b:Actor)
WITH e, m, d, coalesce(a.name, s.publisher, s.name) AS asserted_by, coalesce(b.name, t.publisher, t.name) AS denied_by
WHERE asserted_by <> denied_by
RETURN e.name AS event, asserted_by, denied_by, m.sentence AS assertion, d.sentence AS denial, e.id AS event_id,
       m.id AS asserting_mention_id, d.id AS denying_mention_id
ORDER BY event, event_id, asserted_by, denied_by, asserting_mention_id, denying_mention_id
LIMIT $limit
