import type { FastifyReply } from 'fastify';
import { refused } from '../metrics.js';

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

const TITLES: Readonly<Record<ProblemStatus, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A fault of a whole request: what was wrong and how to mend it, in words that never hold what was sent. */
export interface Fault {
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
}

/** Answers with one problem document (RFC 9457); `more` are members of its own, beside the standard ones. */
export function sendProblem(reply: FastifyReply, fault: Fault, more: Readonly<Record<string, unknown>> = {}): FastifyReply {
  refused.inc({ status: String(fault.status) });
  if (fault.retryAfterSeconds !== undefined) void reply.header('retry-after', fault.retryAfterSeconds);
  if (fault.status === 401) void reply.header('www-authenticate', 'Bearer realm="leadclock"');
  const body = { type: 'about:blank', title: TITLES[fault.status], status: fault.status, detail: fault.detail, ...more };
  return reply.code(fault.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(body));
}
