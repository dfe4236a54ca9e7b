// Tells the stories of a spec with Jest's own circus and expect, and may leave some out.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { TestStatus } from '@stryker-mutator/api/test-runner';

const BETWEEN = ' › ';

/** Every story below a block, in the order in which it was written, with the names that lead to it. */
function* storiesOf(block, names) {
  for (const child of block.children) {
    const path = [...names, child.name];
    if (child.type === 'test') yield [child, path.join(BETWEEN)];
    else yield* storiesOf(child, path);
  }
}

const messageOf = ([error]) => (error instanceof Error ? error.message : String(error));

/** The teller for the Jest of a checkout; makes `describe`, `it` and the rest global, as the specs expect them. */
export function storyTeller(root) {
  const fromRoot = createRequire(resolve(root, 'package.json'));
  const circus = fromRoot('jest-circus');
  const { jestExpect } = fromRoot('@jest/expect');
  const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
  Object.assign(globalThis, { expect: jestExpect, describe, it, test, beforeAll, beforeEach, afterAll, afterEach });
  let hear = { starts: () => undefined, ends: () => undefined };
  circus.addEventHandler((event) => {
    if (event.name === 'test_start') hear.starts(event.test);
    else if (event.name === 'test_done') hear.ends(event.test);
  });

  /** `load` reads the spec, and answers false when it need not be told; only the `wanted` ids are told, or all when null; `starts` hears each id; `bail` stops at the first that fails. */
  return async function tell(file, { load, wanted = null, bail = false, starts = () => undefined }) {
    circus.resetState();
    circus.getState().testTimeout = 60_000;
    if (!load()) return [];
    const ids = new Map();
    const known = new Set();
    for (const [story, name] of storiesOf(circus.getState().rootDescribeBlock, [file])) {
      let id = name;
      for (let again = 2; known.has(id); again++) id = `${name} (${again})`;
      known.add(id);
      ids.set(story, id);
      if (wanted !== null && !wanted.has(id)) story.mode = 'skip';
    }
    hear = {
      starts: (story) => starts(ids.get(story)),
      ends: (story) => {
        if (!bail || story.errors.length === 0) return;
        for (const other of ids.keys()) if (other.status === null) other.mode = 'skip';
      },
    };
    await circus.run();
    return [...ids].map(([story, id]) => {
      const told = { id, name: id, fileName: resolve(root, file), timeSpentMs: story.duration ?? 0 };
      if (story.errors.length > 0) return { ...told, status: TestStatus.Failed, failureMessage: messageOf(story.errors[0]) };
      return { ...told, status: story.status === 'done' ? TestStatus.Success : TestStatus.Skipped };
    });
  };
}
