import type { BaseLogger } from 'pino';

/** Where the projector's lines go: a pino logger, or a child of one. ERROR means that a person must act. */
export type ProjectorLines = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
