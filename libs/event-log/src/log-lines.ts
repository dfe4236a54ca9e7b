import type { BaseLogger } from 'pino';

/** Where an adapter's lines go: a pino logger, or a child of one. ERROR means that a person must act. */
export type LogLines = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
