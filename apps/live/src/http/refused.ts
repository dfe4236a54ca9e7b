import { BadRequestException } from '@nestjs/common';
import type { Answered } from '../answer/answered.js';

/** The body of an answer; a refusal becomes a 400 that names the parameter and what it may be. */
export function bodyOf<T>(answered: Answered<T>): T {
  if (answered.ok) return answered.body;
  const { problem, parameter, allowed } = answered;
  throw new BadRequestException({ problem, parameter, allowed });
}
