import { AlertEngine } from '@leadclock/alerts/engine/alert-engine.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '@leadclock/projector/testing/installation.js';

const iso = (time: string): string => new Date(at(time)).toISOString();
const rep = (id: string): Story => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true });
const promised = (id: string, by: string, due = '10:00'): Story =>
  lead(id)
    .arrived('09:00', { owner: 'ana', team: 'north' })
    .called('09:02', 'ana', 'connected')
    .tell('lead.follow_up_set', '09:03', { rep: by, at: iso(due) });

describe('a promised call', () => {
  let installation: TestInstallation;
  let now: number;
  let elapsed: number;
  beforeEach(async () => {
    installation = await TestInstallation.open();
    [now, elapsed] = [at('09:04'), 0];
    installation.start();
  });
  afterEach(() => installation.close());

  const engine = () =>
    new AlertEngine({ dataSource: installation.dataSource, log: installation.eventsLog, now: () => now, elapsed: () => elapsed });
  const given = async (...stories: readonly Story[]): Promise<void> => {
    await installation.append(...stories.flatMap(({ events }) => events));
    await installation.caughtUp();
    // deadlines count as written before their time: the stories are of a day that has passed
    await installation.dataSource.query(`update set_1.deadline set written_at = due_at - interval '5 minutes'`);
  };
  const turn = async (time: string, ...engines: readonly AlertEngine[]): Promise<void> => {
    now = at(time);
    elapsed += 10_000;
    for (const one of engines) one.call();
    await Promise.all(engines.map((one) => one.keepUp()));
    await Promise.all(engines.map((one) => one.ring()));
  };
  const told = async (): Promise<string[]> =>
    (
      await installation.dataSource.query<{ lead: string; step: string; to: string; due: string; ended: string | null }[]>(
        `select lead, step, coalesce(rep, '*') as to, to_char(due_at at time zone 'UTC', 'HH24:MI') as due, ended from alert order by due_at, lead`,
      )
    ).map(({ lead: of, step, to, due, ended }) => [due, of, step, to, ...(ended === null ? [] : [ended])].join(' '));

  it('rings for who promised it, and for the owner, at its time, once over two processes, of a lead that was answered long ago', async () => {
    await given(rep('ana'), rep('luis'), promised('ada', 'ana'), promised('bob', 'luis'));
    const both = [engine(), engine()];
    await turn('09:59', ...both);
    expect(await told()).toEqual([]);
    await turn('10:00', ...both);
    await turn('10:30', ...both, engine());
    expect(await told()).toEqual(['10:00 ada call_back ana', '10:00 bob call_back ["luis","ana"]']);
  });

  it('rings no more when it was kept, is over when it is kept late, and is taken back when it had been kept', async () => {
    const [ada, bob, cy] = [promised('ada', 'ana'), promised('bob', 'ana'), promised('cy', 'ana')];
    await given(rep('ana'), ada.called('09:40', 'ana', 'connected'), bob, cy);
    const one = engine();
    await turn('10:00', one);
    expect(await told()).toEqual(['10:00 bob call_back ana', '10:00 cy call_back ana']);
    await given(bob.called('10:02', 'ana', 'no_answer'), cy.called('09:50', 'ana', 'connected'));
    await turn('10:03', one);
    expect(await told()).toEqual(['10:00 bob call_back ana resolved', '10:00 cy call_back ana retracted']);
  });

  it('rings at the time promised last', async () => {
    const ada = promised('ada', 'ana');
    await given(rep('ana'), ada);
    await given(ada.tell('lead.follow_up_set', '09:30', { rep: 'ana', at: iso('11:00') }));
    const one = engine();
    await turn('10:00', one);
    expect(await told()).toEqual([]);
    await turn('11:00', one);
    expect(await told()).toEqual(['11:00 ada call_back ana']);
  });

  it('of who has left is told to the owner', async () => {
    const luis = rep('luis').tell('rep.set', '09:30', { name: 'luis', team: 'north', active: false });
    await given(rep('ana'), luis, promised('ada', 'luis'));
    await turn('10:00', engine());
    expect(await told()).toEqual(['10:00 ada call_back ana']);
  });
});
