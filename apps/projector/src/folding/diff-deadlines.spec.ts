import type { DeadlineRow } from '@leadclock/read-model/write/deadline.table.js';
import { diffDeadlines } from './diff-deadlines.js';

const due: DeadlineRow = { lead: 'ada', step: 'due', dueAt: 5, policy: 'default', clock: 'lead' };
const warn: DeadlineRow = { ...due, step: 'warn', dueAt: 4 };

describe('the difference of deadlines', () => {
  it('leaves alone what stays, whatever the order', () => {
    expect(diffDeadlines([due, warn], [{ ...warn }, { ...due }])).toEqual({ put: [], gone: [] });
  });

  it('puts what is new and takes away what is gone', () => {
    expect(diffDeadlines([due], [warn])).toEqual({ put: [warn], gone: [due] });
  });

  it.each<Partial<DeadlineRow>>([{ dueAt: 6 }, { policy: '{"id":"p","source":"/x"}' }, { clock: '{"id":"e1","source":"/x"}' }])(
    'replaces a deadline whose %j is new',
    (change) => {
      const moved = { ...due, ...change };
      expect(diffDeadlines([due, warn], [moved, warn])).toEqual({ put: [moved], gone: [due] });
    },
  );
});
