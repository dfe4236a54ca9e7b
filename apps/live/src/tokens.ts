/** What was built and serves the screens: a screen that hears another build loads itself again. */
export const BUILD = Symbol('build');
/** Whether this program is a demo, which its screens say. The composition provides it. */
export const DEMO = Symbol('demo');
