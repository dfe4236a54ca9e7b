import { faultsOf, houseRules } from './house-rules.js';

/** For every rule a file that breaks it, and one close by that does not. */
const cases: Readonly<Record<string, { readonly breaks: readonly [string, string]; readonly keeps: readonly [string, string] }>> = {
  'one idea a file: about 200 lines at most': { breaks: ['libs/a.ts', 'x;\n'.repeat(241)], keeps: ['libs/a.ts', 'x;\n'.repeat(240)] },
  'no file is named common, shared, core, helpers, utils or index': {
    breaks: ['libs/utils.ts', 'const a = 1;'],
    keeps: ['libs/core-temperature.ts', 'const a = 1;'],
  },
  'no default exports': { breaks: ['libs/a.ts', 'export default 1;'], keeps: ['libs/a.ts', 'export const a = 1;'] },
  'no barrels': {
    breaks: ['libs/a.ts', "export * from './b.js';\nexport { c } from './c.js';"],
    keeps: ['libs/a.ts', "export * from './b.js';\nexport const c = 1;"],
  },
  'no any': { breaks: ['libs/a.ts', 'const a: any = 1;'], keeps: ['libs/a.ts', "const a = 'any: any,';"] },
  'no test waits for time': {
    breaks: ['libs/a.spec.ts', 'await new Promise((r) => setTimeout(r, 50));'],
    keeps: ['libs/a.ts', 'setTimeout(resolve, 20)'],
  },
  'no test is left out or alone': {
    breaks: ['libs/a.spec.ts', "it.only('x', () => {});"],
    keeps: ['libs/a.spec.ts', "it('x', () => {});"],
  },
  'SQL lives in the read model and the embedded log': {
    breaks: ['apps/live/src/a.ts', 'db.query(`select * from lead`)'],
    keeps: ['libs/read-model/src/a.ts', 'db.query(`select * from lead`)'],
  },
  'nothing is silenced': { breaks: ['libs/a.ts', '// biome-ignore lint: because'], keeps: ['libs/a.ts', '// nothing'] },
  'no unfinished marks': { breaks: ['libs/a.ts', '// TODO later'], keeps: ['libs/a.ts', '// done'] },
};

it.each(Object.keys(houseRules))('%s', (rule) => {
  const { breaks, keeps } = cases[rule] ?? { breaks: ['', ''], keeps: ['', ''] };
  expect(faultsOf(...breaks).filter((fault) => fault.includes(rule))).toHaveLength(1);
  expect(faultsOf(...keeps)).toEqual([]);
});
