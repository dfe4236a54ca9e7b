import { createServer, type Socket } from 'node:net';
import { headerOf, Mailbox } from '../testing/mailbox.js';
import type { AlertMessage } from './alert-message.js';
import { mailOf } from './mail-message.js';
import { MailServer } from './send-mail.js';

const message: AlertMessage = {
  says: 'late',
  alert: 'a1',
  lead: 'L-<7>',
  step: 'due',
  dueAt: Date.UTC(2026, 10, 2, 9, 5),
  raisedAt: Date.UTC(2026, 10, 2, 9, 5),
  targetAt: Date.UTC(2026, 10, 2, 9, 5),
  to: 'ana',
  link: 'https://leads.example.com/team?lead=L-%3C7%3E',
};
const mail = (more: Partial<AlertMessage> = {}, language = 'en', address = 'ana@example.com') =>
  mailOf({ ...message, ...more }, { address, language, from: 'leads@example.com', place: { zone: 'UTC', locale: null } });
const running = new AbortController().signal;
/** Bodies of a mail whose parts are quoted-printable or base64. */
const decoded = (raw: string): string =>
  raw
    .split(/\r\n--[^\r\n]+/)
    .map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n');
      const text = body.join('\r\n\r\n');
      if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
      const plain = text
        .replaceAll('=\r\n', '')
        .replaceAll(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString('utf8'));
      return plain;
    })
    .join('\n');

describe('mail', () => {
  let mailbox: Mailbox;
  let server: MailServer;
  beforeAll(async () => {
    mailbox = await Mailbox.open();
    server = new MailServer(mailbox.url, 5_000);
  });
  afterAll(async () => {
    server.close();
    await mailbox.close();
  });
  beforeEach(() => mailbox.mails.splice(0));

  it('arrives plain and as HTML, in which nothing of a lead’s id is a sign', async () => {
    expect(await server.send(mail(), running)).toEqual({ ok: true });
    const [arrived] = mailbox.mails;
    if (arrived === undefined) throw new Error('no mail came');
    expect(arrived.to).toBe('ana@example.com');
    expect(headerOf(arrived, 'Subject')).toBe('Lead L-<7> is late: nobody has answered it');
    expect([headerOf(arrived, 'Auto-Submitted'), headerOf(arrived, 'X-Leadclock-Alert')]).toEqual(['auto-generated', 'a1']);
    const text = decoded(arrived.raw);
    expect(text).toContain(
      'Its deadline was 2 Nov 2026, 09:05 (UTC).\n\nOpen the lead: https://leads.example.com/team?lead=L-%3C7%3E'.replaceAll('\n', '\r\n'),
    );
    expect(text).toContain('<h1 style="font-size:20px">Lead L-&lt;7&gt; is late');
    expect(text).toContain('<a href="https://leads.example.com/team?lead=L-%3C7%3E">Open the lead</a>');
  });

  it.each(['<a href="http://evil.example">x</a>', '"><img src=x>', '&lt;b&gt;'])(
    'has %s in an id as text alone, in each of its places',
    (lead) => {
      const { html } = mail({ lead, link: `https://leads.example.com/team?lead="&<b>` });
      if (typeof html !== 'string') throw new Error('the mail has no HTML');
      expect(html.match(/<a [^>]*>/g)).toEqual(['<a href="https://leads.example.com/team?lead=&quot;&amp;&lt;b&gt;">']);
      expect(html).not.toContain('<img');
      const escaped = lead.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
      expect(html.split(escaped)).toHaveLength(3);
    },
  );

  it('speaks Spanish and Russian', async () => {
    for (const language of ['es', 'ru']) await server.send(mail({ says: 'test' }, language), running);
    expect(mailbox.mails.map(({ raw }) => decoded(raw))).toEqual([
      expect.stringContaining('Los avisos le llegan por esta vía.'),
      expect.stringContaining('Оповещения приходят к вам этим путём.'),
    ]);
  });

  it('that is sent again is the same mail, and what takes it back answers it', async () => {
    for (const says of ['late', 'late', 'retracted'] as const) await server.send(mail({ says }), running);
    const [first, second, third] = mailbox.mails.map((one) => headerOf(one, 'Message-ID'));
    expect([second, third]).toEqual([first, expect.not.stringMatching(`^${first}$`)]);
    expect(mailbox.mails.map((one) => headerOf(one, 'In-Reply-To'))).toEqual([null, null, first]);
  });

  it('that is refused says with which code, and never the address', async () => {
    mailbox.refuses.set('gone@example.com', 550).set('later@example.com', 451);
    const refused = await server.send(mail({}, 'en', 'gone@example.com'), running);
    expect(refused).toMatchObject({
      ok: false,
      failure: 'the mail server answered 550 to RCPT TO: it does not take the address',
      isFinal: true,
      isOnlyThis: true,
    });
    expect(await server.send(mail({}, 'en', 'later@example.com'), running)).toMatchObject({ isFinal: false, isOnlyThis: true });
  });

  it('waits for no server that hangs, or is not there', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const hanging = await new MailServer(url, 300).send(mail(), running);
    expect(hanging).toMatchObject({ ok: false, isFinal: false, isOnlyThis: false });
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
    expect(await new MailServer(url, 2_000).send(mail(), running)).toMatchObject({
      failure: expect.stringMatching(/^the mail server: E[A-Z]+$/),
    });
  });
});
