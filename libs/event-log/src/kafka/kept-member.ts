import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { LogLines } from '../log-lines.js';

/**
 * Which member of a group a process is, in a file of a folder that it alone has. Written on one machine in one folder it says nothing in a copy: its
 * member may live. A file that cannot be written costs the wait for a session after a kill, and stops nobody.
 */
export class KeptMember {
  private readonly file: string;

  constructor(
    private readonly folder: string,
    readonly groupId: string,
    private readonly logger: LogLines,
  ) {
    this.file = path.join(folder, `kafka-member.${encodeURIComponent(groupId)}`);
  }

  /** Who the process was that had the folder before, if it did not leave the group; null: it did, or nobody knows. */
  read(): string | null {
    try {
      const [place, member] = readFileSync(this.file, 'utf8').split('\n');
      return place === this.place() && member ? member : null;
    } catch {
      return null;
    }
  }

  /** Who is killed from now on comes back as this member. */
  write(member: string): void {
    this.tries(() => {
      writeFileSync(`${this.file}.new`, `${this.place()}\n${member}\n`, { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
    });
  }

  /** The member has left its group. */
  forget(): void {
    this.tries(() => rmSync(this.file, { force: true }));
  }

  private place(): string {
    const { dev, ino } = statSync(this.folder);
    return `${hostname()} ${dev} ${ino}`;
  }

  private tries(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.logger.warn(
        { err: error, group: this.groupId },
        'which member of its group this process is cannot be kept: killed, it comes back after its session',
      );
    }
  }
}
