-- waiting, no owner at as_of
select * from ({waiting-now}) w where rep is null
