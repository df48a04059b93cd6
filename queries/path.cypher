// purpose: How two actors are linked: the shortest chains of shared events, over at most two actors between them.
// param: from actor — where the chain begins
// param: to actor — where it ends
// param: limit int = 20 — how many chains of the shortest length
// columns: steps, actors, events, event_ids
MATCH (a:Actor {id: $from})-[r]->(e:Event)<-[s]-(b:Actor {id: $to})
WHERE r.asserted = true AND s.asserted = true
WITH DISTINCT a.name AS start, e.name AS event, e.id AS id, b.name AS target
RETURN 1 AS steps, [start, target] AS actors, [event] AS events, [id] AS event_ids
ORDER BY event, id
LIMIT $limit
UNION ALL
MATCH (a:Actor {id: $from})-[r]->(e:Event)<-[s]-(x:Actor)
WHERE r.asserted = true AND s.asserted = true AND x.id <> $from
WITH collect(DISTINCT x.id) AS near
WHERE NOT $to IN near
MATCH (b:Actor {id: $to})-[s2]->(e2:Event)<-[r2]-(x:Actor)
WHERE r2.asserted = true AND s2.asserted = true AND x.id IN near
WITH DISTINCT b, x, e2
MATCH (a:Actor {id: $from})-[r1]->(e1:Event)<-[s1]-(x)
WHERE r1.asserted = true AND s1.asserted = true
WITH DISTINCT a.name AS start, x.name AS middle, x.id AS x_id, b.name AS target,
     e1.name AS first, e1.id AS first_id, e2.name AS second, e2.id AS second_id
RETURN 2 AS steps, [start, middle, target] AS actors, [first, second] AS events, [first_id, second_id] AS event_ids
ORDER BY middle, x_id, first, first_id, second, second_id
LIMIT $limit
UNION ALL
MATCH (a:Actor {id: $from})-[r]->(e:Event)<-[s]-(x:Actor)
WHERE r.asserted = true AND s.asserted = true AND x.id <> $from
WITH collect(DISTINCT x.id) AS near
WHERE NOT $to IN near
MATCH (b:Actor {id: $to})-[r]->(e:Event)<-[s]-(y:Actor)
WHERE r.asserted = true AND s.asserted = true AND y.id <> $to
WITH near, collect(DISTINCT y.id) AS late
WHERE none(id IN late WHERE id IN near)
MATCH (y:Actor)-[r2]->(e2:Event)<-[s2]-(x:Actor)
WHERE y.id IN late AND r2.asserted = true AND s2.asserted = true AND x.id IN near
WITH DISTINCT x, y, x.name AS x_name, x.id AS x_id, y.name AS y_name, y.id AS y_id
ORDER BY x_name, x_id, y_name, y_id
LIMIT $limit
MATCH (a:Actor {id: $from})-[r1]->(e1:Event)<-[s1]-(x)
WHERE r1.asserted = true AND s1.asserted = true
WITH DISTINCT a, x, y, x_name, x_id, y_name, y_id, e1
MATCH (x)-[r2]->(e2:Event)<-[s2]-(y)
WHERE r2.asserted = true AND s2.asserted = true
WITH DISTINCT a, y, x_name, x_id, y_name, y_id, e1, e2
MATCH (y)-[r3]->(e3:Event)<-[s3]-(b:Actor {id: $to})
WHERE r3.asserted = true AND s3.asserted = true
WITH DISTINCT a.name AS start, x_name, x_id, y_name, y_id, b.name AS target,
     e1.name AS first, e1.id AS first_id, e2.name AS second, e2.id AS second_id, e3.name AS third, e3.id AS third_id
RETURN 3 AS steps, [start, x_name, y_name, target] AS actors, [first, second, third] AS events,
       [first_id, second_id, third_id] AS event_ids
ORDER BY x_name, x_id, y_name, y_id, first, first_id, second, second_id, third, third_id
LIMIT $limit
