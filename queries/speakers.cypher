// purpose: Who is quoted most, and by how many publishers.
// param: limit int = 50 — how many rows
// columns: speaker, kind, mentions, direct, publishers, first, last, speaker_id
MATCH (s:Story)-[:CONTAINS]->(m:Mention)-[:SAID_BY]->(a:Actor)
WITH a.id AS speaker_id, a.name AS speaker, a.kind AS kind, count(DISTINCT m.id) AS mentions,
     sum(CASE WHEN m.quoted = 'direct' THEN 1 ELSE 0 END) AS direct, count(DISTINCT s.publisher) AS publishers,
     min(s.published) AS first, max(s.published) AS last
RETURN speaker, kind, mentions, direct, publishers, first, last, speaker_id
ORDER BY mentions DESC, speaker, speaker_id
LIMIT $limit
