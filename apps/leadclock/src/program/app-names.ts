/** The apps that `leadclock start --only` knows. */
export const appNames = ['ingest', 'projector', 'live'] as const;

export type AppName = (typeof appNames)[number];
