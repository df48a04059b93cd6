// purpose: Overview of a store: how many nodes of each label, with the first and last day of the stories and events.
// columns: what, n, first, last
MATCH (n:Actor)
RETURN 'Actor' AS what, count(n) AS n, null AS first, null AS last
UNION ALL
MATCH (n:Event)
RETURN 'Event' AS what, count(n) AS n, min(n.date_from) AS first, max(n.date_to) AS last
UNION ALL
MATCH (n:Mention)
RETURN 'Mention' AS what, count(n) AS n, null AS first, null AS last
UNION ALL
MATCH (n:Place)
RETURN 'Place' AS what, count(n) AS n, null AS first, null AS last
UNION ALL
MATCH (n:Story)
RETURN 'Story' AS what, count(n) AS n, min(n.published) AS first, max(n.published) AS last
