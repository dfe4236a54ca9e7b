import { MessageBudget } from './message-budget.js';

let now = 0;
const spend = (budget: MessageBudget, times: number) => Array.from({ length: times }, () => budget.spend());

beforeEach(() => {
  now = 0;
});

describe("a page's messages", () => {
  it('are taken a hundred at once, and no more', () => {
    const spent = spend(new MessageBudget(() => now), 101);
    expect(spent.slice(0, 100)).not.toContain('dropped');
    expect(spent[100]).toBe('dropped');
  });

  it('are taken again as time goes on, twenty a second', () => {
    const budget = new MessageBudget(() => now);
    spend(budget, 100);
    now = 1_000;
    expect(spend(budget, 21)).toEqual([...Array.from({ length: 20 }, () => 'taken'), 'dropped']);
  });

  it('are enough after a thousand that were dropped', () => {
    const budget = new MessageBudget(() => now);
    spend(budget, 100 + 1_000);
    expect(budget.spend()).toBe('enough');
  });
});
