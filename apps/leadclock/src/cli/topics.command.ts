import type { Command } from 'commander';
import { readSettings } from './read-settings.js';

/** `leadclock topics`: the job that makes the topics on Kafka, once. */
export function addTopicsCommand(program: Command): void {
  program
    .command('topics')
    .description('make the topics on Kafka (KAFKA_BROKERS), with settings that lose nothing')
    .addHelpText('after', '\nExample:\n  KAFKA_BROKERS=127.0.0.1:9092 leadclock topics')
    .action(async () => {
      const settings = readSettings();
      const { makeTopics } = await import('../program/open-logs.js');
      const { createLogger } = await import('@leadclock/runtime/logger.js');
      for (const line of await makeTopics(settings, createLogger(settings.logLevel))) process.stdout.write(`${line}\n`);
    });
}
