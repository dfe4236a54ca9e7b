/** What was built and serves the screens: a screen that hears another build loads itself again. */
export const BUILD = Symbol('build');
