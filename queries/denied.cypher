// purpose: Events that somebody denies, with how often they are denied and whether others assert them.
// param: actor actor = null — only those in which this actor takes part
// param: limit int = 100 — how many rows
// columns: date, event, type, denied, asserted, mentions, event_id
MATCH (e:Event)
WHERE e.n_denied > 0
  AND ($actor IS NULL OR EXISTS { MATCH (a:Actor)-[]->(e) WHERE a.id = $actor })
RETURN e.date_from AS date, e.name AS event, e.event_type AS type, e.n_denied AS denied, e.asserted AS asserted,
       e.n_mentions AS mentions, e.id AS event_id
ORDER BY denied DESC, coalesce(date, '9999'), event, event_id
LIMIT $limit
