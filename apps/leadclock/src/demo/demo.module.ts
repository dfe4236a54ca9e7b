import { DEMO } from '@leadclock/live/tokens.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';
import { DemoProgram } from './demo-program.js';

/** Says whether this program is a demo, and lets an empty wall start one. */
@Module({})
export class DemoModule {
  static of(isDemo: boolean): DynamicModule {
    const demo = { provide: DEMO, useValue: isDemo };
    return { module: DemoModule, global: true, controllers: [DemoController], providers: [DemoProgram, demo], exports: [demo] };
  }
}
