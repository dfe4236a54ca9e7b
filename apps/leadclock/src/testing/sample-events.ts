export interface SampleEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** a backfill: it counts, and alerts nobody */
  readonly historical?: boolean;
}

/** One CloudEvent as a sender writes it. */
export const sample = (
  id: string,
  type: string,
  subject: string,
  time: string | number,
  data: Readonly<Record<string, unknown>>,
): SampleEvent => ({
  specversion: '1.0',
  id,
  source: '/test',
  type,
  subject,
  time: typeof time === 'string' ? time : new Date(time).toISOString(),
  data,
});

/** Posts events as a batch with the key, and answers status and body. */
export async function post(url: string, key: string, events: readonly SampleEvent[]): Promise<{ status: number; body: string }> {
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
  });
  return { status: response.status, body: await response.text() };
}

/**
 * A history of `leads` leads, six events each: created, assigned, two touches, a deal opened and won, one lead a minute from the first of March;
 * every seventh lead is never answered.
 */
export function history(leads: number): readonly SampleEvent[] {
  const start = Date.UTC(2026, 2, 1, 8);
  return Array.from({ length: leads }, (_, i) => {
    const lead = `lead-${i}`;
    const at = start + i * 60_000;
    const rep = ['ana', 'luis', 'mark'][i % 3] ?? 'ana';
    const touch = (n: number, after: number, outcome: string) =>
      sample(`${lead}-t${n}`, 'touchpoint.recorded', lead, at + after, {
        touchpoint: `t${n}`,
        channel: 'call',
        direction: 'outbound',
        rep,
        outcome,
      });
    return [
      sample(`${lead}-c`, 'lead.created', lead, at, { origin: i % 2 ? 'event' : 'web_form' }),
      sample(`${lead}-a`, 'lead.assigned', lead, at + 30_000, { owner: rep }),
      ...(i % 7 === 0 ? [] : [touch(1, 60_000 + (i % 10) * 60_000, 'no_answer'), touch(2, 3_600_000, 'connected')]),
      sample(`${lead}-o`, 'deal.opened', lead, at + 7_200_000, {
        deal: 'd',
        stage: 'new',
        amount: { amount: 100 + i, currency: 'EUR' },
        rep,
      }),
      sample(`${lead}-w`, i % 3 === 0 ? 'deal.lost' : 'deal.won', lead, at + 86_400_000, { deal: 'd' }),
    ];
  }).flat();
}
