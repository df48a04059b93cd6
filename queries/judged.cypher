// purpose: What people decided of pairs of actors or events that are not one: different, or unsure.
// param: verdict string = null — different or unsure
// columns: first, second, verdict, by, at, first_id, second_id
MATCH (a)-[r:JUDGED]->(b)
WHERE $verdict IS NULL OR r.verdict = $verdict
RETURN a.name AS first, b.name AS second, r.verdict AS verdict, r.by AS by, r.at AS at, a.id AS first_id,
       b.id AS second_id
ORDER BY first, second, first_id, second_id
