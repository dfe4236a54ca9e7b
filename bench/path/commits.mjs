import pg from 'pg';

/** When the transaction that first changed each probe was committed, epoch ms: read after the run from the change feed. */
export async function commitsOf(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const {
      rows: [set],
    } = await client.query('select name from current_set');
    const { rows } = await client.query(
      `select lead, min(1000 * extract(epoch from pg_xact_commit_timestamp(c.xmin)))::float8 as committed
         from ${set.name}.change c, unnest(c.subjects) lead where lead like 'probe-%' group by lead`,
    );
    return new Map(rows.map(({ lead, committed }) => [lead, committed]));
  } finally {
    await client.end();
  }
}
