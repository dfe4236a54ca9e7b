/** Fields in the words of the API: snake case, and RFC 3339 where the name ends in At or Since or Until and the value is an instant. */
export function snakeFields(fields: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      snake(name),
      isInstant(name) && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  );
}

const isInstant = (name: string): boolean => /(At|Since|Until)$/.test(name);

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
