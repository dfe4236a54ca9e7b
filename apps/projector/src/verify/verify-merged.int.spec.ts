import { lead } from '@leadclock/domain/testing/story.js';
import { rebuild } from '../rebuild/rebuild.js';
import { TestInstallation } from '../testing/installation.js';
import { verify } from './verify.js';

const stories = [
  lead('ada').arrived('09:10').called('09:14', 'luis', 'connected'),
  lead('bob').arrived('09:00', { owner: 'ana' }).called('09:12', 'ana').tell('lead.merged', '10:00', { into: 'ada' }),
  lead('cleo').arrived('09:05').tell('lead.merged', '10:00', { into: 'bob' }),
  lead('dora').arrived('09:06'),
];

describe('verify, where leads are merged', () => {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open();
    await installation.append(...stories.flatMap((story) => story.events));
    installation.start();
    await installation.caughtUp();
  });
  afterEach(() => installation.close());

  it('finds nothing where the read model is what the log says', async () => {
    expect(await verify(installation)).toMatchObject({ events: 8, subjects: 4, differing: 0, pendingSubjects: 0 });
  });

  it.each([
    [
      'a lead that went elsewhere',
      `update set_1.other_subject set merged_into = 'bob' where subject = 'cleo'`,
      { table: 'other_subject', subject: 'cleo', problem: 'different', columns: ['merged_into'] },
    ],
    ['a merge that is gone', `delete from set_1.merge where child = 'bob'`, { table: 'merge', subject: 'bob', problem: 'missing' }],
    [
      'a merge of a lead that has none',
      `insert into set_1.merge values ('dora', '/x', '1', 'ada', now(), 0, 0)`,
      { table: 'merge', subject: 'dora', problem: 'unexpected' },
    ],
    [
      'a lead that was merged away and is still listed',
      `insert into set_1.lead select (jsonb_populate_record(l, '{"subject": "bob"}')).* from set_1.lead l where subject = 'ada'`,
      { table: 'lead', subject: 'bob', problem: 'unexpected' },
    ],
    [
      'a fact of a lead that was merged away',
      `update set_1.fact set subject = 'cleo' where subject = 'ada' and kind = 'touch' and n = 0`,
      { table: 'fact', subject: 'cleo', problem: 'unexpected' },
    ],
    [
      'a merged lead that does not know what came under another',
      `update set_1.lead set touches = 1 where subject = 'ada'`,
      { table: 'lead', subject: 'ada', problem: 'different', columns: ['touches'] },
    ],
  ])('finds %s, and a rebuild mends it', async (_, damage, difference) => {
    await installation.dataSource.query(damage);
    const { differences } = await verify(installation);
    expect(differences).toContainEqual(expect.objectContaining(difference));
    await rebuild(installation);
    expect(await verify(installation)).toMatchObject({ set: 'set_2', differing: 0, pendingSubjects: 0 });
  });
});
