import { useState } from 'react';

/** One flash over a tile whose value changed, or a glow of its edge when it got worse; nothing on the first value. */
export function Changed({ value, worse }: { value: number | null; worse: (before: number, after: number) => boolean }) {
  const [seen, setSeen] = useState({ value, times: 0, glow: false });
  if (value !== seen.value) {
    const known = value !== null && seen.value !== null;
    setSeen({ value, times: known ? seen.times + 1 : seen.times, glow: known && worse(seen.value ?? 0, value ?? 0) });
  }
  if (seen.times === 0) return null;
  return <i className={seen.glow ? 'glow' : 'flash'} key={seen.times} />;
}
