-- leads whose arrival is in the window
select l.arrived as at, 1 as value, null as excluded, l.rep, l.team, l.origin, l.campaign, l.channel, l.segment, l.product from seen.arrival l
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
