import { asking, given } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { contactRate } from './contact-rate.kpi.js';

const called = (name: string) => lead(name).arrived('09:00').called('09:05', 'ana', 'voicemail');

describe('contact-rate', () => {
  it('is null while nobody has arrived', () => {
    given().when(asking(contactRate)).then({ key: {}, value: null, n: 0, excluded: {} });
  });

  it('is the share that was reached, of all that arrived, answered or not', () => {
    const bounds = { low: expect.closeTo(0.0456, 4), high: expect.closeTo(0.6994, 4), small: true };
    given(called('ada'), called('bob'), lead('cleo').arrived('09:00'), called('dan').called('10:00', 'ana', 'connected'))
      .when(asking(contactRate))
      .then({ value: 0.25, n: 4, ...bounds });
  });

  it('is not raised by a lead that was qualified without being reached, and may be asked on either clock', () => {
    const stories = [called('ada').qualified('09:10'), called('dan').called('10:00', 'ana', 'connected')];
    for (const clock of ['working', 'wall']) {
      given(...stories)
        .when(asking(contactRate, { clock }))
        .then({ value: 0.5, n: 2 });
    }
  });

  it('takes a contact from its very instant, wherever the window ends', () => {
    const dan = called('dan').called('10:00', 'ana', 'connected');
    const morning = { from: '2026-11-02T09:00:00Z', to: '2026-11-02T09:30:00Z' };
    given(dan)
      .when(asking(contactRate, morning, '09:59:59.999'))
      .then({ value: 0, n: 1 });
    given(dan)
      .when(asking(contactRate, morning, '10:00'))
      .then({ value: 1, n: 1 });
    given(dan)
      .when(asking(contactRate, { from: '2026-11-02T09:30:00Z', to: '2026-11-02T11:00:00Z' }))
      .then({ value: null, n: 0 });
  });

  it('is the first owner’s, whoever made the contact', () => {
    given(lead('ada').arrived('09:00').assigned('09:01', 'luis').assigned('09:02', 'cem').called('09:05', 'ana', 'connected'))
      .when(asking(contactRate, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 1, n: 1 });
  });

  it('knows no contact from before the arrival, and no lead that has not arrived', () => {
    given(lead('ada').called('08:00', 'ana', 'connected').arrived('09:00'), lead('bob').called('08:00', 'ana', 'connected'))
      .when(asking(contactRate))
      .then({ value: 0, n: 1, excluded: { no_arrival: 1 } });
  });
});
