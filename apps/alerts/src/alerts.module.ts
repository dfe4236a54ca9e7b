import { Module } from '@nestjs/common';
import { AlertsService } from './alerts.service.js';
import { WaysService } from './channels/ways.service.js';

/** From deadlines to people. */
@Module({ providers: [AlertsService, WaysService] })
export class AlertsModule {}
