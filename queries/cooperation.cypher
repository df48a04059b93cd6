// purpose: Cooperation and conflict between two actors by month. Balance: (verbal + 2 x material cooperation - verbal - 2 x material conflict) / all four.
// param: actor actor — the one
// param: other actor — the other
// columns: month, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, balance
MATCH (a:Actor {id: $actor})-[r]->(e:Event)<-[s]-(b:Actor {id: $other})
WHERE r.asserted = true AND s.asserted = true AND e.date_from IS NOT NULL AND e.quad > 0
WITH DISTINCT left(e.date_from, 7) AS month, e.id AS id, e.quad AS quad
WITH month,
     sum(CASE WHEN quad = 1 THEN 1 ELSE 0 END) AS verbal_cooperation,
     sum(CASE WHEN quad = 2 THEN 1 ELSE 0 END) AS material_cooperation,
     sum(CASE WHEN quad = 3 THEN 1 ELSE 0 END) AS verbal_conflict,
     sum(CASE WHEN quad = 4 THEN 1 ELSE 0 END) AS material_conflict,
     count(id) AS n
RETURN month, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict,
       (verbal_cooperation + 2.0 * material_cooperation - verbal_conflict - 2.0 * material_conflict) / n AS balance
ORDER BY month
