-- basis=revenue: 1 − churn by revenue
select {by} 1 - value as value from ({churn-rate-revenue}) c
