import { SubjectMarks } from './subject-marks.js';

const subject = (i: number): string => `lead-01JB2Z5KQ7M3R${i.toString(32).toUpperCase().padStart(8, '0')}`;

describe('the subjects that were here', () => {
  it('are all found again, however many there are', () => {
    const marks = new SubjectMarks();
    for (let i = 0; i < 100_000; i++) marks.add(subject(i));
    for (let i = 0; i < 100_000; i++) marks.add(subject(i));
    let found = 0;
    for (let i = 0; i < 100_000; i++) if (marks.has(subject(i))) found++;
    expect(found).toBe(100_000);
  });

  it('are hardly ever taken for others', () => {
    const marks = new SubjectMarks();
    for (let i = 0; i < 100_000; i++) marks.add(subject(i));
    let mistaken = 0;
    for (let i = 100_000; i < 200_000; i++) if (marks.has(subject(i))) mistaken++;
    expect(mistaken).toBeLessThan(50);
  });

  it('are none at first', () => {
    expect(new SubjectMarks().has('ada')).toBe(false);
  });
});
