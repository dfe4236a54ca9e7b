import { useState } from 'react';

/** The value, or the last one that there was while there is none: a panel whose figures are being asked for keeps its height by it. */
export function useLast<T extends object>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
