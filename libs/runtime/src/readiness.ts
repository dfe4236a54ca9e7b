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

  /** Why the program is not ready, by part; empty when it is. */
  blockers(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.reasons);
  }
}
