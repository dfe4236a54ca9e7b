import { parseArgs } from 'node:util';
import { createTopics } from '@leadclock/event-log/kafka/create-topics.js';
import { pino } from 'pino';
import { startKafka } from './start-kafka.js';

/** `npm run kafka`: a broker for development, with the program's topics; its data stays under .cache/kafka/broker. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '9092' }, topic: { type: 'string', default: 'leadclock.events' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  throw new Error(`--port ${values.port} is no port: give a number from 1 to 65535`);
const configTopic = values.topic === 'leadclock.events' ? 'leadclock.config' : `${values.topic}.config`;

try {
  console.log('starting Apache Kafka; the first time Maven fetches it (43 MB)');
  const broker = await startKafka({ dir: '.cache/kafka/broker', port });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log('stopping Apache Kafka');
      void broker.stop();
    });
  }
  const logger = pino({ level: 'error' });
  const plans = [
    { topic: values.topic, partitions: 12 },
    { topic: configTopic, partitions: 1 },
  ];
  for (const { topic, partitions, made } of await createTopics({ brokers: [broker.brokers] }, plans, logger)) {
    console.log(`topic ${topic}, partitions: ${partitions}, ${made ? 'made' : 'already there'}`);
  }
  console.log(`KAFKA_BROKERS=${broker.brokers}`);
  console.log('Ctrl-C stops it');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
