import { AlertsModule } from '@leadclock/alerts/alerts.module.js';
import { RelayModule } from '@leadclock/ingest/append/relay.module.js';
import { IngestModule } from '@leadclock/ingest/ingest.module.js';
import { LiveModule } from '@leadclock/live/live.module.js';
import { ProjectorModule } from '@leadclock/projector/projector.module.js';
import { RuntimeModule, type RuntimeParts } from '@leadclock/runtime/runtime.module.js';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DemoModule } from '../demo/demo.module.js';
import type { AppName } from './app-names.js';

const MODULES: Readonly<Record<AppName, Type>> = {
  ingest: IngestModule,
  projector: ProjectorModule,
  alerts: AlertsModule,
  live: LiveModule,
};

/** The composition root: the apps asked for, in one process, over one set of shared parts. */
@Module({})
export class LeadclockModule {
  static of(apps: readonly AppName[], parts: RuntimeParts, demo: boolean): DynamicModule {
    return {
      module: LeadclockModule,
      imports: [
        RuntimeModule.with(parts),
        ...(apps.includes('live') ? [DemoModule.of(demo)] : []),
        // what alerts put into the spool is sent even where no door is open
        ...(apps.includes('alerts') ? [RelayModule] : []),
        ...apps.map((app) => MODULES[app]),
      ],
    };
  }
}
