import { buildConfiguration } from '../configuration/build-configuration.js';
import type { LeadclockEvent } from '../events/event.js';
import { noRates } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story } from '../testing/story.js';
import { type AskingParams, parseAsking } from './asking.js';
import { contactRate } from './contact-rate.kpi.js';
import type { Aggregate } from './kpi.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { leadsCreated } from './leads-created.kpi.js';
import { reasonOf, shareIn } from './revisions.js';
import { counts } from './selection.js';

const ended = at('tue 00:00');
const asOf = at('thu 00:00');
const last = ({ events }: Story): LeadclockEvent => {
  const event = events.at(-1);
  if (event === undefined) throw new Error('a story without events');
  return event;
};
const reason = (story: Story) => reasonOf(last(story), ended, asOf);

describe('what an event has to do with a change since the window ended', () => {
  it('is nothing when it was recorded by then, to the millisecond', () => {
    expect(reason(lead('ada').touched('mon 23:59:58', {}, { heard: 'tue 00:00' }))).toBeNull();
    expect(reason(lead('ada').touched('mon 23:59:58', {}, { heard: 'tue 00:00:00.001' }))).toBe('late');
  });

  it('is that it came late when it is dated up to the end, and that more happened when it is dated after it', () => {
    expect(reason(lead('ada').touched('tue 00:00', {}, { heard: 'tue 00:00:01' }))).toBe('late');
    expect(reason(lead('ada').touched('tue 00:00:00.001', {}, { heard: 'tue 00:00:01' }))).toBe('later');
  });

  it('is nothing when it is dated after the instant asked about, unless it corrects', () => {
    expect(reason(lead('ada').touched('thu 00:00:01'))).toBeNull();
    expect(reason(lead('ada').corrected('thu 00:00:01', 'call', { outcome: 'no_answer' }))).toBe('corrected');
  });

  it.each<[string, Story]>([
    ['corrected', lead('ada').corrected('wed 09:00', 'call', {})],
    ['retracted', lead('ada').retracted('wed 09:00', 'call')],
    ['retracted', lead('ada').takenBack('wed 09:00', 'e1')],
    ['merged', lead('ada').tell('lead.merged', 'wed 09:00', { into: 'bob' })],
    ['erased', lead('ada').tell('lead.erased', 'wed 09:00', {})],
    ['reassigned', lead('ada').assigned('mon 09:00', 'luis', undefined, { heard: 'tue 09:00' })],
    ['reassigned', lead('ada').claimed('tue 09:00', 'luis')],
    ['reassigned', lead('ada').handedOver('tue 09:00', 'ana', 'luis')],
  ])('is %s by its type', (expected, story) => {
    expect(reason(story)).toBe(expected);
  });
});

describe('what rows add to a number', () => {
  const story = lead('ada').arrived('09:00', { owner: 'ana' });
  const rep = lead('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true });
  const luis = lead('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: true });
  const context = { configuration: buildConfiguration([...rep.events, ...luis.events]), rates: noRates };
  const partOf = (name: string, of: Aggregate, params: AskingParams = { by: 'rep' }) => {
    const parsed = parseAsking(of, params, { configuration: context.configuration, now: asOf });
    if (!parsed.ok) throw new Error(parsed.problem);
    return { name, of, asking: parsed.asking };
  };
  const part = partOf('leads', leadsCreated);
  const rows = factsOfStories([story])
    .filter(({ kind, rep: owner }) => kind === 'arrival' && owner === 'ana')
    .slice(0, 1);

  it('is its groups, without those that the configuration alone knows', () => {
    expect(shareIn([{ part, rows }], context)).toBe('leads [{"key":{"rep":"ana"},"value":1,"n":1,"excluded":{}}]');
    expect(shareIn([{ part, rows: [] }], context)).toBe('');
  });

  it('is told part by part, of those that have any', () => {
    const one = 'leads [{"key":{},"value":1,"n":1,"excluded":{}}]';
    const whole = partOf('leads', leadsCreated, {});
    expect(
      shareIn(
        [
          { part: { ...whole, name: 'none' }, rows: [] },
          { part: whole, rows },
        ],
        context,
      ),
    ).toBe(one);
    expect(
      shareIn(
        [
          { part: { ...whole, name: 'first' }, rows },
          { part: whole, rows },
        ],
        context,
      ),
    ).toBe(`${one.replace('leads', 'first')}\n${one}`);
  });

  it('is also a share of nothing', () => {
    const contacts = partOf('contacts', contactRate, {});
    const shares = shareIn([{ part: contacts, rows: factsOfStories([story]).filter(counts(contactRate, contacts.asking)) }], context);
    expect(shares).toContain('"value":0,"n":1,"excluded":{}');
  });

  it('is also that a row is left out', () => {
    const waits = partOf('waits', leadResponseTime, {});
    const unanswered = factsOfStories([story]).filter(counts(leadResponseTime, waits.asking));
    expect(shareIn([{ part: waits, rows: unanswered }], context)).toContain('"value":null,"n":0,"excluded":{"unanswered":1}');
  });
});
