import fc from 'fast-check';
import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { type AskingParams, parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { askGroup, questionParams } from './question-params.js';
import { responseBands } from './response-bands.kpi.js';
import { windowNames } from './window.js';

const configuration = buildConfiguration([]);
const now = at('2026-11-05T12:00:00Z');
const asked = (kpi: (typeof kpis)[number], params: AskingParams, instant = now) => {
  const parsed = parseAsking(kpi, params, { configuration, now: instant });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.asking;
};

it('a question that is asked again by its parameters is the same question, whenever', () => {
  const spans = fc.constantFrom<AskingParams>(
    {},
    { from: '2026-11-01' },
    { from: '2026-11-01', to: '2026-11-30' },
    ...windowNames.map((window) => ({ window })),
  );
  const instants = fc.constantFrom<AskingParams>(
    {},
    { as_of: '2026-11-04' },
    { known_at: '2026-11-04' },
    { known_at: '2026-11-04', as_of: '2026-11-05' },
  );
  fc.assert(
    fc.property(fc.constantFrom(...kpis), spans, instants, fc.nat(3), fc.boolean(), (kpi, span, instant, which, isSliced) => {
      const dimension = kpi.dimensions.filter((name) => !kpi.series.includes(name))[which] ?? null;
      const slice = dimension === null ? {} : isSliced ? { by: dimension } : { [dimension]: 'ana,null' };
      const asking = asked(kpi, { ...span, ...instant, ...slice });
      const params = questionParams(asking);
      expect(asked(kpi, Object.fromEntries(params ?? []), now + 86_400_000)).toEqual(asking);
    }),
  );
});

it('the question of one group has what its key says as filters, no value too', () => {
  const asking = asked(leadResponseTime, { by: 'rep,team', team: 'north,south', origin: 'web' });
  expect(askGroup(leadResponseTime, asking, { rep: null, team: 'north' })).toMatchObject({
    by: [],
    filters: { rep: [null], team: ['north'], origin: ['web'] },
  });
});

it('a band is no filter', () => {
  expect(askGroup(responseBands, asked(responseBands, {}), { band: '0-5' }).filters).toEqual({});
});

it.each(['a,b', 'null', ''])('a value that cannot be written as a parameter has no address: %p', (value) => {
  expect(questionParams({ ...asked(leadResponseTime, {}), filters: { rep: [value] } })).toBeNull();
});
