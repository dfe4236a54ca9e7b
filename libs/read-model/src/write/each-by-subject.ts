/**
 * The rows of the subjects in $1 (an array literal), subject by subject along the table's key: to be named `t` in a FROM. With `= any($1)` the planner
 * would read all of a table that has no statistics yet, or old ones, which is what a catch-up makes: it takes thousands of subjects for most of it.
 */
export const eachBySubject = (table: string, column = 'subject'): string =>
  `unnest($1::text[]) wanted(key) cross join lateral (select * from ${table} where ${column} = wanted.key offset 0)`;

/**
 * The same by the numbers in $`parameter`. `locked`: a locking clause for the rows, such as `for key share`: the planner sees nothing of what is
 * inside, so a lock that is asked for outside would not get there.
 */
export const eachById = (table: string, parameter: number, locked = ''): string =>
  `unnest($${parameter}::bigint[]) wanted_id(key) cross join lateral (select * from ${table} where id = wanted_id.key offset 0 ${locked})`;
