export interface KafkaBroker {
  /** Value for KAFKA_BROKERS. */
  readonly brokers: string;
  /** Process id of the broker as it runs now. */
  readonly pid: number;
  stop(): Promise<void>;
  /** Ends the broker as a power cut would. */
  kill9(): Promise<void>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
}

/** Starts a real Apache Kafka on `dir`; a port is chosen when none is given. Needs Java 17 or later and Maven. */
export async function startKafka(_settings: { readonly dir: string; readonly port?: number }): Promise<KafkaBroker> {
  throw new Error('not yet');
}

/** As startKafka, but null where Java 17 or Maven are absent. */
export async function startKafkaIfPossible(_settings: { readonly dir: string; readonly port?: number }): Promise<KafkaBroker | null> {
  return null;
}
