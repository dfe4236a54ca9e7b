/**
 * The product's rebuild in a process of its own, beside the running program; prints what it took and how much memory it held.
 * usage: node rebuild-side.mjs DATABASE_URL BROKERS TOPIC
 */
import { performance } from 'node:perf_hooks';
import { built } from '../measure/built.mjs';
import { cpuOf, peakMemory } from '../measure/processes.mjs';

const { createDataSource } = await built('libs/read-model/src/data-source.js');
const { createKafkaLog } = await built('libs/event-log/src/kafka/kafka-log.js');
const { rebuild } = await built('apps/projector/src/rebuild/rebuild.js');
const { createLogger } = await built('libs/runtime/src/logger.js');

const [databaseUrl, brokers, topic] = process.argv.slice(2);
const logger = createLogger('warn');
const dataSource = createDataSource(databaseUrl);
await dataSource.initialize();
const open = (name, partitions) => createKafkaLog({ kafka: { brokers: [brokers] }, topic: name, partitions, logger });
const eventsLog = open(topic, 12);
const configLog = open(`${topic}.config`, 1);
const began = performance.now();
const cpuBefore = cpuOf(process.pid);
const report = await rebuild({ dataSource, eventsLog, configLog, logger });
const seconds = (performance.now() - began) / 1000;
const result = { ...report, seconds, cpu: cpuOf(process.pid) - cpuBefore, peak_mb: peakMemory(process.pid) };
await eventsLog.close();
await configLog.close();
await dataSource.destroy();
process.stdout.write(`${JSON.stringify(result)}\n`);
