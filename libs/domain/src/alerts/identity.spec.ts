import { type AlertIdentity, alertId, nameText } from './identity.js';

const due: AlertIdentity = { lead: 'ada', policy: 'default', step: 'due', clock: 'lead', round: 1 };
const office = { source: '/admin', id: 'p1' };

describe('the identity of an alert', () => {
  it('is the beginning of the hash of its canonical JSON, so that every process comes to the same', () => {
    // printf '%s' '{"clock":"lead","lead":"ada","policy":"default","round":1,"step":"due"}' | sha256sum
    expect(alertId(due)).toBe('b40b7aa52aca3af6668545bb43920d72');
  });

  it('does not depend on the order of its parts, nor on what else an event says', () => {
    const { round, clock, step, policy, lead } = due;
    expect(alertId({ round, clock, step, policy, lead })).toBe(alertId(due));
    const event = { id: 'p1', source: '/admin', subject: 'p', time: 5 };
    expect(alertId({ ...due, policy: event })).toBe(alertId({ ...due, policy: office }));
  });

  it('is another one for another lead, policy, step, clock or round', () => {
    const others: readonly AlertIdentity[] = [
      { ...due, lead: 'bob' },
      { ...due, policy: office },
      { ...due, policy: { source: '/admin', id: 'p2' } },
      { ...due, policy: { source: '/crm', id: 'p1' } },
      { ...due, step: 'warn' },
      { ...due, clock: office },
      { ...due, round: 2 },
    ];
    expect(new Set([due, ...others].map(alertId)).size).toBe(others.length + 1);
  });
});

it('a policy and a clock are one text each, whatever signs their events have', () => {
  expect([nameText('default'), nameText('lead'), nameText(office)]).toEqual(['default', 'lead', '{"id":"p1","source":"/admin"}']);
  expect(JSON.parse(nameText({ source: '/\t"ß', id: '\\𝒳' }))).toEqual({ source: '/\t"ß', id: '\\𝒳' });
});
