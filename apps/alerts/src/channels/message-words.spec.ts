import type { AlertMessage } from './alert-message.js';
import { wordingOf } from './message-words.js';

const message = (more: Partial<AlertMessage>): AlertMessage => ({
  says: 'late',
  alert: 'a',
  lead: 'L-7',
  step: 'due',
  dueAt: Date.UTC(2026, 10, 2, 9, 5),
  raisedAt: Date.UTC(2026, 10, 2, 9, 5),
  targetAt: Date.UTC(2026, 10, 2, 9, 5),
  to: 'ana',
  link: 'http://x/',
  ...more,
});
const madrid = { zone: 'Europe/Madrid', locale: 'es-ES' };

describe('the words of a message', () => {
  it('say that a lead is late, with its deadline where it is counted', () => {
    expect(wordingOf(message({}), 'en', madrid)).toEqual({
      subject: 'Lead L-7 is late: nobody has answered it',
      lines: ['Its deadline was 2 Nov 2026, 10:05 (Europe/Madrid).'],
      open: 'Open the lead',
    });
    expect(wordingOf(message({}), 'es', madrid).lines).toEqual(['Su plazo venció: 2 nov 2026, 10:05 (Europe/Madrid).']);
    expect(wordingOf(message({}), 'ru', madrid).lines[0]).toMatch(/2 нояб\. 2026.*10:05 \(Europe\/Madrid\)\.$/);
  });

  it('are written as the site writes where its language is spoken, and as usual elsewhere', () => {
    const states = { zone: 'America/New_York', locale: 'en-US' };
    expect(wordingOf(message({}), 'en', states).lines[0]).toMatch(/Nov 2, 2026, 4:05\sAM/);
    expect(wordingOf(message({}), 'es', states).lines[0]).toContain('2 nov 2026, 4:05 (America/New_York)');
    expect(wordingOf(message({}), 'tlh', { zone: 'UTC', locale: null }).lines[0]).toContain('2 Nov 2026, 09:05 (UTC)');
  });

  it('say that a call was promised, and that it need not be made', () => {
    const promised = message({ says: 'call_back', step: 'call_back' });
    expect(wordingOf(promised, 'en', madrid)).toEqual({
      subject: 'Call lead L-7 back: promised for 2 Nov 2026, 10:05 (Europe/Madrid)',
      lines: [],
      open: 'Open the lead',
    });
    expect(wordingOf({ ...promised, says: 'retracted' }, 'en', madrid).subject).toBe('Taken back: lead L-7 need not be called back');
    expect(wordingOf(promised, 'ru', madrid).subject).toContain('Пора перезвонить лиду L-7');
  });

  it('say whose the lead is to the one who has it, whoever else is told', () => {
    const yours = (language: string) => wordingOf(message({ to: '*', isYours: true }), language, madrid).lines[1];
    expect(['en', 'es', 'ru'].map(yours)).toEqual(['The lead is yours.', 'El lead es suyo.', 'Это ваш лид.']);
    expect(wordingOf(message({ to: '["ana","luis"]' }), 'en', madrid).lines).toHaveLength(1);
    // taken since everybody was told
    expect(wordingOf(message({ to: '*', isTaken: true }), 'en', madrid).lines).toHaveLength(1);
  });

  it('say until when, before the target; and who may take a lead that is nobody’s', () => {
    const ahead = wordingOf(message({ says: 'ahead', dueAt: Date.UTC(2026, 10, 2, 9, 4), to: '*' }), 'en', madrid);
    expect(ahead.subject).toBe('Lead L-7 must be answered by 2 Nov 2026, 10:05 (Europe/Madrid)');
    expect(ahead.lines).toEqual(['Nobody has it yet: whoever takes it first has it.']);
  });

  it('say of a lead that was answered that nobody has spoken with it, and no deadline of the answer', () => {
    const contact = message({ says: 'contact', targetAt: null });
    expect(wordingOf(contact, 'en', madrid)).toMatchObject({
      subject: 'Lead L-7 was answered, but nobody has spoken with it yet',
      lines: [],
    });
    expect(wordingOf(contact, 'es', madrid).subject).toContain('nadie ha hablado con él');
    expect(wordingOf(contact, 'ru', madrid).subject).toContain('никто не поговорил');
  });

  it('take back what was wrong, and say that a way works, in every language', () => {
    const subjects = ['en', 'es', 'ru'].flatMap((language) =>
      (['retracted', 'test'] as const).map((says) => wordingOf(message({ says }), language, madrid).subject),
    );
    expect(new Set(subjects).size).toBe(6);
    expect(wordingOf(message({ says: 'test' }), 'en', madrid).open).toBeNull();
  });
});
