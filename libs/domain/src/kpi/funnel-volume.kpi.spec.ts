import { emptyConfiguration } from '../configuration/configuration.js';
import { noRates } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import { funnelVolume } from './funnel-volume.kpi.js';

const pipeline = (name: string, ...stages: string[]) =>
  subject(name).tell('pipeline.set', '08:00', { stages: stages.map((id) => ({ id, name: id, probability: 0.5 })) });
const sales = pipeline('default', 'new', 'talk', 'offer');

/** The funnel's counts by step, without the empty ones, when no pipeline is set up. */
function counts(story: Story, asOf: string, params: Record<string, string> = {}): Record<string, number> {
  const parsed = parseAsking(funnelVolume, params, { configuration: emptyConfiguration, now: at(asOf) });
  if (!parsed.ok) throw new Error(parsed.problem);
  const { groups } = answerKpi(funnelVolume, parsed.asking, factsOfStories([story]), { configuration: emptyConfiguration, rates: noRates });
  return Object.fromEntries(groups.filter(({ n }) => n > 0).map(({ key, n }) => [String(key.stage), n]));
}

describe('funnel volume', () => {
  it('always has the five stages of leads, the stages of the pipeline, won and lost, in order', () => {
    given(sales)
      .when(asking(funnelVolume))
      .then(
        ...['created', 'answered', 'contacted', 'meeting', 'qualified', 'new', 'talk', 'offer', 'won', 'lost'].map((stage) => ({
          key: { stage },
          value: 0,
          n: 0,
        })),
      );
  });

  it('names the pipeline where there are several, and puts stages that a pipeline lacks behind its own', () => {
    given(pipeline('default', 'new'), pipeline('renewal', 'due'), lead('ada').arrived('09:00').opened('10:00', 'limbo'))
      .when(asking(funnelVolume, { stage: 'new,limbo,due,won' }))
      .then(
        { key: { stage: 'new', pipeline: 'default' }, value: 0 },
        { key: { stage: 'limbo', pipeline: 'default' }, value: 1 },
        { key: { stage: 'due', pipeline: 'renewal' }, value: 0 },
        { key: { stage: 'won', pipeline: 'default' }, value: 0 },
        { key: { stage: 'won', pipeline: 'renewal' }, value: 0 },
      );
  });

  it('has pipelines in the order in which they were first set up, then by name, those that nobody set up last', () => {
    const setUp = (name: string, ...times: string[]) =>
      times.reduce((story, time) => story.tell('pipeline.set', time, { stages: [{ id: name, name, probability: 0.5 }] }), subject(name));
    const stray = ['zeta', 'beta'].map((name) => lead(name).opened('10:00', 'limbo', { pipeline: name }));
    given(...stray, setUp('young', '08:30'), setUp('b-old', '08:00', '08:40'), setUp('a-old', '08:00'))
      .when(asking(funnelVolume, { stage: 'limbo,won' }))
      .then(
        ...['beta', 'zeta'].map((name) => ({ key: { stage: 'limbo', pipeline: name }, value: 1 })),
        ...['a-old', 'b-old', 'young', 'beta', 'zeta'].map((name) => ({ key: { stage: 'won', pipeline: name }, value: 0 })),
      );
  });

  it('has the stages that a pipeline lacks by their names behind its own', () => {
    const strays = ['zoo', 'ado', 'mid'].map((stage) => lead(stage).opened('10:00', stage).moved('10:30', 'new').moved('11:00', stage));
    given(pipeline('default', 'new'), ...strays, lead('ada').opened('10:00', 'new').won('11:00'), lead('bob').opened('10:00').lost('11:00'))
      .when(asking(funnelVolume, { pipeline: 'default' }))
      .then(...['new', 'ado', 'mid', 'zoo', 'won', 'lost'].map((stage) => ({ key: { stage } })));
  });

  it('counts a lead at each stage it reached, from the instant it did', () => {
    const ada = lead('ada')
      .arrived('09:00')
      .called('09:05', 'luis', 'voicemail')
      .called('09:10', 'luis', 'connected')
      .touched('09:20', { touchpoint: 'm', channel: 'meeting', outcome: 'booked' })
      .qualified('09:30');
    expect(counts(ada, '09:04')).toEqual({ created: 1 });
    expect(counts(ada, '09:05')).toEqual({ created: 1, answered: 1 });
    expect(counts(ada, '09:20')).toEqual({ created: 1, answered: 1, contacted: 1, meeting: 1 });
    expect(counts(ada, '23:00', { window: 'today' })).toEqual({ created: 1, answered: 1, contacted: 1, meeting: 1, qualified: 1 });
    expect(counts(ada, '23:00', { basis: 'stock' })).toEqual({ qualified: 1 });
    expect(counts(ada, '09:12', { basis: 'stock' })).toEqual({ contacted: 1 });
  });

  it('has a lead that came no further at created as long as nothing else happens: while it waits, closed, and after thirty days', () => {
    const waits = lead('ada').arrived('09:00', { owner: 'ana' });
    const closed = waits.disqualified('10:00').qualified('11:00');
    for (const time of ['09:00', '09:05', '09:59', '10:00', '10:30'])
      expect(counts(closed, time, { basis: 'stock' })).toEqual({ created: 1 });
    expect(counts(closed, '11:00', { basis: 'stock' })).toEqual({ qualified: 1 });
    const later = 'mon+5 12:00';
    for (const story of [waits, waits.assigned('09:30', 'luis')]) expect(counts(story, later, { basis: 'stock' })).toEqual({ created: 1 });
    expect(counts(waits.assigned('09:30', 'luis'), later, { basis: 'stock', rep: 'luis' })).toEqual({ created: 1 });
  });

  it('has a lead that waits for an answer at contacted once it was', () => {
    const mailed = lead('ada')
      .arrived('09:00')
      .touched('09:05', { touchpoint: 'm', channel: 'email', actor: 'automated', outcome: 'sent' })
      .touched('09:20', { touchpoint: 'r', channel: 'email', direction: 'inbound' });
    expect(counts(mailed, '09:19', { basis: 'stock' })).toEqual({ created: 1 });
    expect(counts(mailed, '09:20', { basis: 'stock' })).toEqual({ contacted: 1 });
  });

  it('counts a lead once at the meeting, also one that it booked alone, and credits the rep of the meeting', () => {
    const ada = lead('ada')
      .arrived('09:00', { owner: 'ana' })
      .touched('09:02', { touchpoint: 'bot', channel: 'sms', actor: 'automated' })
      .touched('09:20', { touchpoint: 'm', channel: 'demo', rep: 'luis', outcome: 'booked', self_booked: true })
      .touched('10:20', { touchpoint: 'm', channel: 'demo', outcome: 'held' });
    expect(counts(ada, '12:00')).toMatchObject({ created: 1, meeting: 1 });
    expect(counts(ada, '12:00', { rep: 'luis' })).toMatchObject({ meeting: 1 });
    expect(counts(ada, '10:30', { window: '1h' })).not.toHaveProperty('meeting');
  });

  it('takes for a contact what a person connected, got replied or held, or an inbound after ours that had not failed', () => {
    const mail = { touchpoint: 'm', channel: 'email' } as const;
    const theirs = { touchpoint: 'r', channel: 'email', direction: 'inbound' } as const;
    const mailed = lead('ada')
      .arrived('09:00')
      .touched('09:05', { ...mail, outcome: 'sent' });
    expect(counts(mailed.touched('09:30', theirs), '12:00')).toMatchObject({ contacted: 1 });
    expect(counts(mailed.touched('09:05', theirs), '12:00')).not.toHaveProperty('contacted');
    const bounced = { ...mail, outcome: 'bounced' } as const;
    expect(counts(mailed.touched('09:20', bounced).touched('09:30', theirs), '12:00')).not.toHaveProperty('contacted');
    expect(counts(mailed.touched('09:30', theirs).touched('09:40', bounced), '12:00')).toMatchObject({ contacted: 1 });
    expect(counts(mailed.touched('09:30', { ...theirs, actor: 'automated' }), '12:00')).not.toHaveProperty('contacted');
    expect(counts(lead('ada').arrived('09:00').touched('09:01', { actor: 'ai', outcome: 'connected' }), '12:00')).toEqual({ created: 1 });
  });

  it('takes a call that still goes on at the arrival for a contact there, once its duration is known', () => {
    const call = { touchpoint: 'c', direction: 'inbound', outcome: 'connected' } as const;
    const known = lead('ada')
      .touched('08:58', { ...call, duration_s: 120 })
      .arrived('09:00');
    expect(counts(known, '09:00')).toMatchObject({ contacted: 1 });
    expect(
      counts(
        lead('ada')
          .touched('08:58', { ...call, duration_s: 119 })
          .arrived('09:00'),
        '09:00',
      ),
    ).not.toHaveProperty('contacted');
    const later = lead('ada')
      .touched('08:58', call)
      .arrived('09:00')
      .touched('09:10', { ...call, duration_s: 200 });
    expect(counts(later, '09:09')).not.toHaveProperty('contacted');
    expect(counts(later, '09:10')).toMatchObject({ contacted: 1 });
  });

  it('counts a deal once in a stage, at its first entry; a stage skipped was not entered', () => {
    const ada = lead('ada').arrived('09:00').opened('10:00', 'new').moved('11:00', 'offer').moved('12:00', 'new');
    expect(counts(ada, '13:00')).toEqual({ created: 1, new: 1, offer: 1 });
    expect(counts(ada, '13:00', { basis: 'stock' })).toEqual({ created: 1, new: 1 });
    expect(counts(ada, '12:30', { window: '1h' })).toEqual({});
  });

  it('counts the outcome that counts at the instant', () => {
    const ada = lead('ada').arrived('09:00').opened('10:00').won('11:00').reopened('12:00', 'talk').lost('13:00');
    expect(counts(ada, '11:00')).toEqual({ created: 1, new: 1, won: 1 });
    expect(counts(ada, '12:00')).toEqual({ created: 1, new: 1, talk: 1 });
    expect(counts(ada, '12:00', { basis: 'stock' })).toEqual({ created: 1, talk: 1 });
    expect(counts(ada, '13:00', { basis: 'stock' })).toEqual({ created: 1, lost: 1 });
  });

  it('credits what was entered to the owner of then, and what stands to the owner of now', () => {
    const ada = lead('ada').arrived('09:00', { owner: 'ana' }).opened('10:00').assigned('11:00', 'luis');
    const filter = { by: 'rep', stage: 'new' };
    given(sales, ada)
      .when(asking(funnelVolume, filter))
      .then({ key: { rep: 'ana', stage: 'new' }, n: 1 });
    given(sales, ada)
      .when(asking(funnelVolume, { ...filter, basis: 'stock' }))
      .then({ key: { rep: 'luis', stage: 'new' }, n: 1 });
  });

  it('counts a closed deal once as a stock, for who has it now', () => {
    const ada = lead('ada').arrived('09:00', { owner: 'ana' }).won('10:00').assigned('11:00', 'luis');
    const stock = { by: 'rep', stage: 'won', basis: 'stock' };
    given(ada)
      .when(asking(funnelVolume, stock, '10:59'))
      .then({ key: { rep: 'ana', stage: 'won' }, n: 1 });
    given(ada)
      .when(asking(funnelVolume, stock))
      .then({ key: { rep: 'luis', stage: 'won' }, n: 1 });
    given(ada)
      .when(asking(funnelVolume, { by: 'rep', stage: 'won' }))
      .then({ key: { rep: 'ana', stage: 'won' }, n: 1 });
  });

  it('puts an open deal without a stage in a stage of no name, as a stock', () => {
    given(lead('ada').arrived('09:00').revised('10:00', { product: 'gold' }))
      .when(asking(funnelVolume, { basis: 'stock', pipeline: 'default', stage: 'null,won' }))
      .then({ key: { stage: null }, n: 1 }, { key: { stage: 'won' }, n: 0 });
  });
});
