// purpose: Events between two days, oldest first.
// param: since date — events that end on this day or later
// param: until date — events that begin before this day or on it
// param: limit int = 100 — how many rows
// columns: date, until_date, event, type, stories, event_id
MATCH (e:Event)
WHERE e.asserted = true AND coalesce(e.date_to, e.date_from) >= $since AND left(e.date_from, size($until)) <= $until
RETURN e.date_from AS date, e.date_to AS until_date, e.name AS event, e.event_type AS type, e.n_stories AS stories,
       e.id AS event_id
ORDER BY date, event, event_id
LIMIT $limit
