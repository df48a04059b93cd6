// purpose: What a source said, oldest first; with `about`, only of events in which that actor takes part.
// param: actor actor — the source
// param: about actor = null — the actor spoken of
// param: limit int = 100 — how many rows
// columns: published, publisher, quoted, polarity, event, sentence, start, end, story_id, mention_id
MATCH (s:Story)-[:CONTAINS]->(m:Mention)-[:SAID_BY]->(a:Actor {id: $actor})
MATCH (m)-[:OF]->(e:Event)
WHERE $about IS NULL OR EXISTS { MATCH (m)-[:PARTICIPANT]->(b:Actor) WHERE b.id = $about }
RETURN s.published AS published, s.publisher AS publisher, m.quoted AS quoted, m.polarity AS polarity,
       e.name AS event, m.sentence AS sentence, m.`start` AS start, m.`end` AS `end`, s.id AS story_id, m.id AS mention_id
ORDER BY coalesce(published, '9999'), story_id, start, mention_id
LIMIT $limit
