export interface StopSignal {
  readonly signal: AbortSignal;
  /** Lets a further signal end the process as usual. */
  release(): void;
}

/** Ends at SIGINT or SIGTERM, and when the program that started this one is gone (it had opened a channel). */
export function stopSignal(): StopSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  if (process.channel !== undefined) process.on('disconnect', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop).off('disconnect', stop);
    },
  };
}
