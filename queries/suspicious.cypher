// purpose: Actors that may be wrong: names that are an initial or begin with a lone one, and names of which there are two.
// param: limit int = 100 — how many rows of each
// columns: problem, actor, kind, aliases, actor_id
MATCH (a:Actor)
WHERE size(a.name) < 3 OR a.name =~ '[A-Z][.]? .*'
RETURN 'initial' AS problem, a.name AS actor, a.kind AS kind, a.aliases AS aliases, a.id AS actor_id
ORDER BY actor, actor_id
LIMIT $limit
UNION ALL
MATCH (a:Actor)
WITH toLower(a.name) AS folded, count(a.id) AS n
WHERE n > 1
MATCH (b:Actor)
WHERE toLower(b.name) = folded
RETURN 'name twice' AS problem, b.name AS actor, b.kind AS kind, b.aliases AS aliases, b.id AS actor_id
ORDER BY actor, kind, actor_id
LIMIT $limit
