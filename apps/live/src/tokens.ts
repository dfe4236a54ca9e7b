/** The database's clock as this process knows it: a LiveClock. */
export const LIVE_CLOCK = Symbol('live clock');
/** What was built and serves the screens: a screen that hears another build loads itself again. */
export const BUILD = Symbol('build');
