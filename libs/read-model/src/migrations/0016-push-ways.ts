import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Browsers as ways. `address` of a `push` way is the endpoint that its push service gave it: who knows it can send to the device, so it is a secret and
 * personal data; `p256dh` and `auth` are what messages to it are encrypted with. `push_key` holds the pair by which push services know us: the
 * public half is part of every subscription, so it is made once and kept.
 */
export class PushWays0016 implements MigrationInterface {
  readonly name = 'PushWays1000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table way drop constraint way_kind_check;
alter table way add constraint way_kind_check check (kind in ('email', 'webhook', 'slack', 'teams', 'push'));
alter table way add column p256dh text, add column auth text;
alter table way add constraint way_push_keys_check check ((kind = 'push') = (p256dh is not null and auth is not null));
create table push_key (
  is_only boolean primary key default true check (is_only),
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null default now()
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table push_key;
delete from way where kind = 'push';
alter table way drop column p256dh, drop column auth;
alter table way drop constraint way_kind_check;
alter table way add constraint way_kind_check check (kind in ('email', 'webhook', 'slack', 'teams'))`);
  }
}
