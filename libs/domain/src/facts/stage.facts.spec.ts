import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';

/** A pipeline whose stage `talk` makes a deal an opportunity, unless told otherwise. */
const pipeline = (time: string, opportunity: string | null = 'talk', name = 'default') =>
  subject(name).tell(
    'pipeline.set',
    time,
    {
      stages: ['new', 'talk', 'offer'].map((id) => ({
        id,
        name: id,
        probability: 0.5,
        ...(id === opportunity && { role: 'opportunity' as const }),
      })),
    },
    { id: `${name} ${time}` },
  );
const sales = pipeline('08:00');
const eur = (amount: number) => ({ amount: { amount, currency: 'EUR' } });

const stageFacts = (...stories: readonly Story[]) => factsOfStories(stories).filter(({ kind }) => kind === 'stage');
const entryOf = (stage: string, ...stories: readonly Story[]) =>
  stageFacts(...stories).filter((fact) => fact.part === 'entered' && fact.stage === stage);
const standingOf = (...stories: readonly Story[]) =>
  stageFacts(...stories).filter(({ part }) => part === 'open' || part === 'won' || part === 'lost');

describe('the entry of a stage', () => {
  it('names the entry of the next stage, or of a later one, only from then on', () => {
    const seen = (story: Story) => entryOf('new', sales, story).map(({ from, since, due }) => [from, since, due]);
    expect(seen(lead('ada').opened('09:00').moved('10:00', 'talk'))).toEqual([
      [at('09:00'), null, null],
      [at('10:00'), at('10:00'), at('10:00')],
    ]);
    expect(seen(lead('ada').opened('09:00').moved('10:00', 'offer').moved('11:00', 'talk'))).toEqual([
      [at('09:00'), null, null],
      [at('10:00'), at('10:00'), null],
      [at('11:00'), at('10:00'), at('11:00')],
    ]);
  });

  it('says in words where the deal stands now, whether it is an opportunity there, and by which entry it became one', () => {
    const story = lead('ada').opened('09:00').moved('10:00', 'talk').moved('11:00', 'offer').won('12:00');
    const words = (stage: string) => entryOf(stage, sales, story).map(({ outcome }) => outcome);
    expect(words('new')).toEqual(['standing', null]);
    expect(words('talk')).toEqual(['standing opportunity first', 'first', 'first won']);
    expect(words('offer')).toEqual(['standing opportunity', null]);
  });

  it('has the amount of the deal while it stands there and is still whose it was', () => {
    const story = lead('ada').arrived('08:30', { owner: 'ana' }).opened('09:00', 'new', eur(5)).revised('09:30', eur(7));
    const seen = entryOf('new', sales, story.assigned('10:00', 'luis').moved('11:00', 'talk'));
    expect(seen.map(({ from, outcome, value, currency }) => [from, outcome, value, currency])).toEqual([
      [at('09:00'), 'standing', 50_000, 'EUR'],
      [at('09:30'), 'standing', 70_000, 'EUR'],
      [at('10:00'), 'handed_on', null, null],
      [at('11:00'), null, null, null],
    ]);
  });

  it('becomes that of an opportunity when the pipeline is set up anew, whichever it is', () => {
    const anew = (name: string, deal: Story) =>
      entryOf('new', pipeline('08:00', null, name), pipeline('10:00', 'new', name), deal).map(({ from, outcome }) => [from, outcome]);
    const expected = [
      [at('09:00'), 'standing'],
      [at('10:00'), 'standing opportunity'],
    ];
    expect(anew('default', lead('ada').opened('09:00'))).toEqual(expected);
    expect(anew('renewal', lead('ada').opened('09:00', 'new', { pipeline: 'renewal' }))).toEqual(expected);
  });
});

describe('a deal that stands where no entry says so', () => {
  const handed = lead('ada').arrived('08:30', { owner: 'ana' }).opened('09:00', 'new', eur(5)).assigned('10:00', 'luis');

  it('is open in its stage with its amount, from when it is somebody else’s', () => {
    expect(standingOf(sales, handed.moved('11:00', 'talk'))).toMatchObject([
      { part: 'open', from: at('10:00'), until: at('11:00'), rep: 'luis', stage: 'new', outcome: null, value: 50_000, currency: 'EUR' },
    ]);
    expect(standingOf(sales, lead('ada').opened('09:00', 'talk', { rep: 'ana' }).revised('10:00', { rep: 'eva' }))).toMatchObject([
      { part: 'open', from: at('10:00'), until: null, rep: 'eva', stage: 'talk', outcome: 'opportunity' },
    ]);
  });

  it('is open in no stage from when it is known until it is opened', () => {
    expect(standingOf(sales, lead('ada').revised('09:00', eur(5)).opened('10:00'))).toMatchObject([
      { part: 'open', from: at('09:00'), until: at('10:00'), stage: null, outcome: null, value: 50_000 },
    ]);
  });

  it('is closed, in no stage and without amount, from when it is handed on after the close', () => {
    const closed = lead('ada').arrived('08:30', { owner: 'ana' }).opened('09:00', 'talk', eur(5)).won('10:00');
    expect(standingOf(sales, closed)).toEqual([]);
    expect(standingOf(sales, closed.assigned('11:00', 'luis'))).toMatchObject([
      { part: 'won', from: at('11:00'), rep: 'luis', stage: null, outcome: null, value: null, currency: null },
    ]);
  });
});

it('rows of a deal have the lead’s product until the deal names its own', () => {
  const story = lead('ada')
    .arrived('08:30', { owner: 'ana', product: 'silver' })
    .opened('09:00')
    .assigned('09:10', 'luis')
    .moved('09:20', 'offer')
    .assigned('09:30', 'eva')
    .revised('10:00', { product: 'gold' })
    .moved('10:30', 'new')
    .won('10:40');
  const facts = factsOfStories([sales, story]).filter(({ kind }) => ['stage', 'visit', 'close', 'cycle'].includes(kind));
  for (const { kind, part, from, product } of facts)
    expect([kind, part, from, product]).toEqual([kind, part, from, from < at('10:00') ? 'silver' : 'gold']);
  expect(new Set(facts.map(({ kind, part, product }) => `${kind} ${part} ${product}`))).toEqual(
    new Set(
      ['stage entered', 'stage skipped', 'stage open', 'visit null']
        .flatMap((row) => [`${row} silver`, `${row} gold`])
        .concat('close won gold', 'cycle null gold'),
    ),
  );
});
