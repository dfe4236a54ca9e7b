import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { leadToOpportunity } from './lead-to-opportunity.kpi.js';

const sales = subject('default').tell('pipeline.set', '08:00', {
  stages: [
    { id: 'new', name: 'New', probability: 0.1 },
    { id: 'proposal', name: 'Proposal', probability: 0.5, role: 'opportunity' },
  ],
});
const arrived = (name: string) => lead(name).arrived('09:00');

describe('lead-to-opportunity', () => {
  it('is null while nobody has arrived', () => {
    given().when(asking(leadToOpportunity)).then({ key: {}, value: null, n: 0, excluded: {} });
  });

  it('is the share with a deal that has ever been an opportunity, lost or not; a deal in a stage before is none', () => {
    given(
      sales,
      arrived('ada').opened('10:00', 'new').moved('11:00', 'proposal').lost('12:00'),
      arrived('bob').opened('10:00', 'new'),
      ...['cleo', 'dan', 'eva'].map(arrived),
    )
      .when(asking(leadToOpportunity))
      .then({ value: 0.2, n: 5 });
  });

  it('counts a lead once, from the first of its deals', () => {
    const ada = arrived('ada').opened('10:00', 'proposal', { deal: 'd2' }).opened('10:30', 'new').won('11:00');
    given(sales, ada, arrived('bob'))
      .when(asking(leadToOpportunity, {}, '09:59'))
      .then({ value: 0, n: 2 });
    given(sales, ada, arrived('bob'))
      .when(asking(leadToOpportunity, {}, '10:00'))
      .then({ value: 0.5, n: 2 });
    given(sales, ada, arrived('bob')).when(asking(leadToOpportunity)).then({ value: 0.5, n: 2 });
  });

  it('takes any deal where the pipeline is unknown', () => {
    given(arrived('ada').opened('10:00', 'new'), arrived('bob')).when(asking(leadToOpportunity)).then({ value: 0.5, n: 2 });
  });

  it('by qualification takes leads that were qualified, whatever their deals', () => {
    given(
      sales,
      ...['ada', 'cleo', 'eva'].map((name) => arrived(name).opened('10:00', 'proposal')),
      arrived('bob').qualified('10:00').disqualified('11:00'),
      arrived('dan').disqualified('11:00'),
    )
      .when(asking(leadToOpportunity, { basis: 'qualified' }))
      .then({ value: 0.2, n: 5 });
  });

  it('knows what a lead had come to before its arrival from that on', () => {
    const ada = lead('ada').qualified('08:00').opened('08:30', 'proposal').arrived('09:00');
    given(sales, ada)
      .when(asking(leadToOpportunity, {}, '08:59'))
      .then({ value: null, n: 0, excluded: { no_arrival: 1 } });
    given(sales, ada)
      .when(asking(leadToOpportunity, {}, '09:00'))
      .then({ value: 1, n: 1, excluded: {} });
    given(sales, ada)
      .when(asking(leadToOpportunity, { basis: 'qualified' }, '09:00'))
      .then({ value: 1, n: 1 });
  });

  it('is the first owner’s, not the deal’s', () => {
    given(sales, lead('ada').arrived('09:00', { owner: 'luis' }).assigned('09:30', 'cem').opened('10:00', 'proposal', { rep: 'ana' }))
      .when(asking(leadToOpportunity, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 1, n: 1 });
  });
});
