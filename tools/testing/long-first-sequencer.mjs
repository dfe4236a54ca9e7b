import Sequencer from '@jest/test-sequencer';

const KINDS = [/\.e2e\.spec\.tsx?$/, /\.int\.spec\.tsx?$/];
const kindOf = ({ path }) => {
  const kind = KINDS.findIndex((pattern) => pattern.test(path));
  return kind === -1 ? KINDS.length : kind;
};

/** Whole programs first, the domain last: its files take a second or less, so that all workers end at once. On a clean checkout jest knows no times. */
export default class LongFirstSequencer extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((a, b) => kindOf(a) - kindOf(b));
  }
}
