import { createRequire } from 'node:module';
import { comeBackAs, fixKafkajsMembers, hasLeft } from './kafkajs-member-fix.js';

interface Group {
  memberId: string | null;
  joinAndSync(): Promise<void>;
  leave(): Promise<void>;
}

describe('a member of a group on Kafka', () => {
  const { prototype }: { prototype: Group } = createRequire(__filename)('kafkajs/src/consumer/consumerGroup');
  beforeAll(() => {
    fixKafkajsMembers();
    jest.isolateModules(() => jest.requireActual<{ fixKafkajsMembers: () => void }>('./kafkajs-member-fix.js').fixKafkajsMembers());
    fixKafkajsMembers();
  });
  let group: string;
  let n = 0;
  beforeEach(() => {
    group = `group-${n++}`;
  });

  /** kafkajs's own, on a cluster that answers `join` and `leave` so. */
  const consumer = (join: () => Promise<void>, leave: () => Promise<void> = async () => undefined): Group =>
    Object.assign(Object.create(prototype), { groupId: group, memberId: null, retrier: join, coordinator: { leaveGroup: leave } });
  const away = () => Promise.reject(new Error('away'));

  it('that nobody was before is a new one', async () => {
    const first = consumer(async () => undefined);
    await first.joinAndSync();
    expect(first.memberId).toBeNull();
  });

  it('that was killed comes back as itself, also after a join that came to nothing, and only one of two does', async () => {
    comeBackAs(group, 'm');
    await expect(consumer(away).joinAndSync()).rejects.toThrow('away');
    const [next, other] = [consumer(async () => undefined), consumer(async () => undefined)];
    await Promise.all([next.joinAndSync(), other.joinAndSync()]);
    expect([next.memberId, other.memberId]).toEqual(['m', null]);
  });

  it('that could not leave comes back as itself; that could has left', async () => {
    const stuck = consumer(async () => undefined, away);
    stuck.memberId = 'm';
    await expect(stuck.leave()).rejects.toThrow('away');
    expect(hasLeft(group, 'm')).toBe(false);
    const next = consumer(async () => undefined);
    await next.joinAndSync();
    expect(next.memberId).toBe('m');
    await next.leave();
    expect(hasLeft(group, 'm')).toBe(true);
    const last = consumer(async () => undefined);
    await last.joinAndSync();
    expect(last.memberId).toBeNull();
  });
});
