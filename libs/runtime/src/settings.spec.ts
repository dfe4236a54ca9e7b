import path from 'node:path';
import { parseSettings } from './settings.js';

const faultsOf = (environment: Record<string, string>) => {
  const parsed = parseSettings(environment);
  return parsed.ok ? [] : parsed.faults;
};
const settingsOf = (environment: Record<string, string>) => {
  const parsed = parseSettings(environment);
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  return parsed.settings;
};

it('an empty environment means the embedded parts, on this machine only, in ./.leadclock', () => {
  expect(settingsOf({})).toEqual({
    dataFolder: path.resolve('.leadclock'),
    host: '127.0.0.1',
    port: 8080,
    publicUrl: null,
    databaseUrl: null,
    kafka: null,
    topic: 'leadclock.events',
    configTopic: 'leadclock.config',
    logLevel: 'info',
    mail: null,
    webhookAllow: [],
    calendarAllow: [],
  });
});

it('mail needs a server and whom it is from, and webhooks may be let go to ranges of addresses that are not public', () => {
  const mail = { LEADCLOCK_SMTP_URL: 'smtps://me:hunter2@mail.example.com', LEADCLOCK_MAIL_FROM: 'leads@example.com' };
  expect(settingsOf(mail).mail).toEqual({ smtpUrl: mail.LEADCLOCK_SMTP_URL, from: 'leads@example.com' });
  expect(faultsOf({ LEADCLOCK_SMTP_URL: mail.LEADCLOCK_SMTP_URL })).toEqual([
    'LEADCLOCK_MAIL_FROM is missing: LEADCLOCK_SMTP_URL, LEADCLOCK_MAIL_FROM go together, set both or none',
  ]);
  expect(faultsOf({ ...mail, LEADCLOCK_SMTP_URL: 'http://me:hunter2@mail' }).join()).toMatch(/^LEADCLOCK_SMTP_URL must look like/);
  expect(settingsOf({ LEADCLOCK_WEBHOOK_ALLOW: '10.1.0.0/16, fd00::/8' }).webhookAllow).toEqual(['10.1.0.0/16', 'fd00::/8']);
  for (const range of ['10.1.0.0/33', 'intranet', 'fd00::/129', '10.1.0.0/16/2'])
    expect(faultsOf({ LEADCLOCK_WEBHOOK_ALLOW: range })).toHaveLength(1);
});

it('two variables put the program on servers', () => {
  const settings = settingsOf({ DATABASE_URL: 'postgres://u:p@db:5432/leads', KAFKA_BROKERS: 'a:9092, b:9092' });
  expect(settings.databaseUrl).toBe('postgres://u:p@db:5432/leads');
  expect(settings.kafka).toEqual({ brokers: ['a:9092', 'b:9092'], ssl: false, sasl: null });
});

it('everything wrong is reported at once, with the name and the fix', () => {
  const faults = faultsOf({
    PORT: 'http',
    HOST: '0.0.0.0',
    DATABASE_URL: 'mysql://x',
    KAFKA_BROKERS: 'broker',
    KAFKA_USERNAME: 'me',
    LEADCLOCK_DATE: 'x',
  });
  expect(faults).toHaveLength(6);
  for (const word of ['PORT', 'HOST', 'DATABASE_URL', 'KAFKA_BROKERS', 'KAFKA_PASSWORD', 'LEADCLOCK_DATE is not a variable']) {
    expect(faults.filter((fault) => fault.includes(word))).toHaveLength(1);
  }
});

it.each(['65536', '-1', '80.5', ''])('a port of "%s" is refused, but for nothing at all', (port) => {
  expect(faultsOf({ PORT: port })).toHaveLength(port === '' ? 0 : 1);
});

it('a fault never repeats a secret', () => {
  const faults = faultsOf({ DATABASE_URL: 'mysql://admin:hunter2@db', KAFKA_PASSWORD: 'hunter2' });
  expect(faults.join()).not.toContain('hunter2');
});

it('another topic has its configuration beside it', () => {
  expect(settingsOf({ KAFKA_TOPIC: 'floor.events' }).configTopic).toBe('floor.events.config');
});

it('ranges that iCal addresses may lead to are a list', () => {
  expect(settingsOf({ LEADCLOCK_CALENDAR_ALLOW: '10.0.0.0/8, 192.168.1.5' }).calendarAllow).toEqual(['10.0.0.0/8', '192.168.1.5']);
  expect(faultsOf({ LEADCLOCK_CALENDAR_ALLOW: '10.0.0.0/8,intranet' })).toEqual([
    'LEADCLOCK_CALENDAR_ALLOW must be ranges of addresses, such as 10.0.0.0/8, several separated by commas',
  ]);
});
