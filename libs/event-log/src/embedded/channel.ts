/** Tells the sessions of all processes that a topic has grown, or that a member came or went; the payload is the topic's number. */
export const CHANNEL = 'leadclock_log';
