import { buildConfiguration } from '../configuration/build-configuration.js';
import { planPolicies } from '../configuration/plan-policies.js';
import type { DataOf } from '../events/catalogue.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import type { LeadTraits } from './policy-choice.js';
import { isTeamAsked, policyPreview } from './policy-preview.js';

type Policy = DataOf<'policy.set'>;
const policy = (more: Partial<Policy> = {}): Policy => ({ order: 1, match: {}, targets: { answer_s: 600 }, steps: [], ...more });
const entry = (name: string, more: Partial<Policy> = {}) => ({ policy: name, data: policy(more) });
const nobody: LeadTraits = { origin: null, team: null, segment: null, channel: null };

function planned(entries: readonly ReturnType<typeof entry>[], standing: readonly Story[] = []) {
  const configuration = buildConfiguration(standing.flatMap(({ events }) => events));
  const { policies } = planPolicies(entries, { configuration, at: at('tue 12:00'), judgesHistory: false });
  return { policies, configuration };
}
function look(
  entries: readonly ReturnType<typeof entry>[],
  traits: Partial<LeadTraits>,
  standing: readonly Story[] = [],
  arrived = 'mon 09:00',
) {
  const { policies, configuration } = planned(entries, standing);
  return policyPreview(policies, configuration, at('tue 12:00'))({ ...nobody, ...traits }, at(arrived));
}

describe('a lead that came last week', () => {
  const web = entry('web', { match: { origin: ['web_form'] } });

  it('would have been judged by the policy that is about to be set, although that judges no lead of the past', () => {
    expect(look([web], { origin: 'web_form' })).toEqual({ matched: [0], judgedBy: null, wouldBeJudgedBy: 'web' });
    expect(look([web], { origin: 'referral' })).toEqual({ matched: [], judgedBy: null, wouldBeJudgedBy: null });
    expect(look([web], {})).toEqual({ matched: [], judgedBy: null, wouldBeJudgedBy: null });
  });

  it('is matched by every policy that is meant for it, and judged by the lowest order', () => {
    const any = entry('any', { order: 2 });
    expect(look([any, web], { origin: 'web_form' })).toEqual({ matched: [0, 1], judgedBy: null, wouldBeJudgedBy: 'web' });
    const first = subject('first').tell('policy.set', 'mon 08:00', policy({ order: 0 }));
    expect(look([any, web], { origin: 'web_form' }, [first])).toEqual({ matched: [0, 1], judgedBy: 'first', wouldBeJudgedBy: 'first' });
  });

  it('was judged by the version of its day, and is looked at under the rules of today', () => {
    const moved = subject('other')
      .tell('policy.set', 'mon 08:00', policy({ order: 9, match: { origin: ['web_form'] } }), { id: 'a' })
      .tell('policy.set', 'tue 08:00', policy({ order: 0, match: { origin: ['referral'] } }), { id: 'b' });
    expect(look([web], { origin: 'web_form' }, [moved])).toEqual({ matched: [0], judgedBy: 'other', wouldBeJudgedBy: 'web' });
    expect(look([web], { origin: 'referral' }, [moved])).toEqual({ matched: [], judgedBy: null, wouldBeJudgedBy: 'other' });
    expect(look([web], { origin: 'web_form' }, [moved], 'tue 09:00')).toMatchObject({ judgedBy: null });
  });

  it('goes to the next policy when the one that judges it is narrowed', () => {
    const wide = subject('web').tell('policy.set', 'mon 08:00', policy());
    const rest = subject('rest').tell('policy.set', 'mon 08:00', policy({ order: 5 }));
    expect(look([web], { origin: 'referral' }, [wide, rest])).toEqual({ matched: [], judgedBy: 'web', wouldBeJudgedBy: 'rest' });
  });
});

it('the team of a lead is asked for only where a policy is meant for teams', () => {
  const north = subject('north').tell('policy.set', 'mon 08:00', policy({ order: 5, match: { team: ['north'] } }));
  const asked = (...given: Parameters<typeof planned>) => {
    const { policies, configuration } = planned(...given);
    return isTeamAsked(policies, configuration);
  };
  expect(asked([entry('web')])).toBe(false);
  expect(asked([entry('web')], [north])).toBe(true);
  expect(asked([entry('web', { match: { team: ['north'] } })])).toBe(true);
});
