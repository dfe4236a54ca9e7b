import { newKey } from '../../console/commands.js';
import type { StepDraft } from './policy-draft.js';

const plain = { clock: 'lead', of: 'answer', at: '', action: '', repeat: '', repeatMax: '' } as const;

/**
 * The ladder that most floors want, to be changed: the owner hears of it a minute before the deadline, at it, and three times more, a minute apart; the
 * manager five minutes after it.
 */
export const usualLadder = (): readonly StepDraft[] => [
  { ...plain, key: newKey(), id: 'soon', when: 'before', at: '1:00', notify: ['owner'] },
  { ...plain, key: newKey(), id: 'due', when: 'at', notify: ['owner'], repeat: '1:00', repeatMax: '3' },
  { ...plain, key: newKey(), id: 'manager', when: 'after', at: '5:00', notify: ['manager'] },
];

/** Whether nobody has thought about the ladder yet, so that another takes its place without a loss: no step, or the one that a new policy begins with. */
export const isUntouched = (steps: readonly StepDraft[]): boolean =>
  steps.length <= 1 &&
  steps.every(
    ({ id, when, clock, of, notify, action, repeat, repeatMax }) =>
      /^(due|step-\d+)$/.test(id) &&
      when === 'at' &&
      clock === 'lead' &&
      of === 'answer' &&
      notify.join() === 'owner' &&
      action === '' &&
      repeat === '' &&
      repeatMax === '',
  );
