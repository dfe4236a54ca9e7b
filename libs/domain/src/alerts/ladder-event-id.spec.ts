import { ALERTS_SOURCE, ladderEventId } from './ladder-event-id.js';

it('what a step does is one event of its alert, whoever writes it, and another one for another alert or deed', () => {
  const ids = [
    ladderEventId('a', 'lead.assigned'),
    ladderEventId('a', 'rota.advanced'),
    ladderEventId('a', 'rep.status_changed'),
    ladderEventId('b', 'lead.assigned'),
  ];
  expect(new Set([...ids, ladderEventId('a', 'lead.assigned')]).size).toBe(4);
  expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[0-9a-f]{32}$/)));
  // logs hold it: an event of another source would be another one
  expect(ALERTS_SOURCE).toBe('/leadclock/alerts');
});
