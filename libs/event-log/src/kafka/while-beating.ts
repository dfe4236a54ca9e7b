/** One handler learned that the group moves on: all others must stop waiting, or they hold up everybody's rebalance. */
export class Interruption {
  reason: Error | null = null;
  private readonly listeners = new Set<(reason: Error) => void>();

  raise(error: unknown): void {
    this.reason ??= error instanceof Error ? error : new Error('the heartbeat failed', { cause: error });
    for (const listener of this.listeners) listener(this.reason);
    this.listeners.clear();
  }

  /** Answers how to stop listening. */
  onRaise(listener: (reason: Error) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Waits for work and keeps the session alive meanwhile. Rejects with the interruption's reason, or as the work does. */
export function whileBeating<T>(work: Promise<T>, beat: () => Promise<void>, everyMs: number, interruption: Interruption): Promise<T> {
  if (interruption.reason) return Promise.reject(interruption.reason);
  return new Promise<T>((resolve, reject) => {
    const timer = setInterval(() => void beat().catch((error: unknown) => interruption.raise(error)), everyMs);
    const end = () => {
      clearInterval(timer);
      forget();
    };
    const forget = interruption.onRaise((reason) => {
      end();
      reject(reason);
    });
    work.then(resolve, reject).finally(end);
  });
}
