import type { LoggerService } from '@nestjs/common';
import { destination, type Logger, pino, stdTimeFunctions } from 'pino';

/** JSON lines on stderr; stdout is for data. Headers that carry secrets never appear. */
export const createLogger = (level: string): Logger =>
  pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    destination({ fd: 2, sync: true }),
  );

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Nest's logger on pino. Nest passes (message, ...parameters, context); an error comes as (message, stack, context). */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    const last = rest.at(-1);
    const context = typeof last === 'string' ? last : undefined;
    const more = context === undefined ? rest : rest.slice(0, -1);
    const err = message instanceof Error ? message : more.find((part) => part instanceof Error);
    const stack = level === 'error' && typeof more[0] === 'string' ? more[0] : undefined;
    const text = message instanceof Error ? message.message : typeof message === 'string' ? message : JSON.stringify(message);
    // Nest tells of every route and module at start; that is for whoever looks into the start itself
    this.logger[level === 'info' ? 'debug' : level]({ context, ...(err ? { err } : {}), ...(stack ? { stack } : {}) }, text);
  }
}
