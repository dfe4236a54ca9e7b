import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { timeInStage } from './time-in-stage.kpi.js';

const hour = 3600;
const day = 24 * hour;

describe('time in stage', () => {
  it('has no row while a deal has left no stage; it is still open', () => {
    given(lead('ada').opened('09:00'))
      .when(asking(timeInStage))
      .then({ value: null, n: 0, excluded: { open: 1 } });
    given(lead('ada').revised('09:00', { product: 'gold' }))
      .when(asking(timeInStage))
      .then({ value: null, n: 0, excluded: {} });
  });

  it('adds up the visits to a stage, once it has been left for the last time', () => {
    const ada = lead('ada').opened('mon 09:00').moved('wed 09:00', 'talk').moved('thu 09:00', 'new').lost('fri 09:00');
    given(ada)
      .when(asking(timeInStage, { by: 'stage' }))
      .then({ key: { stage: 'new' }, value: 3 * day, n: 1 }, { key: { stage: 'talk' }, value: day, n: 1 });
    given(ada)
      .when(asking(timeInStage, { by: 'stage' }, 'wed 10:00'))
      .then({ key: { stage: 'new' }, value: 2 * day, n: 1, excluded: {} }, { key: { stage: 'talk' }, n: 0, excluded: { open: 1 } });
    given(ada)
      .when(asking(timeInStage, { by: 'stage' }, 'thu 10:00'))
      .then({ key: { stage: 'new' }, n: 0, excluded: { open: 1 } }, { key: { stage: 'talk' }, value: day, n: 1, excluded: {} });
  });

  it('lies in the window of the last leaving; still open, in that of the first entry', () => {
    const ada = lead('ada').opened('mon 09:00').moved('tue 09:00', 'talk');
    given(ada)
      .when(asking(timeInStage, { window: 'today' }, 'mon 12:00'))
      .then({ n: 0, excluded: { open: 1 } });
    given(ada)
      .when(asking(timeInStage, { window: 'today' }, 'tue 12:00'))
      .then({ value: day, n: 1, excluded: { open: 1 } });
    given(ada)
      .when(asking(timeInStage, { window: 'today' }, 'wed 12:00'))
      .then({ n: 0, excluded: {} });
  });

  it('ends with the outcome and goes on when the deal is reopened, without the time in between', () => {
    const ada = lead('ada').opened('mon 09:00').won('mon 11:00').reopened('tue 09:00').lost('tue 10:00');
    given(ada)
      .when(asking(timeInStage, {}, 'mon 12:00'))
      .then({ value: 2 * hour, n: 1 });
    given(ada)
      .when(asking(timeInStage, {}, 'tue 09:30'))
      .then({ n: 0, excluded: { open: 1 } });
    given(ada)
      .when(asking(timeInStage))
      .then({ value: 3 * hour, n: 1 });
    // reopened in another stage, the first one stays left at the win
    const elsewhere = lead('ada').opened('mon 09:00').won('mon 11:00').reopened('tue 09:00', 'talk');
    given(elsewhere)
      .when(asking(timeInStage, { by: 'stage' }))
      .then({ key: { stage: 'new' }, value: 2 * hour, n: 1 }, { key: { stage: 'talk' }, n: 0, excluded: { open: 1 } });
  });

  it('counts a stage left at the instant of its entry with 0, and the same name in another pipeline apart', () => {
    const ada = lead('ada').opened('09:00').moved('09:00', 'talk').moved('10:00', 'talk', { pipeline: 'renewal' });
    given(ada)
      .when(asking(timeInStage))
      .then({ mean: hour / 2, n: 2, excluded: { open: 1 } });
  });

  it('credits the rep of the leaving, and the one of the entry while it is open', () => {
    const ada = lead('ada').arrived('08:00', { owner: 'ana' }).opened('09:00').assigned('10:00', 'luis').moved('11:00', 'talk');
    given(ada)
      .when(asking(timeInStage, { by: 'rep' }, '10:30'))
      .then({ key: { rep: 'ana' }, n: 0, excluded: { open: 1 } });
    given(ada)
      .when(asking(timeInStage, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 2 * hour, n: 1, excluded: { open: 1 } });
  });

  it('has a group for each stage of the pipeline, before any deal came', () => {
    given(subject('default').tell('pipeline.set', '08:00', { stages: [{ id: 'new', name: 'New', probability: 0.1 }] }))
      .when(asking(timeInStage, { by: 'stage' }))
      .then({ key: { stage: 'new' }, value: null, n: 0 });
  });
});
