// purpose: Events in a country, oldest first.
// param: country string — ISO 3166 code of two letters
// param: since date = null — events that end on this day or later
// param: until date = null — events that begin before this day or on it
// param: limit int = 100 — how many rows
// columns: date, event, type, place, stories, event_id
MATCH (e:Event)-[:AT]->(p:Place)
WHERE p.country = toUpper($country) AND e.asserted = true
  AND ($since IS NULL OR coalesce(e.date_to, e.date_from) >= $since)
  AND ($until IS NULL OR left(e.date_from, size($until)) <= $until)
RETURN e.date_from AS date, e.name AS event, e.event_type AS type, p.name AS place, e.n_stories AS stories,
       e.id AS event_id
ORDER BY coalesce(date, '9999'), event, event_id, place
LIMIT $limit
