import { lead } from '@leadclock/domain/testing/story.js';
import { derivation } from '@leadclock/read-model/sets/derivation.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { register } from 'prom-client';
import { rebuild } from '../rebuild/rebuild.js';
import { TestInstallation } from '../testing/installation.js';
import { verify } from '../verify/verify.js';

describe('a set of this program', () => {
  it('has its number from the first day, and nothing is said of it', async () => {
    const installation = await TestInstallation.open();
    installation.start();
    await until('it has looked', async () =>
      (await register.metrics()).includes(`leadclock_projector_derivation{of="set"} ${derivation.version}`),
    );
    expect(installation.setReports).toEqual([]);
    await installation.close();
  });
});

describe('a set that was made by another derivation', () => {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open();
    await installation.append(...lead('ada').arrived('09:00').called('09:03', 'ana').events);
    installation.start();
    await installation.caughtUp();
  });
  afterEach(() => installation.close());

  it('is written on, and named with the way out until a rebuild has replaced it', async () => {
    const { dataSource, setReports } = installation;
    const program = derivation.version;
    // the facts of the release before
    await dataSource.query(`update current_set set derivation = 0; update set_1.fact set due = 1 where subject = 'ada' and n = 0`);
    const said = await until('it is said', () => setReports.at(-1));
    expect(said).toBe(`the set was made by derivation 0, this program makes ${program}: figures mix both; run leadclock rebuild`);
    expect(installation.lines.filter((line) => line === `error ${said}`)).toHaveLength(1);
    expect(await register.metrics()).toMatch(/^leadclock_projector_derivation\{of="set"\} 0$/m);

    await installation.append(...lead('bob').arrived('09:10').events);
    await installation.caughtUp();
    const verified = await verify(installation);
    expect(verified).toMatchObject({ set: 'set_1', derivation: { set: 0, program } });
    expect(verified.differing).toBeGreaterThan(0);

    // a table of the release before
    await dataSource.query('alter table set_1.lead drop column paused_at');
    await expect(verify(installation)).rejects.toThrow(
      /^the set cannot be compared \(.*paused_at.*\): the set was made by derivation 0, .*rebuild$/,
    );
    await dataSource.query('alter table set_1.fact drop column touch_channel');
    expect(await rebuild(installation)).toMatchObject({ derivation: { set: 0, program }, compared: 0, differing: 0 });
    await until('nothing is left to say', () => setReports.at(-1) === null);
    expect(await verify(installation)).toMatchObject({ set: 'set_2', derivation: { set: program, program }, differing: 0 });
  });
});
