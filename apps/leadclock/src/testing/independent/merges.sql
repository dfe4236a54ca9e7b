-- DESIGN.md, Merges: the edges in their order; a later one of the same child replaces the earlier; one that would close a circle is skipped; null takes a merge back.
create table merged (child text primary key, parent text not null);
do $$
declare
  said record;
  up text;
begin
  for said in select subject, data->>'into' as parent from event where type = 'lead.merged' order by place loop
    if said.parent is null then
      delete from merged where child = said.subject;
    else
      up := said.parent;
      while up is not null and up <> said.subject loop
        up := (select parent from merged where child = up);
      end loop;
      if up is null then
        insert into merged values (said.subject, said.parent) on conflict (child) do update set parent = excluded.parent;
      end if;
    end if;
  end loop;
end $$;

-- Rule 11: the merged lead is one subject; touchpoints and deals keep the lead they were recorded under: their identity is (that lead, id).
update event set data = data
  || case when data ? 'touchpoint' then jsonb_build_object('touchpoint', subject || ' ' || (data->>'touchpoint')) else '{}' end
  || case when data ? 'deal' then jsonb_build_object('deal', subject || ' ' || (data->>'deal')) else '{}' end
where type like 'touchpoint.%' or type like 'deal.%';

with recursive up as (
  select child, parent from merged
  union all select up.child, m.parent from up join merged m on m.child = up.parent
), root as (
  select child, parent from up where not exists (select from merged m where m.child = up.parent)
)
update event e set subject = root.parent from root where root.child = e.subject and e.type similar to '(lead|touchpoint|deal|alert).%';
