import { useState } from 'react';

/** One flash over what changed; nothing on the first value, nor on what a glow tells already. */
export function Changed({ value, silent }: { value: number | null; silent?: (before: number, after: number) => boolean }) {
  const [seen, setSeen] = useState({ value, times: 0 });
  if (value !== seen.value) {
    const flashes = value !== null && seen.value !== null && silent?.(seen.value, value) !== true;
    setSeen({ value, times: flashes ? seen.times + 1 : seen.times });
  }
  return seen.times === 0 ? null : <i className="flash" key={seen.times} />;
}
