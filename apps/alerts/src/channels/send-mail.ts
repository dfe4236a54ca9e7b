import { createTransport, type SendMailOptions } from 'nodemailer';
import { failed, type Sent } from './sent.js';

const isHere = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Sends mail through a server. A name and a password go over the wire encrypted, unless the server is this machine. */
export class MailServer {
  private readonly transport;

  constructor(
    smtpUrl: string,
    private readonly limitMs: number,
  ) {
    const { hostname, username, protocol } = new URL(smtpUrl);
    this.transport = createTransport({
      url: smtpUrl,
      requireTLS: protocol === 'smtp:' && username !== '' && !isHere(hostname),
      connectionTimeout: limitMs,
      greetingTimeout: limitMs,
      socketTimeout: limitMs,
      dnsTimeout: limitMs,
      // what is sent is text of ours: nothing may be fetched for it
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: SendMailOptions, stopping: AbortSignal): Promise<Sent> {
    const signal = AbortSignal.any([AbortSignal.timeout(this.limitMs), stopping]);
    try {
      await this.transport.sendMail({ ...mail, signal });
      return { ok: true };
    } catch (error) {
      return failureOf(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** The server's own words may repeat the address: only its code is kept. */
function failureOf(error: unknown): Sent {
  const fields = new Map(typeof error === 'object' && error !== null ? Object.entries(error) : []);
  const [code, command, status] = ['code', 'command', 'responseCode'].map((name) => fields.get(name));
  if (typeof status !== 'number')
    return failed(typeof code === 'string' && code !== 'ABORT_ERR' ? `the mail server: ${code}` : 'the mail server did not answer in time');
  const isRecipient = command === 'RCPT TO';
  const said = `the mail server answered ${status} to ${typeof command === 'string' ? command : 'the connection'}`;
  return failed(isRecipient ? `${said}: it does not take the address` : said, {
    isFinal: isRecipient && status >= 500,
    isOnlyThis: isRecipient,
  });
}
