// purpose: Evidence of an edge: the sentences that say that an actor took part in an event, with their stories.
// param: actor actor — the actor
// param: event event — the event, by id or by name
// param: role string = null — only in this role
// param: limit int = 100 — how many rows
// columns: role, sentence, trigger, start, end, polarity, certainty, tense, said_by, publisher, published, story, url, mention_id
MATCH (e:Event {id: $event})<-[:OF]-(m:Mention)<-[:CONTAINS]-(s:Story)
MATCH (m)-[p:PARTICIPANT]->(a:Actor {id: $actor})
WHERE $role IS NULL OR p.role = $role
OPTIONAL MATCH (m)-[:SAID_BY]->(speaker:Actor)
WITH DISTINCT s, m, p.role AS role, speaker.name AS said_by
RETURN role, m.sentence AS sentence, m.trigger AS trigger, m.`start` AS start, m.`end` AS `end`, m.polarity AS polarity,
       m.certainty AS certainty, m.tense AS tense, said_by, s.publisher AS publisher, s.published AS published,
       s.name AS story, s.url AS url, m.id AS mention_id
ORDER BY coalesce(published, '9999'), s.id, start, mention_id, role
LIMIT $limit
