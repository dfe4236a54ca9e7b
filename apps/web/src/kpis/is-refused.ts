import { AskError } from '../team/ask.js';

/** Whether the server understood the question and will never answer it: a 400, or what is not there. */
export const isRefused = (error: Error | null): boolean => error instanceof AskError && (error.status === 400 || error.status === 404);
