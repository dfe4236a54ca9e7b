/** What an alert says to somebody, in no language yet. Instants are epoch milliseconds. */
export interface AlertMessage {
  /**
   * `late`: the lead's target has passed; `ahead`: it will; `contact`: it was answered, and nobody has spoken with it; `call_back`: a call that was promised
   * is due; `retracted`: the alert was wrong; `test`: somebody tries the way
   */
  readonly says: 'late' | 'ahead' | 'contact' | 'call_back' | 'resolved' | 'retracted' | 'test';
  readonly alert: string;
  readonly lead: string;
  readonly step: string;
  readonly dueAt: number;
  readonly raisedAt: number;
  /** the lead's target; null: it has none now */
  readonly targetAt: number | null;
  /** whom the alert tells, as its events say it */
  readonly to: string;
  /** true: the lead is his who hears it; left out: it is somebody else's, nobody's, or he is no rep */
  readonly isYours?: boolean;
  /** true: somebody has the lead; left out: nobody does */
  readonly isTaken?: boolean;
  /** whoever hears it may take the lead, by a claim of that assignment (null: it never had one); left out: it is somebody's, or nobody asked */
  readonly claim?: { readonly assignment: { readonly source: string; readonly id: string } | null };
  /** where the lead is shown */
  readonly link: string;
}
