import { randomBytes } from 'node:crypto';

export const SECRET_PREFIX = 'whsec_';

/** A secret of Standard Webhooks (standardwebhooks.com): 32 random bytes. */
export const newSecret = (): string => `${SECRET_PREFIX}${randomBytes(32).toString('base64')}`;
