import { AskError } from '../team/ask.js';
import type { Definition } from './answers.js';
import { readQuestion } from './question.js';
import { refusedOf } from './refusal.js';

const definition: Definition = {
  name: 'win-ratio',
  section: 'closing',
  version: 1,
  title: '',
  formula: '',
  example: '',
  unit: 'ratio',
  better: 'more',
  shape: 'flow',
  parameters: { basis: { values: ['a', 'b'], default: 'a' } },
  dimensions: ['rep', 'team', 'origin'],
  max_by: 2,
};
const refused = (address: string, parameter: string, allowed: readonly string[] = []) =>
  refusedOf(
    new AskError(400, 'no', { parameter, allowed }),
    definition,
    readQuestion('win-ratio', new URLSearchParams(address), ['basis']),
  );

describe('a question that is refused', () => {
  it('can be asked without the window that there is not', () => {
    expect(refused('window=noon', 'window', ['7d'])).toEqual({
      field: 'window',
      fault: { kind: 'value', allowed: ['7d'] },
      wayOut: { window: null },
    });
  });

  it('has either a window or a beginning', () => {
    expect(refused('window=7d&from=2026-11-24', 'window')).toMatchObject({ fault: { kind: 'both' }, wayOut: { from: null, to: null } });
  });

  it('says whether a time cannot be read or lies after the other', () => {
    expect(refused('from=soon', 'from')?.fault).toEqual({ kind: 'time' });
    expect(refused('from=2026-11-25&to=2026-11-24', 'from')?.fault).toEqual({ kind: 'order' });
    expect(refused('as_of=soon', 'as_of')?.wayOut).toEqual({ asOf: null });
  });

  it('keeps the dimensions that are right', () => {
    expect(refused('by=rep,colour', 'by', ['rep', 'team'])).toMatchObject({ fault: { kind: 'value' }, wayOut: { by: ['rep'] } });
    expect(refused('by=rep,team,origin', 'by', ['rep', 'team', 'origin'])).toMatchObject({
      fault: { kind: 'many', most: 2 },
      wayOut: { by: ['rep', 'team'] },
    });
  });

  it('lets go of the parameter or the name that is wrong, and of nothing else', () => {
    expect(refused('basis=z&rep=ana', 'basis', ['a', 'b'])).toMatchObject({ fault: { kind: 'value' }, wayOut: { params: {} } });
    expect(refused('colour=red&rep=ana', 'colour')).toMatchObject({ fault: { kind: 'name' }, wayOut: { filters: { rep: ['ana'] } } });
  });

  it('names no field where the server named none', () => {
    expect(refusedOf(new AskError(400, 'no'), definition, readQuestion('win-ratio', new URLSearchParams(), []))).toBeNull();
  });
});
