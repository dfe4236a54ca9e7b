import { asking, given } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { opportunityCloseRatio } from './opportunity-close-ratio.kpi.js';

const stages = (opportunity: string) =>
  ['new', 'talk', 'offer'].map((id) => ({ id, name: id, probability: 0.5, ...(id === opportunity && { role: 'opportunity' as const }) }));
const sales = subject('default').tell('pipeline.set', '08:00', { stages: stages('talk') });
const deal = (name: string): Story => lead(name).arrived('08:30', { owner: 'ana' }).opened('09:00');

describe('opportunity close ratio', () => {
  it('is null while no deal has come to the opportunity stage', () => {
    given(sales, deal('a')).when(asking(opportunityCloseRatio)).then({ value: null, n: 0 });
  });

  it('is the share won of the deals that came there; a loss, an open deal and a win that was taken back are none', () => {
    const stories = [
      deal('a').moved('10:00', 'talk').won('11:00'),
      deal('b').moved('10:00', 'talk').lost('11:00'),
      deal('c').moved('10:00', 'talk'),
      deal('d').moved('10:00', 'talk').won('11:00').reopened('12:00', 'talk'),
      deal('e').won('11:00'),
    ];
    given(sales, ...stories)
      .when(asking(opportunityCloseRatio))
      .then({ value: 0.25, n: 4 });
    given(sales, ...stories)
      .when(asking(opportunityCloseRatio, {}, '11:30'))
      .then({ value: 0.5, n: 4 });
  });

  it('takes a deal that goes past the stage, once, and not again when it comes back', () => {
    const ada = deal('a').moved('10:00', 'offer').moved('tue 10:00', 'talk').won('tue 11:00');
    given(sales, ada).when(asking(opportunityCloseRatio)).then({ value: 1, n: 1 });
    given(sales, ada)
      .when(asking(opportunityCloseRatio, { window: 'today' }, 'tue 12:00'))
      .then({ n: 0 });
  });

  it('lies at the entry, with the outcome of now, and belongs to who had the deal then', () => {
    const ada = deal('a').moved('10:00', 'talk').assigned('11:00', 'luis').won('wed 11:00');
    given(sales, ada)
      .when(asking(opportunityCloseRatio, { from: '2026-11-02', to: '2026-11-03', by: 'rep' }, 'wed 12:00'))
      .then({ key: { rep: 'ana' }, value: 1, n: 1 });
  });

  it('goes by the pipeline in force at the entry; without a marked stage there are no opportunities', () => {
    const changed = sales.tell('pipeline.set', 'tue 08:00', { stages: stages('offer') });
    given(changed, deal('a').moved('10:00', 'talk'), deal('b').moved('tue 10:00', 'talk'))
      .when(asking(opportunityCloseRatio))
      .then({ n: 1 });
    given(deal('a').moved('10:00', 'talk')).when(asking(opportunityCloseRatio)).then({ n: 0 });
    given(sales, deal('a').moved('10:00', 'limbo')).when(asking(opportunityCloseRatio)).then({ n: 0 });
  });
});
