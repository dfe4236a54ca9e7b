import { Injectable } from '@nestjs/common';

/** Collects from each part why it cannot do its work now; the program is ready when no part has a reason. */
@Injectable()
export class Readiness {
  private readonly reasons = new Map<string, string>();

  /** `reason` null: the part can do its work. */
  report(part: string, reason: string | null): void {
    if (reason === null) this.reasons.delete(part);
    else this.reasons.set(part, reason);
  }

  /** Whether this part, if the program has it, still has to begin. */
  isWaitedFor(part: string): boolean {
    return this.reasons.has(part);
  }

  /** Why the program is not ready, by part; empty when it is. */
  blockers(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.reasons);
  }
}
