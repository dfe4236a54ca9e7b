import { noFilters } from './address.js';
import { figureQuestions, historyQuestions, leadQuestion, leadsQuestion, namesQuestion, rowsQuestion } from './questions.js';

const TODAY = '2026-03-17';
const ana = { ...noFilters, team: 'madrid', rep: 'ana', source: 'search ad', period: '7d', hours: 'clock' } as const;
const showing = { kind: 'late', detail: null, of: undefined } as const;

describe('what is asked over HTTP', () => {
  it('has the filters of the page, stocks without a window, the funnel without a clock', () => {
    const asked = figureQuestions(ana, TODAY);
    expect(asked.late).toBe('/v1/kpis/late-now?team=madrid&rep=ana&origin=search+ad&clock=wall&by=rep');
    expect(asked.inTarget).toBe('/v1/kpis/answered-in-target?from=2026-03-11&team=madrid&rep=ana&origin=search+ad&clock=wall');
    expect(asked.funnel).toBe('/v1/kpis/funnel-volume?from=2026-03-11&team=madrid&rep=ana&origin=search+ad');
    expect(asked.oldestLate).toBe('/v1/leads?state=late&team=madrid&origin=search+ad&owner=ana&limit=1');
  });

  it('of a row of the rep table is that rep’s, or nobody’s', () => {
    expect(leadsQuestion(ana, 'late', 'luis', 100)).toContain('owner=luis');
    expect(leadsQuestion(ana, 'late', null, 100)).toContain('owner=null');
    expect(rowsQuestion(noFilters, { ...showing, kind: 'missed', of: null }, TODAY)).toBe(
      '/v1/kpis/answered-in-target/rows?window=today&rep=null',
    );
  });

  it('behind a figure are facts where it is a flow, leads as they stand where it is not', () => {
    expect(rowsQuestion(noFilters, showing, TODAY)).toBeNull();
    expect(rowsQuestion(noFilters, { ...showing, kind: 'bin', detail: '5' }, TODAY)).toBe('/v1/kpis/lead-response-time/rows?window=today');
    expect(rowsQuestion(noFilters, { ...showing, kind: 'stage', detail: 'offer' }, TODAY)).toBe(
      '/v1/kpis/funnel-volume/rows?window=today&stage=offer',
    );
  });

  it('takes ids as they are, commas and slashes too', () => {
    expect(leadQuestion('a/b ?')).toBe('/v1/leads/a%2Fb%20%3F');
    expect(namesQuestion(['a,b', 'c'])).toBe('/v1/leads?lead=a%2Cb&lead=c&limit=2');
  });

  it('goes back 30 days with today among them, four weeks by hour', () => {
    const asked = historyQuestions(noFilters, TODAY);
    expect(asked.inTarget).toBe('/v1/kpis/answered-in-target/trend?bucket=day&from=2026-02-16');
    expect(asked.hours).toBe('/v1/kpis/answered-in-target/trend?bucket=hour&from=2026-02-18');
  });
});
