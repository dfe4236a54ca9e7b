import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { VaultTable } from '@leadclock/read-model/outside/vault.table.js';
import { Planted } from '../testing/planted.js';
import { leadContact } from './contact.js';
import { leadDetail, leadTimeline } from './lead-detail.js';
import { leadList } from './lead-list.js';

const here = { now: at('12:00') };
const nobody = { name: null, phone: null, email: null, company: null, language: null };
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(
    lead('ada').arrived('09:10').called('09:14', 'luis', 'connected'),
    lead('bob').arrived('09:00', { owner: 'ana' }).called('09:12', 'ana').tell('lead.merged', '10:00', { into: 'cleo' }),
    lead('cleo').arrived('09:05').tell('lead.merged', '10:01', { into: 'ada' }),
    lead('dora').arrived('09:00').tell('lead.merged', '10:00', { into: 'eve' }),
    lead('eve').arrived('09:10').tell('lead.erased', '11:00', {}),
  );
  const told = (subject: string, id: string, personal: object) => ({ subject, source: '/story', id, time: at('09:00'), personal });
  await new VaultTable(planted.dataSource).put([
    told('ada', 'e1', { contact: { name: 'María F' } }),
    told('bob', 'e1', { contact: { name: 'M. F.', phone: '+34 600 000 001' } }),
    told('bob', 'e2', { notes: { note: 'call again' } }),
    told('dora', 'e1', { contact: { name: 'Dora' } }),
  ]);
});
afterAll(() => planted.close());

describe('a lead that was merged into another', () => {
  it('says where it went, over all steps', async () => {
    expect(await leadDetail(planted.dataSource, 'bob', here)).toMatchObject({
      lead: 'bob',
      state: { status: 'merged', merged_into: 'ada' },
      policy: null,
      assignment: null,
      handover: null,
      call_back: null,
      why: [{ type: 'lead.merged', code: 'merged', values: { into: 'cleo' } }],
    });
  });

  it('keeps its own timeline, each event with what it does in the merged lead', async () => {
    const timeline = await leadTimeline(planted.dataSource, 'bob', here);
    expect(timeline?.events.map(({ lead: of, id, code }) => `${of}/${id} ${code}`)).toEqual([
      'bob/e1 arrival',
      'bob/e2 first_answer',
      'bob/e3 merged',
    ]);
  });

  it('is no line of any list', async () => {
    const list = await leadList(planted.dataSource, {}, here);
    expect(list.ok && list.body.leads.map((line) => line['lead'])).toEqual(['eve', 'ada']);
  });
});

describe('a lead that others were merged into', () => {
  it('tells all of it, each event with the lead that it came under', async () => {
    const detail = await leadDetail(planted.dataSource, 'ada', here);
    expect(detail?.state).toMatchObject({ status: 'answered', answered_by: 'ana', arrived_at: '2026-11-02T09:00:00.000Z', touches: 2 });
    const timeline = await leadTimeline(planted.dataSource, 'ada', here);
    expect(timeline?.events.map(({ lead: of, code }) => `${of} ${code}`)).toEqual([
      'bob arrival',
      'cleo nothing_changed',
      'ada nothing_changed',
      'bob first_answer',
      'ada later_answer',
      'bob merged',
      'cleo merged',
    ]);
  });

  it('shows what any of them told of the person, its own first', async () => {
    expect(await leadContact(planted.dataSource, 'ada')).toMatchObject({
      ...nobody,
      name: 'María F',
      phone: '+34 600 000 001',
      notes: [{ note: 'call again' }],
    });
    expect(await leadContact(planted.dataSource, 'bob')).toMatchObject({ ...nobody, name: 'M. F.', phone: '+34 600 000 001' });
  });

  it('shows nobody once any of them was erased', async () => {
    expect(await leadContact(planted.dataSource, 'dora')).toBe('erased');
    expect(await leadContact(planted.dataSource, 'eve')).toBe('erased');
  });
});
