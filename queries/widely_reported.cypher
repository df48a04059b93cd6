// purpose: Events that several publishers report, those with most publishers first.
// param: publishers int = 2 — at least so many publishers
// param: limit int = 100 — how many rows
// columns: date, event, type, publishers, stories, mentions, event_id
MATCH (e:Event)
WHERE e.n_publishers >= $publishers AND e.asserted = true
RETURN e.date_from AS date, e.name AS event, e.event_type AS type, e.n_publishers AS publishers,
       e.n_stories AS stories, e.n_mentions AS mentions, e.id AS event_id
ORDER BY publishers DESC, stories DESC, mentions DESC, event, event_id
LIMIT $limit
