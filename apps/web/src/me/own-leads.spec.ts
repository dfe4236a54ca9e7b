import { ownLeads, readListed, readVerdicts } from './own-leads.js';

const at = (clock: string): string => `2026-03-17T${clock}:00Z`;
const line = (lead: string, more: object) => ({
  lead,
  name: `${lead} L.`,
  answered_at: null,
  answered_by: null,
  closed_at: null,
  dispute: null,
  ...more,
});
const told = (lines: readonly object[], rows: readonly object[] = []) =>
  ownLeads(readListed({ leads: lines }), readVerdicts({ rows }), 'ana').map(({ lead, came, dispute }) => [lead, came, dispute]);
const verdict = (subject: string, part: string, from: string, excluded: string | null = null) => ({
  subject,
  part,
  from: at(from),
  excluded,
});

describe('a rep’s own leads that wait no more', () => {
  it('stand the latest first, each with what came of it for him', () => {
    const lines = [
      line('ada', { answered_at: at('09:02'), answered_by: 'ana' }),
      line('bob', { answered_at: at('09:30'), answered_by: 'ana', dispute: 'open' }),
      line('cleo', { answered_at: at('09:10'), answered_by: 'luis', dispute: 'refused' }),
      line('dee', { closed_at: at('09:20') }),
    ];
    expect(told(lines, [verdict('ada', 'met', '09:02'), verdict('bob', 'breached', '09:25')])).toEqual([
      ['bob', 'late', 'open'],
      ['dee', 'closed', null],
      ['cleo', 'other', 'refused'],
      ['ada', 'met', null],
    ]);
  });

  it('that turned late in his hands are his, whoever answered them later', () => {
    expect(told([line('ada', { answered_at: at('09:30'), answered_by: 'luis' })], [verdict('ada', 'breached', '09:05')])).toEqual([
      ['ada', 'late', null],
    ]);
  });

  it('have the latest verdict, and none that is left out', () => {
    const lines = ['ada', 'bob'].map((lead) => line(lead, { answered_at: at('09:30'), answered_by: 'ana' }));
    const rows = [verdict('ada', 'breached', '09:35'), verdict('ada', 'met', '09:30'), verdict('bob', 'breached', '09:31', 'no_policy')];
    expect(told(lines, rows)).toEqual([
      ['ada', 'late', null],
      ['bob', 'met', null],
    ]);
  });

  it('are told once, and not while they wait', () => {
    const twice = line('ada', { answered_at: at('09:02'), answered_by: 'ana', closed_at: at('09:40') });
    expect(told([twice, line('bob', {}), twice])).toEqual([['ada', 'met', null]]);
    expect(told([{ name: 'nobody' }])).toEqual([]);
  });
});
