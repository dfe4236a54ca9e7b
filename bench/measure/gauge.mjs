/** A number that the program says of itself at /metrics. */
export async function gaugeOf(url, name) {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const said = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  if (said === undefined) throw new Error(`${name} is not at /metrics`);
  return Number(said);
}
