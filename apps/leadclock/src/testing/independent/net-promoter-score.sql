-- 100 × (answers 9–10 − answers 0–6) / answers; every survey once, a second answer replaces the first
select distinct on (subject) at, case when score >= 9 then 100 when score <= 6 then -100 else 0 end as value, null as excluded, rep,
  coalesce(named, (select v.team from rep_version v where v.rep = s.rep and v.since <= s.at order by v.since desc, v.place desc limit 1)) as team
from (select subject, at, place, (data->>'score')::int as score, data->>'rep' as rep, data->>'team' as named
  from event where type = 'survey.answered' and at <= (select as_of from asked)) s
order by subject, place desc
