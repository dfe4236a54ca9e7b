/** The apps that `leadclock start --only` knows. */
export const appNames = ['ingest', 'projector', 'alerts', 'live'] as const;

export type AppName = (typeof appNames)[number];
