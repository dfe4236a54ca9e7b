import { contactNames } from '@leadclock/read-model/queries/contact-names.query.js';
import type { DataSource } from 'typeorm';
import { LeadBook } from '../rooms/lead-book.js';
import { maskedName } from './masked-name.js';

const mostKept = 1_000;

export type NameBook = LeadBook<string>;

/** The masked names of leads, read from the vault when one is shown and kept for a while; the vault's own text is never kept. */
export const nameBook = (dataSource: DataSource): NameBook =>
  new LeadBook(async (leads) => {
    const told = await contactNames(dataSource, leads);
    return new Map(leads.map((lead) => [lead, maskedName(told.get(lead) ?? null, lead)]));
  }, mostKept);
