-- customer lifetime value / customer acquisition cost
select {by} (select value from ({customer-lifetime-value}) v) / nullif((select value from ({customer-acquisition-cost}) c), 0) as value
