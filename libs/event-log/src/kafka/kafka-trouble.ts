/** The error at the bottom: kafkajs wraps what happened in what it tried. */
export function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error && root.cause !== root) root = root.cause;
  return root;
}

/** The broker's name of the error, such as MESSAGE_TOO_LARGE, where it comes from the broker. */
export function typeOf(error: unknown): string | null {
  const root = rootOf(error);
  return root instanceof Error && 'type' in root && typeof root.type === 'string' ? root.type : null;
}

/** Whether trying again cannot help: kafkajs itself says so of an answer of the broker, of credentials, of what it cannot do. */
export function isFinal(error: unknown): boolean {
  const root = rootOf(error);
  return (
    root instanceof Error &&
    root.name.startsWith('KafkaJS') &&
    root.name !== 'KafkaJSNumberOfRetriesExceeded' &&
    'retriable' in root &&
    root.retriable === false
  );
}

/** An Error that says what happened to the topic, and what to do about it where that is known. */
export function explain(topic: string, error: unknown): Error {
  const root = rootOf(error);
  const message = root instanceof Error ? root.message : String(root);
  return new Error(`${topic}: ${adviceFor(error, message)}`, { cause: error });
}

function adviceFor(error: unknown, message: string): string {
  if (/compression not implemented/i.test(message)) {
    return `${message}: another program sends compressed records that kafkajs cannot open; let it send gzip or nothing, or set compression.type=uncompressed on the topic, and move what is there with leadclock export and import`;
  }
  switch (typeOf(error)) {
    case 'UNKNOWN_TOPIC_OR_PARTITION':
      return 'the topic is not on the brokers; make it with leadclock topics (it is never made by itself)';
    case 'TOPIC_AUTHORIZATION_FAILED':
      return 'the Kafka user may not use the topic; allow him Describe, Read and Write on it';
    case 'GROUP_AUTHORIZATION_FAILED':
      return 'the Kafka user may not use the consumer group; allow him Read on groups that begin with leadclock';
    default:
      return message;
  }
}
