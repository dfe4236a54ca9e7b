/** What the exit status of every command means. */
export const exitCodes = { done: 0, differences: 1, wrongUse: 2, couldNotRun: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command was called wrongly: the text says what is allowed. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
