import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { summaryOf } from './summary.js';

const summary = (story: Story, ...configuration: readonly Story[]) =>
  summaryOf(foldSubject(story.events).state, buildConfiguration(configuration.flatMap(({ events }) => events)));
const ada = lead('ada').arrived('09:00', { owner: 'ana', team: 'north', origin: 'event', value: { amount: 12.5, currency: 'EUR' } });

describe('the summary of a lead', () => {
  it('is none for what is no lead', () => {
    expect(summary(subject('USD').tell('rate.set', '09:00', { date: '2026-11-01', to: 'EUR', rate: 1 }))).toBeNull();
  });

  it('says what it is, whose it is and until when it waits', () => {
    expect(summary(ada)).toEqual({
      subject: 'ada',
      events: 1,
      arrivedAt: at('09:00'),
      historical: false,
      status: 'waiting',
      owner: 'ana',
      ownerSince: at('09:00'),
      team: 'north',
      origin: 'event',
      campaign: null,
      channel: null,
      segment: null,
      product: null,
      amount: 125_000,
      currency: 'EUR',
      answeredAt: null,
      answeredBy: null,
      contactedAt: null,
      receivedAt: at('09:00:01'),
      assignedAt: at('09:00'),
      assignedByRep: false,
      seenAt: null,
      claimedAt: null,
      attemptedAt: null,
      closedAt: null,
      closedReason: null,
      pausedAt: null,
      dueAt: at('09:05'),
      waitsUntil: at('2026-12-02T09:00:00Z'),
      dispute: null,
      odd: [],
      touches: 0,
      openDeals: 0,
      lastAt: at('09:00'),
      reps: ['ana'],
      pipelines: [],
    });
  });

  it('says who answered and when there was contact; then it waits no more', () => {
    const answered = ada
      .called('09:03', 'luis', 'voicemail')
      .touched('09:10', { touchpoint: 'in', channel: 'email', direction: 'inbound' });
    expect(summary(answered)).toMatchObject({
      status: 'answered',
      answeredAt: at('09:03'),
      answeredBy: 'luis',
      contactedAt: at('09:10'),
      dueAt: null,
      waitsUntil: null,
      touches: 2,
      reps: ['ana', 'luis'],
    });
  });

  it('says that it is paused, closed and why, or has not arrived', () => {
    expect(summary(ada.paused('09:01'))).toMatchObject({ status: 'waiting', pausedAt: at('09:01'), dueAt: null });
    expect(summary(ada.disqualified('09:10', 'spam'))).toMatchObject({
      status: 'closed',
      closedAt: at('09:10'),
      closedReason: 'spam',
      waitsUntil: null,
    });
    expect(summary(ada.disqualified('09:10').qualified('09:20', 'rosa'))).toMatchObject({
      status: 'waiting',
      closedAt: null,
      reps: ['ana', 'rosa'],
    });
    expect(summary(lead('ada').assigned('09:00', null))).toMatchObject({
      status: 'no_arrival',
      arrivedAt: null,
      owner: null,
      ownerSince: null,
    });
  });

  it('counts open deals and names the pipelines that they have been in', () => {
    const story = ada.opened('10:00').moved('11:00', 'talk', { pipeline: 'renewal', rep: 'eva' }).tell('deal.won', '12:00', { deal: 'd2' });
    expect(summary(story)).toMatchObject({ openDeals: 1, pipelines: ['default', 'renewal'], reps: ['ana', 'eva'] });
    const more = story.tell('deal.opened', '13:00', { deal: 'd3', stage: 'new' }).lost('14:00').reopened('15:00');
    expect(summary(more)?.openDeals).toBe(2);
    expect(summary(ada.moved('10:00', 'new', { pipeline: 'renewal' }))?.pipelines).toEqual(['renewal']);
  });

  it('knows of a lead that has not arrived that it is not backfilled, and who works on it', () => {
    const touched = lead('ada').called('09:00', 'luis').called('09:01', 'ana').tell('survey.answered', '09:02', { score: 9, rep: 'eva' });
    expect(summary(touched)).toMatchObject({ status: 'no_arrival', historical: false, reps: ['ana', 'eva', 'luis'] });
  });

  it('has the instants at which it was first seen, claimed and tried', () => {
    const story = ada
      .tell('lead.viewed', '09:01', { rep: 'ana' })
      .tell('lead.viewed', '09:02', { rep: 'ana' })
      .claimed('09:03', 'ana')
      .called('09:04', 'ana', 'wrong_number');
    expect(summary(story)).toMatchObject({
      seenAt: at('09:01'),
      claimedAt: at('09:03'),
      attemptedAt: at('09:04'),
      contactedAt: null,
      ownerSince: at('09:00'),
    });
    expect(summary(ada.assigned('09:05', null))).toMatchObject({ owner: null, ownerSince: null });
    expect(summary(ada.paused('09:01').resumed('09:02'))?.pausedAt).toBeNull();
  });

  it('has the team that the arrival names, and fills one that is not set from a later lead.created', () => {
    const bare = lead('ada').arrived('09:00');
    expect(summary(bare.arrived('09:10', { origin: 'web' }))?.team).toBeNull();
    expect(summary(bare.arrived('09:10', { team: 'north' }))?.team).toBe('north');
    expect(summary(bare.arrived('09:10', { team: 'north' }).arrived('09:20', { team: 'south' }))?.team).toBe('north');
    expect(summary(lead('ada').assigned('08:00', null, 'south').arrived('09:00', { team: 'north' }))?.team).toBe('north');
    expect(summary(lead('ada').assigned('08:00', null, 'south').arrived('09:00').arrived('09:10', { team: 'north' }))?.team).toBe('south');
  });

  it('takes the owner of a later lead.created alone where nobody has had it', () => {
    expect(summary(lead('ada').arrived('09:00').arrived('09:10', { owner: 'luis' }))?.owner).toBe('luis');
    expect(summary(lead('ada').arrived('09:00').arrived('09:10', { origin: 'web' }))?.owner).toBeNull();
    expect(summary(ada.arrived('09:10', { owner: 'luis' }))?.owner).toBe('ana');
    expect(summary(ada.assigned('09:05', null).arrived('09:10', { owner: 'luis' }))?.owner).toBeNull();
  });

  it('takes the team of the owner where none is named', () => {
    const rep = subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'south', active: true });
    expect(summary(lead('ada').arrived('09:00', { owner: 'luis' }), rep)?.team).toBe('south');
    expect(summary(lead('ada').arrived('09:00', { owner: 'xia' }), rep)?.team).toBeNull();
  });
});
