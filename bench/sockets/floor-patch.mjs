const NAMES = ['María F.', 'Алексей К.', 'Carlos M.', 'Екатерина В.', 'John P.', 'Sofía R.', 'Мария Л.', 'Wilhelmina W.'];
const REPS = ['Ana', 'Luis', 'Дмитрий', 'Sofía', 'Mark'];
const STAGES = ['created', 'answered', 'contacted', 'meeting', 'qualified'];
const EDGES = [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600];
const START = Date.UTC(2026, 2, 17, 13, 32);

/** What one change of a busy floor moves on a wall: who waits, who was answered, and the figures of today. The names say what they are in WallState. */
export function patchOf(n) {
  const waiting = NAMES.slice(0, 5 + (n % 4)).map((name, i) => {
    const since = START + n * 250 - (NAMES.length - i) * 53_000;
    const owner = (n + i) % 3 === 0 ? null : REPS[i % REPS.length];
    return { lead: `lead-${String(n + i).padStart(8, '0')}`, name, owner, since, due: since + 300_000, heldMs: null };
  });
  const answered = 151 + n;
  return {
    lateCount: n % 4,
    waitingCount: waiting.length,
    oldest: waiting[0],
    waiting,
    news: [{ id: `news-${n}`, rep: REPS[n % REPS.length], lead: NAMES[n % NAMES.length], seconds: 72, at: START + n * 250 }],
    inTarget: { value: (answered - 12) / answered, n: answered },
    funnel: STAGES.map((stage, i) => ({
      stage,
      label: null,
      of: 'leads',
      count: Math.round(answered / (i + 1)),
      rate: i === 0 ? null : i / (i + 1),
    })),
    distribution: EDGES.map((fromSeconds, i) => ({ fromSeconds, toSeconds: EDGES[i + 1] ?? null, count: Math.round(answered / (i + 2)) })),
  };
}
