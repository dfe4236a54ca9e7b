import { type FactKind, factKinds } from '@leadclock/domain/facts/fact.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import type { BinaryRows } from './binary-rows.js';
import { factColumns } from './fact-columns.js';

const place = Object.fromEntries(factColumns.map(([property], index) => [property, index]));
const at = (property: (typeof factColumns)[number][0]): number => place[property] ?? -1;

const SUBJECT = at('subject');
const KIND = at('kind');
const N = at('n');
const AT = at('at');
const FROM = at('from');
const UNTIL = at('until');
const SINCE = at('since');
const DUE = at('due');
const VALUE = at('value');
const PART = at('part');
const ITEM = at('item');
const EXCLUDED = at('excluded');
const OUTCOME = at('outcome');
const TOUCH_CHANNEL = at('touchChannel');
const TEAM = at('team');
const REP = at('rep');
const ORIGIN = at('origin');
const CAMPAIGN = at('campaign');
const CHANNEL = at('channel');
const SEGMENT = at('segment');
const PRODUCT = at('product');
const PIPELINE = at('pipeline');
const STAGE = at('stage');
const CURRENCY = at('currency');
const kindsByName = new Map<string, FactKind>(factKinds.map((kind) => [kind, kind]));

/** The fact that a binary COPY of `factColumns` stands on; to be read on the spot, never kept. */
export class CopiedFact implements FactView {
  constructor(readonly row: BinaryRows) {}

  get subject(): string {
    return this.row.text(SUBJECT) ?? '';
  }
  get kind(): FactKind {
    const kind = kindsByName.get(this.row.text(KIND) ?? '');
    if (kind === undefined) throw new Error(`the fact table holds a kind that this version does not know: ${this.row.text(KIND)}`);
    return kind;
  }
  get n(): number {
    return this.row.number(N);
  }
  get at(): number | null {
    return this.instant(AT);
  }
  get from(): number {
    return this.row.number(FROM);
  }
  get until(): number | null {
    return this.instant(UNTIL);
  }
  get since(): number | null {
    return this.instant(SINCE);
  }
  get due(): number | null {
    return this.instant(DUE);
  }
  get value(): number | null {
    return this.instant(VALUE);
  }
  get part(): string | null {
    return this.row.text(PART);
  }
  get item(): string | null {
    return this.row.text(ITEM);
  }
  get excluded(): string | null {
    return this.row.text(EXCLUDED);
  }
  get outcome(): string | null {
    return this.row.text(OUTCOME);
  }
  get touchChannel(): string | null {
    return this.row.text(TOUCH_CHANNEL);
  }
  get team(): string | null {
    return this.row.text(TEAM);
  }
  get rep(): string | null {
    return this.row.text(REP);
  }
  get origin(): string | null {
    return this.row.text(ORIGIN);
  }
  get campaign(): string | null {
    return this.row.text(CAMPAIGN);
  }
  get channel(): string | null {
    return this.row.text(CHANNEL);
  }
  get segment(): string | null {
    return this.row.text(SEGMENT);
  }
  get product(): string | null {
    return this.row.text(PRODUCT);
  }
  get pipeline(): string | null {
    return this.row.text(PIPELINE);
  }
  get stage(): string | null {
    return this.row.text(STAGE);
  }
  get currency(): string | null {
    return this.row.text(CURRENCY);
  }

  private instant(column: number): number | null {
    return this.row.isNull(column) ? null : this.row.number(column);
  }
}
