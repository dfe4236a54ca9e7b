import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { type FeedPosition, feedHeads, feedPositions } from '@leadclock/read-model/queries/feed.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource } from 'typeorm';
import { readWorld } from '../answer/world.js';

/** Where the read model stands: `mark` is another one as soon as anything in it may be. */
export interface Standing {
  readonly mark: string;
  readonly configuration: Configuration;
}

interface Known {
  readonly set: CurrentSet;
  readonly settings: string;
  readonly configuration: Configuration;
}

/** Looks where the read model stands, by one statement; the configuration is read again only when events of it were. */
export class ReadModelStanding {
  private known: Known | null = null;

  constructor(private readonly dataSource: DataSource) {}

  async look(): Promise<Standing> {
    const { known } = this;
    const heads = known === null ? null : await this.headsOf(known.set);
    if (known === null || heads === null || settingsOf(heads) !== known.settings) return this.read();
    return { mark: markOf(known.set, heads), configuration: known.configuration };
  }

  /** null: another set is read now. */
  private async headsOf({ name, epoch }: CurrentSet): Promise<readonly FeedPosition[] | null> {
    try {
      const heads = await feedHeads(this.dataSource, name);
      return heads.epoch === epoch ? heads.positions : null;
    } catch {
      return null; // the set may be gone: reading says what is wrong
    }
  }

  private read(): Promise<Standing> {
    return inSnapshot(this.dataSource, async (snapshot) => {
      const positions = await feedPositions(snapshot);
      const { configuration } = await readWorld(snapshot);
      this.known = { set: snapshot.set, settings: settingsOf(positions), configuration };
      return { mark: markOf(snapshot.set, positions), configuration };
    });
  }
}

const settingsOf = (positions: readonly FeedPosition[]): string => JSON.stringify(positions.map(({ configOffset }) => configOffset));

const markOf = ({ epoch }: CurrentSet, positions: readonly FeedPosition[]): string => JSON.stringify([epoch, positions]);
