-- monthly recurring revenue × 12
select at, value * 12 as value, excluded, rep, team, origin, product from ({monthly-recurring-revenue}) m
