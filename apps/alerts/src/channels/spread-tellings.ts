import { toldIn } from '@leadclock/domain/alerts/audience.js';
import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { reaches } from '@leadclock/domain/alerts/reaches.js';
import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { putDeliveries, putEnds } from '@leadclock/read-model/outside/delivery.table.js';
import { takeTellings } from '@leadclock/read-model/outside/telling.table.js';
import { openWays } from '@leadclock/read-model/outside/way.table.js';
import { configurationEvents } from '@leadclock/read-model/queries/events.query.js';
import { currentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource, EntityManager } from 'typeorm';

/** What alerts say is spread in parts, so that none takes long. */
const atOnce = 200;

/** Puts down, for each thing that an alert has said, a message for every way that reaches those it tells. Answers whether there may be more. */
export function spreadTellings(dataSource: DataSource, now: number): Promise<boolean> {
  return dataSource.transaction(async (em) => {
    const tellings = await takeTellings(em, atOnce);
    if (tellings.length === 0) return false;
    const ways = await openWays(em);
    const configuration = await configurationNow(em);
    const begun = tellings
      .filter(({ what }) => what === 'raised')
      .flatMap(({ alert, what, to }) => {
        const told = toldIn(to ?? EVERYBODY);
        const hearing = ways.filter(({ listener }) => told.some((one) => reaches(one, listener, configuration, now)));
        return hearing.map(({ id }) => ({ way: id, alert, what }));
      });
    await putDeliveries(em, begun, now);
    await putEnds(
      em,
      tellings.filter(({ what }) => what !== 'raised'),
      now,
    );
    return tellings.length === atOnce;
  });
}

/** As the read model has it. */
export async function configurationNow(em: EntityManager): Promise<Configuration> {
  return buildConfiguration(await configurationEvents({ em, set: await currentSet(em) }));
}
