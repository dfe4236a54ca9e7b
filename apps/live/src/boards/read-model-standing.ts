import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { feedPositions } from '@leadclock/read-model/queries/feed.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { readWorld } from '../answer/world.js';

/** Where the read model stands: `mark` is another one as soon as anything in it may be. */
export interface Standing {
  readonly mark: string;
  readonly configuration: Configuration;
}

/** Looks where the read model stands; the configuration is read again only when events of it were. */
export class ReadModelStanding {
  private known: { readonly settings: string; readonly configuration: Configuration } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  look(): Promise<Standing> {
    return inSnapshot(this.dataSource, async (snapshot) => {
      const positions = await feedPositions(snapshot);
      const { epoch } = snapshot.set;
      const settings = JSON.stringify([epoch, positions.map(({ configOffset }) => configOffset)]);
      if (this.known?.settings !== settings) this.known = { settings, configuration: (await readWorld(snapshot)).configuration };
      return { mark: JSON.stringify([epoch, positions]), configuration: this.known.configuration };
    });
  }
}
