const DAY = 86_400_000;

/**
 * What a floor of so many leads says beside what is usual, so that lists of it have something to list: of a hundred leads one has won twice and one
 * was answered before it came, one in 500 waits with an open dispute, one in 300 has one that was decided, one in 200 has an amount of a currency
 * nobody tells a rate of, one in 1,000 of less than nothing; a hundred spends that cannot be so.
 */
export function oddEvents(leads) {
  const events = [];
  let number = 0;
  const tell = (type, subject, time, data) => {
    number += 1;
    events.push({ id: `odd-${number}`, source: '/bench/odd', type, subject, time, recordedTime: time + 2 * DAY, historical: false, data });
  };
  for (const [i, { subject, time }] of leads.entries()) {
    const deal = `deal-odd-${i}`;
    if (i % 100 === 1) for (const day of [1, 2]) tell('deal.won', subject, time + day * DAY, { deal, amount: euros(100) });
    if (i % 100 === 2)
      tell('touchpoint.recorded', subject, time - 60_000, {
        touchpoint: `early-${i}`,
        channel: 'call',
        direction: 'outbound',
        rep: 'rep-001',
        outcome: 'connected',
      });
    if (i % 500 === 3 || i % 300 === 4) tell('lead.disputed', subject, time + DAY, { rep: 'rep-001', about: 'answer', reason: 'my_call' });
    if (i % 300 === 4) tell('lead.dispute_decided', subject, time + 2 * DAY, { by: 'rep-002', accepted: false, reason: 'recorded_right' });
    if (i % 200 === 5) tell('deal.won', subject, time + DAY, { deal, amount: { amount: 90, currency: 'JPY' } });
    if (i % 1000 === 6) tell('deal.won', subject, time + DAY, { deal, amount: euros(-5) });
  }
  const [{ time: first }] = leads;
  for (let i = 0; i < 100; i += 1)
    tell('spend.recorded', `spend-odd-${i}`, first, { kind: 'marketing', amount: euros(9), from: '2026-11-08', to: '2026-11-02' });
  return events;
}

const euros = (amount) => ({ amount, currency: 'EUR' });
