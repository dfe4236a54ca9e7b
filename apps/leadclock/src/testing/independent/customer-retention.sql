-- 1 − churn
select at, 1 - value as value, excluded, rep, team, origin, product from ({churn-rate}) c
