/** A sales floor's mix, as senders write it: new leads with a contact, their owners, touches, deals. */
const kinds = [
  (n) => [
    'lead.created',
    {
      origin: 'paid_search',
      campaign: 'autumn',
      channel: 'web',
      team: 'north',
      segment: 'smb',
      product: 'gold',
      value: { amount: 1200.5, currency: 'EUR' },
      contact: { name: `Person ${n}`, email: `p${n}@example.com` },
    },
  ],
  (n) => ['lead.assigned', { owner: `rep-${n % 40}`, team: 'north', by: 'rule:round-robin' }],
  (n) => [
    'touchpoint.recorded',
    { touchpoint: `call-${n}`, channel: 'call', direction: 'outbound', rep: `rep-${n % 40}`, outcome: 'no_answer' },
  ],
  (n) => [
    'touchpoint.recorded',
    {
      touchpoint: `call-${n}`,
      channel: 'call',
      direction: 'outbound',
      actor: 'human',
      rep: `rep-${n % 40}`,
      outcome: 'connected',
      duration_s: 181,
    },
  ],
  (n) => [
    'touchpoint.recorded',
    { touchpoint: `mail-${n}`, channel: 'email', direction: 'outbound', rep: `rep-${n % 40}`, outcome: 'sent' },
  ],
  () => ['lead.qualified', { rep: 'rep-7' }],
  (n) => [
    'deal.opened',
    {
      deal: `deal-${n}`,
      pipeline: 'default',
      stage: 'discovery',
      amount: { amount: '1200.50', currency: 'EUR' },
      rep: 'rep-7',
      expected_close: '2026-12-01',
    },
  ],
  (n) => ['deal.stage_changed', { deal: `deal-${n}`, stage: 'offer', rep: 'rep-7' }],
];

const begin = Date.UTC(2026, 10, 1, 8);

export function eventOf(n) {
  const [type, data] = kinds[n % kinds.length](n);
  const time = new Date(begin + n * 977).toISOString();
  return {
    specversion: '1.0',
    id: `01JB2Z5K${n}`,
    source: '/crm/hub',
    type,
    subject: `lead-${n % 2_500}`,
    time,
    datacontenttype: 'application/json',
    data,
  };
}

export const batchOf = (from, count) => Array.from({ length: count }, (_, n) => eventOf(from + n));
