import { Module } from '@nestjs/common';
import { AlertsService } from './alerts.service.js';

/** From deadlines to people. */
@Module({ providers: [AlertsService] })
export class AlertsModule {}
