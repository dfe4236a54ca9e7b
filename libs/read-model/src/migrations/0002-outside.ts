import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is not derived from the log and so is never rebuilt: the vault (contact, note), the spool and the API keys.
 * `contact` has one row a lead: that of its latest event with contact, by (time, source, id), so that order does not matter.
 */
export class Outside0002 implements MigrationInterface {
  readonly name = 'Outside1000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table contact (
  lead text collate "C" primary key,
  name text, email text, phone text, company text, language text,
  time timestamptz not null,
  source text collate "C" not null,
  id text collate "C" not null
);

create table note (
  subject text collate "C" not null,
  source text collate "C" not null,
  id text collate "C" not null,
  note text not null,
  time timestamptz not null,
  primary key (subject, source, id)
);

create table spool (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  value text not null,
  spooled_at timestamptz not null default now()
);

create table api_key (
  id text primary key,
  hash text not null unique,
  name text not null,
  role text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_key; drop table spool; drop table note; drop table contact');
  }
}
