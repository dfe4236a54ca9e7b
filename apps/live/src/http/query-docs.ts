import { applyDecorators } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiParam, ApiQuery } from '@nestjs/swagger';

const text = (name: string, description: string) => ApiQuery({ name, required: false, type: String, description });

/** What every question of a KPI takes, for OpenAPI. */
export const KpiQuestion = (answer: string) =>
  applyDecorators(
    ApiParam({ name: 'kpi', description: 'its name, for example lead-response-time; GET /v1/kpis lists them' }),
    text('known_at', 'what would have been said then, from what had been recorded by then'),
    AskedOfLeads(answer),
  );

/** What every question about leads takes. */
export const AskedOfLeads = (answer: string) =>
  applyDecorators(
    text('window', '1h, 24h, 7d, 28d, 90d, today, week, month, quarter or year; without one (and without from): all time'),
    text('from', "RFC 3339, or a date: the start of that day in the site's zone"),
    text('to', 'as from; left out: as_of'),
    text('as_of', 'what was true then, with all that is known today; left out: now'),
    text('by', 'dimensions to slice by, separated by commas'),
    text('rep', 'filter: a value, several separated by commas, or null; every dimension of the KPI can be filtered by its name'),
    ApiOkResponse({ description: answer }),
    ApiBadRequestResponse({ description: 'an unknown KPI or a bad parameter: {problem, parameter, allowed}' }),
  );

export const Paged = () =>
  applyDecorators(text('limit', 'rows a page, 1 to 1000; 100 when left out'), text('cursor', 'the `next` of the page before'));

export const RowsChosen = () =>
  applyDecorators(
    text('of', 'only the rows of this part of a formula; explain lists them'),
    text('excluded', 'only the rows left out for this reason, several separated by commas, or null: the rows that count'),
  );
