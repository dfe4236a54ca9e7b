import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  'received_at timestamptz',
  'assigned_at timestamptz',
  'assigned_by_rep boolean not null default false',
  'seen_at timestamptz',
  'claimed_at timestamptz',
  'attempted_at timestamptz',
  'dispute text',
  "odd text[] not null default '{}'",
];

/** Sets that are there get room for what a lead came to on its way to contact, for how disputes about it stand, and for what is odd about it; a rebuild fills it for leads that nothing happens to any more. */
export class LeadColumns0006 implements MigrationInterface {
  readonly name = 'LeadColumns1000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await inEverySet(runner, columns.map((column) => `add column if not exists ${column}`).join(', '));
  }

  async down(runner: QueryRunner): Promise<void> {
    await inEverySet(runner, columns.map((column) => `drop column if exists ${column.split(' ')[0]}`).join(', '));
  }
}

const inEverySet = (runner: QueryRunner, alteration: string): Promise<unknown> =>
  runner.query(String.raw`
do $$ declare made text; begin
  for made in select nspname from pg_namespace where nspname ~ '^set_[1-9][0-9]*$' loop
    execute format('alter table %I.lead ${alteration.replaceAll("'", "''")}', made);
  end loop;
end $$;`);
