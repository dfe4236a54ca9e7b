import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { type AddressRanges, isRange } from './outgoing/address-ranges.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'] as const;
export const saslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');

const list = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

const ranges = z
  .string()
  .default('')
  .transform(list)
  .refine((all) => all.every(isRange), 'must be ranges of addresses, such as 10.0.0.0/8, several separated by commas');

const Variables = z.object({
  LEADCLOCK_DATA: z.string().min(1, 'must be a folder, for example ./.leadclock').default('./.leadclock'),
  HOST: z
    .enum(LOOPBACK, `must be ${LOOPBACK.join(', ')}: there are no accounts yet, so leadclock listens to this machine only`)
    .default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port number, 0 to 65535')
    .int()
    .min(0, 'must be 0 to 65535')
    .max(65_535, 'must be 0 to 65535')
    .default(8080),
  LEADCLOCK_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, for example https://leads.example.com' })
    .optional(),
  LEADCLOCK_SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must look like smtps://user:password@mail.example.com:465, or smtp:// for a server that takes STARTTLS',
    })
    .optional(),
  LEADCLOCK_MAIL_FROM: z.email('must be an e-mail address: mail is sent in its name').optional(),
  LEADCLOCK_WEBHOOK_ALLOW: ranges,
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must look like postgres://user:password@host:5432/database; unset it to use the embedded PostgreSQL',
    })
    .optional(),
  KAFKA_BROKERS: z
    .string()
    .transform(list)
    .refine(
      (brokers) => brokers.length > 0 && brokers.every((broker) => /^[^\s:/]+:\d{1,5}$/.test(broker)),
      'must be host:port, several separated by commas; unset it to use the embedded log',
    )
    .optional(),
  KAFKA_SSL: flag.default(false),
  KAFKA_SASL_MECHANISM: z.enum(saslMechanisms, `must be one of ${saslMechanisms.join(', ')}`).optional(),
  KAFKA_USERNAME: z.string().min(1).optional(),
  KAFKA_PASSWORD: z.string().min(1).optional(),
  KAFKA_TOPIC: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,200}$/, 'may hold letters, digits, dot, underscore and dash')
    .default('leadclock.events'),
  LEADCLOCK_CALENDAR_ALLOW: ranges,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'must be fatal, error, warn, info, debug or trace')
    .default('info'),
});

export interface KafkaSettings {
  readonly brokers: string[];
  readonly ssl: boolean;
  readonly sasl: { readonly mechanism: (typeof saslMechanisms)[number]; readonly username: string; readonly password: string } | null;
}

/** What the environment says, parsed once. */
export interface Settings {
  /** absolute */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** null: what the program listens on */
  readonly publicUrl: string | null;
  /** null: the embedded PostgreSQL */
  readonly databaseUrl: string | null;
  /** null: the embedded log */
  readonly kafka: KafkaSettings | null;
  readonly topic: string;
  readonly configTopic: string;
  readonly logLevel: string;
  /** the server that takes our mail; null: no mail is sent */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** ranges of addresses (CIDR) that webhooks may go to although they are not public */
  readonly webhookAllow: readonly string[];
  /** private ranges from which iCal addresses may be read */
  readonly calendarAllow: AddressRanges;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly string[] };

const KNOWN = Object.keys(Variables.shape);

/** Parses the environment; all that is wrong is reported at once, each fault with the variable's name and the fix. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  const given = Object.fromEntries(KNOWN.map((name) => [name, environment[name] === '' ? undefined : environment[name]]));
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('LEADCLOCK_') && !KNOWN.includes(name))
    .map(
      (name) => `${name} is not a variable of leadclock; it knows ${KNOWN.filter((known) => known.startsWith('LEADCLOCK_')).join(', ')}`,
    );
  const parsed = Variables.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])} ${issue.message}`),
    ...togetherFaults(given, ['KAFKA_SASL_MECHANISM', 'KAFKA_USERNAME', 'KAFKA_PASSWORD'], 'all three'),
    ...togetherFaults(given, ['LEADCLOCK_SMTP_URL', 'LEADCLOCK_MAIL_FROM'], 'both'),
    ...unknown,
  ];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const v = parsed.data;
  const sasl =
    v.KAFKA_SASL_MECHANISM && v.KAFKA_USERNAME && v.KAFKA_PASSWORD
      ? { mechanism: v.KAFKA_SASL_MECHANISM, username: v.KAFKA_USERNAME, password: v.KAFKA_PASSWORD }
      : null;
  return {
    ok: true,
    settings: {
      dataFolder: isAbsolute(v.LEADCLOCK_DATA) ? v.LEADCLOCK_DATA : resolve(v.LEADCLOCK_DATA),
      host: v.HOST,
      port: v.PORT,
      publicUrl: v.LEADCLOCK_PUBLIC_URL ?? null,
      databaseUrl: v.DATABASE_URL ?? null,
      kafka: v.KAFKA_BROKERS ? { brokers: v.KAFKA_BROKERS, ssl: v.KAFKA_SSL, sasl } : null,
      topic: v.KAFKA_TOPIC,
      configTopic: v.KAFKA_TOPIC === 'leadclock.events' ? 'leadclock.config' : `${v.KAFKA_TOPIC}.config`,
      logLevel: v.LOG_LEVEL,
      mail: v.LEADCLOCK_SMTP_URL && v.LEADCLOCK_MAIL_FROM ? { smtpUrl: v.LEADCLOCK_SMTP_URL, from: v.LEADCLOCK_MAIL_FROM } : null,
      webhookAllow: v.LEADCLOCK_WEBHOOK_ALLOW,
      calendarAllow: v.LEADCLOCK_CALENDAR_ALLOW,
    },
  };
}

/** Variables that mean something only together. */
function togetherFaults(given: Readonly<Record<string, string | undefined>>, names: readonly string[], all: string): readonly string[] {
  const missing = names.filter((name) => given[name] === undefined);
  return missing.length === 0 || missing.length === names.length
    ? []
    : [`${missing.join(', ')} is missing: ${names.join(', ')} go together, set ${all} or none`];
}
