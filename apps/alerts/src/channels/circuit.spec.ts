import { Circuit } from './circuit.js';

describe('the circuit of an endpoint', () => {
  let elapsed: number;
  let circuit: Circuit;
  beforeEach(() => {
    elapsed = 1_000;
    circuit = new Circuit(() => elapsed);
  });
  const fail = (times: number): void => {
    for (let n = 0; n < times; n += 1) circuit.failed();
  };

  it('lets all through until five tries in a row have failed', () => {
    fail(4);
    expect(circuit.allows(8)).toBe(8);
    circuit.succeeded();
    fail(4);
    expect(circuit.allows(8)).toBe(8);
    fail(1);
    expect([circuit.allows(8), circuit.waitMs]).toEqual([0, 30_000]);
  });

  it('then lets one try each time that a pause is over, which doubles up to ten minutes', () => {
    fail(5);
    elapsed += 30_000;
    expect(circuit.allows(8)).toBe(1);
    fail(1);
    expect(circuit.waitMs).toBe(60_000);
    for (let n = 0; n < 40; n += 1) {
      elapsed += circuit.waitMs;
      fail(1);
    }
    expect(circuit.waitMs).toBe(600_000);
  });

  it('takes failures of tries that were made side by side for one', () => {
    fail(8);
    expect(circuit.waitMs).toBe(30_000);
  });

  it('lets all through again once one has', () => {
    fail(9);
    circuit.succeeded();
    expect([circuit.allows(8), circuit.waitMs]).toEqual([8, 0]);
  });

  it('leaves alone who asks for it, which counts as no failure, whatever gets through beside it', () => {
    fail(4);
    circuit.rest(7_000);
    expect([circuit.allows(8), circuit.waitMs]).toEqual([0, 7_000]);
    expect(circuit.succeeded()).toBe(false);
    circuit.rest(1_000);
    expect(circuit.waitMs).toBe(7_000);
    elapsed += 7_000;
    expect(circuit.allows(8)).toBe(8);
  });

  it('says when it closes, and when it is open again', () => {
    const closed = Array.from({ length: 7 }, () => circuit.failed());
    expect(closed).toEqual([false, false, false, false, true, false, false]);
    expect([circuit.succeeded(), circuit.succeeded()]).toEqual([true, false]);
  });
});
