// purpose: Events of a type, and of a mode of it, newest first.
// param: type string — one of the event types, such as ASSAULT
// param: mode string = null — a mode of the type
// param: limit int = 100 — how many rows
// columns: date, event, mode, stories, publishers, event_id
MATCH (e:Event)
WHERE e.event_type = toUpper($type) AND e.asserted = true AND ($mode IS NULL OR e.mode = $mode)
RETURN e.date_from AS date, e.name AS event, e.mode AS mode, e.n_stories AS stories, e.n_publishers AS publishers,
       e.id AS event_id
ORDER BY coalesce(date, '0000') DESC, event, event_id
LIMIT $limit
