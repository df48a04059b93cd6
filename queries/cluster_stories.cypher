// purpose: Stories that are nearly the same as others, by cluster.
// param: cluster string = null — only this cluster
// param: limit int = 100 — how many rows
// columns: cluster, published, publisher, story, url, story_id
MATCH (s:Story)
WHERE s.cluster IS NOT NULL AND ($cluster IS NULL OR s.cluster = $cluster)
RETURN s.cluster AS cluster, s.published AS published, s.publisher AS publisher, s.name AS story, s.url AS url,
       s.id AS story_id
ORDER BY cluster, coalesce(published, '9999'), story_id
LIMIT $limit
