import { useState } from 'react';
import { useTeam } from './team-context.js';

/** One flash over a part whose value changed; nothing on the first value, nor where other filters ask for another figure. */
export function Changed({ value }: { value: number | string | null }) {
  const { filters } = useTeam();
  const [seen, setSeen] = useState({ value, filters, times: 0 });
  if (value !== seen.value || filters !== seen.filters) {
    const moved = value !== seen.value && value !== null && seen.value !== null && filters === seen.filters;
    setSeen({ value, filters, times: moved ? seen.times + 1 : seen.times });
  }
  return seen.times === 0 ? null : <i className="flash" key={seen.times} />;
}
