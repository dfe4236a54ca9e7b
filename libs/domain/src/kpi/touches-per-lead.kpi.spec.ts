import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { touchesPerLead } from './touches-per-lead.kpi.js';

const ada = lead('ada').arrived('09:00').called('09:05', 'ana').called('09:35', 'luis').called('10:05', 'ana');
const bob = lead('bob').arrived('09:00').called('09:10', 'ana');
const cleo = lead('cleo').arrived('09:00');

describe('touches-per-lead', () => {
  it('is null while nobody was touched', () => {
    given(cleo).when(asking(touchesPerLead)).then({ key: {}, value: null, n: 0, excluded: {} });
  });

  it('is the quotient of the touches and the leads that had one', () => {
    given(ada, bob, cleo).when(asking(touchesPerLead)).then({ value: 2, n: 2 });
  });

  it('takes the touches of the window: the same lead is in several', () => {
    given(ada, bob)
      .when(asking(touchesPerLead, { from: '2026-11-02T09:30:00Z', to: '2026-11-02T10:05:00Z' }))
      .then({ value: 1, n: 1 });
    given(ada, bob)
      .when(asking(touchesPerLead, { from: '2026-11-02T09:05:00Z', to: '2026-11-02T09:36:00Z' }))
      .then({ value: 1.5, n: 2 });
  });

  it('is the touchpoint’s own rep’s and nobody else’s; an active rep without any is there', () => {
    const luisa = subject('luisa').tell('rep.set', '08:00', { name: 'Luisa', team: 'north', active: true });
    given(luisa, ada, bob, lead('dan').arrived('09:00', { owner: 'ana' }).touched('09:20'))
      .when(asking(touchesPerLead, { by: 'rep' }))
      .then(
        { key: { rep: 'ana' }, value: 1.5, n: 2 },
        { key: { rep: 'luis' }, value: 1, n: 1 },
        { key: { rep: 'luisa' }, value: null, n: 0 },
        { key: { rep: null }, value: 1, n: 1 },
      );
  });

  it('counts no task, no machine, nothing inbound', () => {
    given(
      bob
        .touched('09:20', { channel: 'task' })
        .touched('09:21', { channel: 'email', actor: 'automated' })
        .touched('09:22', { channel: 'sms', actor: 'ai' })
        .touched('09:23', { channel: 'chat', direction: 'inbound' }),
    )
      .when(asking(touchesPerLead))
      .then({ value: 1, n: 1 });
  });

  it('counts a touchpoint once, whatever outcomes it gets', () => {
    given(bob.touched('09:20', { channel: 'meeting', outcome: 'booked' }).touched('11:00', { channel: 'meeting', outcome: 'held' }))
      .when(asking(touchesPerLead))
      .then({ value: 2, n: 1 });
  });

  it('counts none from before the arrival once that is known, one at it does; a lead without arrival has touches', () => {
    const early = lead('eva').called('08:00', 'ana').arrived('09:00').called('09:00', 'luis');
    given(early)
      .when(asking(touchesPerLead, {}, '08:30'))
      .then({ value: 1, n: 1 });
    given(early)
      .when(asking(touchesPerLead, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 1, n: 1 });
    given(lead('fay').called('08:00', 'ana').called('08:10', 'ana')).when(asking(touchesPerLead)).then({ value: 2, n: 1 });
  });
});
