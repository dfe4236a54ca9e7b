import type { RepLine } from '@leadclock/live-protocol/team-state.js';
import { inOrder, turned } from './rep-order.js';

const line = (name: string | null, answered: number, value: number | null, n = 20): RepLine => ({
  rep: name,
  name,
  team: null,
  open: 0,
  late: 0,
  answered,
  medianSeconds: null,
  p90Seconds: null,
  inTarget: { value, met: 0, n },
});
const lines = [line('Zoë', 5, 0.9), line(null, 9, null, 0), line('Ana', 5, 0.95), line('Luis', 8, 1, 2), line('Eva', 1, null, 0)];
const names = (by: 'name' | 'answered' | 'inTarget', down: boolean) => inOrder(lines, { by, down }).map(({ name }) => name);

describe('the order of reps', () => {
  it('is by a figure, equal ones by name, nobody’s leads last whichever way', () => {
    expect(names('answered', true)).toEqual(['Luis', 'Ana', 'Zoë', 'Eva', null]);
    expect(names('answered', false)).toEqual(['Eva', 'Ana', 'Zoë', 'Luis', null]);
    expect(names('name', false)).toEqual(['Ana', 'Eva', 'Luis', 'Zoë', null]);
  });

  it('gives too few leads no place among shares, and no value none at all', () => {
    expect(names('inTarget', true)).toEqual(['Ana', 'Zoë', 'Luis', 'Eva', null]);
    expect(names('inTarget', false)).toEqual(['Zoë', 'Ana', 'Luis', 'Eva', null]);
  });

  it('turns over when the same head is pressed again; figures begin at the top, names at A', () => {
    expect(turned({ by: 'answered', down: true }, 'answered')).toEqual({ by: 'answered', down: false });
    expect(turned({ by: 'answered', down: true }, 'late')).toEqual({ by: 'late', down: true });
    expect(turned({ by: 'answered', down: true }, 'name')).toEqual({ by: 'name', down: false });
  });
});
