/** What this browser remembers between visits; one that refuses to remember anything forgets it, and nothing else changes. */
export function remembered(name: string): string | null {
  try {
    return window.localStorage.getItem(`leadclock.${name}`);
  } catch {
    return null;
  }
}

/** null: forget it */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(`leadclock.${name}`);
    else window.localStorage.setItem(`leadclock.${name}`, value);
  } catch {
    // a full or forbidden store: the page works, it only remembers nothing
  }
}
