// purpose: The actors of a store, those with most events first.
// param: kind string = null — person, organization, state or group
// param: country string = null — ISO 3166 code of two letters
// param: limit int = 100 — how many rows
// columns: actor, kind, country, events, stories, aliases, actor_id
MATCH (a:Actor)
WHERE ($kind IS NULL OR a.kind = $kind) AND ($country IS NULL OR a.country = toUpper($country))
OPTIONAL MATCH (s:Story)-[:CONTAINS]->(m:Mention)-[:PARTICIPANT]->(a)
WITH a, count(DISTINCT s.id) AS stories
OPTIONAL MATCH (a)-[]->(e:Event)
WITH a, stories, count(DISTINCT e.id) AS events
RETURN a.name AS actor, a.kind AS kind, a.country AS country, events, stories, a.aliases AS aliases, a.id AS actor_id
ORDER BY events DESC, actor, actor_id
LIMIT $limit
