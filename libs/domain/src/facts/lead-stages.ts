/** The five stages of leads, in their order; a lead that arrived is in the first. */
export const leadStages: readonly string[] = ['created', 'answered', 'contacted', 'meeting', 'qualified'];
