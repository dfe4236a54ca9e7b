import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { pipelineVolume } from './pipeline-volume.kpi.js';

describe('pipeline volume', () => {
  it('is 0 while no deal is known', () => {
    given(lead('ada').arrived('09:00')).when(asking(pipelineVolume)).then({ value: 0, n: 0, excluded: {} });
  });

  it('counts deals that are open at the instant: not won, not lost, or open again; a lead may have several', () => {
    const ada = lead('ada').opened('09:00').opened('09:30', 'new', { deal: 'd2' });
    const ben = lead('ben').opened('09:00').lost('11:00').reopened('12:00');
    const stories = [ada.won('10:00'), ben];
    const volumes = { '08:59': 0, '09:00': 2, '09:30': 3, '10:00': 2, '11:00': 1, '12:00': 2 };
    for (const [time, value] of Object.entries(volumes))
      given(...stories)
        .when(asking(pipelineVolume, {}, time))
        .then({ value, n: value });
  });

  it('counts a deal that has no amount, no stage, or a stage that its pipeline lacks', () => {
    given(
      subject('default').tell('pipeline.set', '08:00', { stages: [{ id: 'new', name: 'New', probability: 0.1 }] }),
      lead('a').opened('09:00', 'limbo'),
      lead('b').revised('09:00', { product: 'gold' }),
    )
      .when(asking(pipelineVolume))
      .then({ value: 2 });
  });

  it('asks no window: what was opened long ago stands', () => {
    given(lead('ada').opened('09:00'))
      .when(asking(pipelineVolume, { window: '1h' }))
      .then({ value: 1 });
  });

  it('gives a deal to who has it at the instant: the rep it names, else the owner', () => {
    const ada = lead('ada').arrived('09:00', { owner: 'ana' }).opened('10:00').assigned('11:00', 'luis').revised('12:00', { rep: 'eva' });
    const holders = { '10:30': 'ana', '11:30': 'luis', '12:30': 'eva' };
    for (const [time, rep] of Object.entries(holders))
      given(ada)
        .when(asking(pipelineVolume, { by: 'rep' }, time))
        .then({ key: { rep }, value: 1 });
  });

  it('has a group for every stage of the pipeline, also after going back to one', () => {
    const stages = ['new', 'talk'].map((id) => ({ id, name: id, probability: 0.5 }));
    given(
      subject('default').tell('pipeline.set', '08:00', { stages }),
      lead('ada').arrived('09:00', { owner: 'ana' }).opened('09:00').moved('10:00', 'talk').moved('11:00', 'new'),
    )
      .when(asking(pipelineVolume, { by: 'stage' }))
      .then({ key: { stage: 'new' }, value: 1 }, { key: { stage: 'talk' }, value: 0 });
  });
});
