import { useState } from 'react';

/** One flash over a part whose value changed; nothing on the first value. */
export function Changed({ value }: { value: number | string | null }) {
  const [seen, setSeen] = useState({ value, times: 0 });
  if (value !== seen.value) setSeen({ value, times: seen.value === null || value === null ? seen.times : seen.times + 1 });
  return seen.times === 0 ? null : <i className="flash" key={seen.times} />;
}
