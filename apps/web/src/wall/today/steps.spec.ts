import type { FunnelStep } from '@leadclock/live-protocol/funnel-step.js';
import { formatCount, STEPS, stepsOf } from './steps.js';

const step = (stage: string, count: number, of: FunnelStep['of'] = 'leads'): FunnelStep => ({ stage, label: null, of, count, rate: null });

describe('the steps of the funnel', () => {
  it('are as wide as their share of the widest', () => {
    expect(stepsOf([step('created', 160), step('answered', 120)]).map(({ width }) => width)).toEqual([1, 0.75]);
  });

  it('fit when more were answered today than came: the lead of yesterday evening', () => {
    expect(stepsOf([step('created', 2), step('answered', 4)]).map(({ width }) => width)).toEqual([0.5, 1]);
  });

  it('have no width before anything came', () => {
    expect(stepsOf([step('created', 0)]).map(({ width }) => width)).toEqual([0]);
    expect(stepsOf([])).toEqual([]);
  });

  it('are those of leads, without the deals', () => {
    expect(stepsOf([step('qualified', 3), step('won', 1, 'deals')]).map((row) => row.step.stage)).toEqual(['qualified']);
  });

  it('are six at most', () => {
    expect(stepsOf([...'abcdefgh'].map((stage) => step(stage, 1)))).toHaveLength(STEPS);
  });
});

describe('a count', () => {
  it('has four digits whole, more of them short', () => {
    expect([formatCount('en-US', 9_999), formatCount('en-US', 12_345)]).toEqual(['9999', '12K']);
  });
});
