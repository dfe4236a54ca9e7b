import { due, lateMessage as message } from '../testing/late-message.js';
import { webhookBody } from './webhook-body.js';

const place = { zone: 'UTC', locale: null };

describe('what is posted', () => {
  it('to a program is what happened, as data', () => {
    expect(JSON.parse(webhookBody('webhook', message, 'en', place, due + 50))).toEqual({
      type: 'alert.raised',
      timestamp: '2026-11-02T09:05:00.050Z',
      data: {
        alert_id: 'a1',
        lead: '<L&7>',
        step: 'due',
        due_at: '2026-11-02T09:05:00.000Z',
        raised_at: '2026-11-02T09:05:00.020Z',
        target_at: '2026-11-02T09:05:00.000Z',
        to: 'ana',
        url: 'https://leads.example.com/team?lead=7',
      },
    });
    const types = (['ahead', 'resolved', 'retracted', 'test'] as const).map(
      (says) => JSON.parse(webhookBody('webhook', { ...message, says }, 'en', place, due)).type,
    );
    expect(types).toEqual(['alert.raised', 'alert.resolved', 'alert.retracted', 'alert.test']);
  });
});
