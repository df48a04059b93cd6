// purpose: Who takes part in an event, and how.
// param: event event — the event, by name or id
// columns: actor, kind, role, type, predicate, asserted, mentions, stories, confidence, actor_id
MATCH (a:Actor)-[r]->(e:Event {id: $event})
RETURN a.name AS actor, a.kind AS kind, r.role AS role, type(r) AS type, r.predicate AS predicate,
       r.asserted AS asserted, r.n_mentions AS mentions, r.n_stories AS stories, r.confidence AS confidence,
       a.id AS actor_id
ORDER BY actor, actor_id, role, type, predicate
