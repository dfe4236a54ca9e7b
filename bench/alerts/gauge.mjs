/** A number that the program says of itself at /metrics; NaN: it says nothing of it. */
export async function gaugeOf(url, name) {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}
