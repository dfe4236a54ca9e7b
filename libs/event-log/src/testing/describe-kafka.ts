/** Runs `tests` against the broker of KAFKA_BROKERS; without one it says loudly that they were skipped. */
export function describeKafka(name: string, tests: (brokers: readonly string[]) => void): void {
  const brokers = process.env['KAFKA_BROKERS'];
  if (brokers) describe(name, () => tests(brokers.split(',')));
  else describe(name, () => it.skip('SKIPPED: needs Java 17 and Maven, or KAFKA_BROKERS', () => undefined));
}
