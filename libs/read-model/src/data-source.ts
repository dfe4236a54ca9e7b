import { types } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/migrations.js';

const INT8 = 20;
const TEXT_FORMAT = 'text';

export interface DataSourceSettings {
  /** connections at most; every process of the house shares one pool */
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** one plan for a statement whatever its values are: for who asks the same few about a row or two all the time (`askPrepared`) */
  readonly onePlan?: boolean;
}

/**
 * The one DataSource of a process, not yet initialized. bigint comes back as a number: instants in milliseconds, offsets and
 * ten-thousandths of a currency's unit are below 2^53, and sums are taken in the program, where they are exact or refused.
 */
export function createDataSource(url: string, settings: DataSourceSettings = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    installExtensions: false,
    logging: false,
    applicationName: settings.applicationName ?? 'leadclock',
    poolSize: settings.poolSize ?? 10,
    extra: {
      types: { getTypeParser: parserOf },
      ...(settings.onePlan === true ? { options: '-c plan_cache_mode=force_generic_plan' } : {}),
    },
  });
}

function parserOf(oid: number, format: string = TEXT_FORMAT): (value: string) => unknown {
  return oid === INT8 && format === TEXT_FORMAT ? Number : types.getTypeParser(oid, TEXT_FORMAT);
}
