import { z } from 'zod';
import { personalIdKind } from './personal-id.js';
import { line, textProblem } from './text.js';

/** Says what is wrong with the id of a lead, a customer, a touchpoint or a deal. It never repeats the id: it may be personal. */
export function subjectProblem(id: string): string | null {
  const problem = textProblem(id, 200);
  if (problem !== null) return problem;
  const kind = personalIdKind(id);
  return kind === null ? null : `is ${kind}, which the log must not hold; send a hash of it, for example its SHA-256 in hex`;
}

/** The id of something that may stand for a person: no e-mail address, no telephone number. */
const hashable = () =>
  z
    .string()
    .refine((id) => subjectProblem(id) === null, { error: ({ input }) => subjectProblem(String(input)) ?? '' })
    .meta({ minLength: 1, maxLength: 200 });

export const LeadId = hashable();
export const TouchpointId = hashable();
export const DealId = hashable();
export const CustomerId = hashable();
export const PolicyId = hashable();

export const RepId = line();
export const TeamId = line();
export const CalendarId = line();
export const PipelineId = line();
export const StageId = line();
export const StepId = line();
/** A rep id, or `rule:<name>`. */
export const Actor = line();
export const Origin = line();
export const Campaign = line();
/** How a lead came in: web, phone, chat, email, import … */
export const LeadChannel = line();
export const Segment = line();
export const Product = line();
export const EventSource = line();
export const EventId = line();
