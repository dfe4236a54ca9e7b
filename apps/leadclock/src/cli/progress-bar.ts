import cliProgress from 'cli-progress';

export interface Bar {
  show(done: number, total: number): void;
  end(): void;
}

/** A progress bar on stderr; nothing is drawn where that is no terminal. */
export function progressBar(title: string): Bar {
  const bar = new cliProgress.SingleBar(
    {
      format: `${title} {bar} {percentage}% | {value}/{total} | {eta_formatted}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    show: (done, total) => {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => {
      if (started) bar.stop();
    },
  };
}
