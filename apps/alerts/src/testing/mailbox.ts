import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly raw: string;
}

/** A real SMTP server that keeps what it is sent, and refuses the addresses that it is told to. */
export class Mailbox {
  readonly mails: ReceivedMail[] = [];
  /** answered to RCPT TO of an address */
  readonly refuses = new Map<string, number>();
  private constructor(
    private readonly server: SMTPServer,
    private address = '',
  ) {}

  static async open(): Promise<Mailbox> {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true });
    const mailbox = new Mailbox(server);
    server.onRcptTo = ({ address }, _session, done) => {
      const code = mailbox.refuses.get(address);
      if (code === undefined) done();
      else done(Object.assign(new Error(`nobody called ${address} lives here`), { responseCode: code }));
    };
    server.onData = (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        for (const { address } of envelope.rcptTo) mailbox.mails.push({ to: address, raw });
        done();
      });
    };
    const listening = server.listen(0, '127.0.0.1');
    await new Promise<void>((resolve) => listening.once('listening', resolve));
    const address = listening.address();
    mailbox.address = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    return mailbox;
  }

  get url(): string {
    return this.address;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The header of a mail, unfolded and decoded as far as tests need it. */
export const headerOf = ({ raw }: ReceivedMail, name: string): string | null => {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
};
