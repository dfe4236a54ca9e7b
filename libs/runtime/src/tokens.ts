/** Injection tokens of what the whole program shares; RuntimeModule provides them. */
export const SETTINGS = Symbol('settings');
export const EVENTS_LOG = Symbol('events log');
export const CONFIG_LOG = Symbol('configuration log');
export const LOGGER = Symbol('logger');
export const CLOCK = Symbol('clock');
/** A DatabaseClock: what time it is for all processes that share the database. */
export const DATABASE_CLOCK = Symbol('database clock');

/** The present instant, epoch milliseconds. */
export type Clock = () => number;
