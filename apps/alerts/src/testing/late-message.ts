import type { AlertMessage } from '../channels/alert-message.js';

export const due = Date.UTC(2026, 10, 2, 9, 5);

/** Of a lead whose id somebody outside has chosen, told the rep who has it. */
export const lateMessage: AlertMessage = {
  says: 'late',
  alert: 'a1',
  lead: '<L&7>',
  step: 'due',
  dueAt: due,
  raisedAt: due + 20,
  targetAt: due,
  to: 'ana',
  link: 'https://leads.example.com/team?lead=7',
};
