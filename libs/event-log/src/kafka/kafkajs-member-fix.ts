import { createRequire } from 'node:module';

const asKafkajsHasIt = Symbol.for('leadclock: as kafkajs has it');

interface Membership {
  joinAndSync(): Promise<void>;
  leave(): Promise<void>;
}

interface ConsumerGroup extends Membership {
  readonly groupId: string;
  memberId: string | null;
  [asKafkajsHasIt]?: Membership;
}

/** By group, a member whose consumer here is over and that may still be in it. */
const unleft = new Map<string, string>();
/** By group, the member that has left it last. */
const left = new Map<string, string>();
/** A reader's own group is never joined again. */
const mostKept = 100;

function keep(where: Map<string, string>, groupId: string, memberId: string): void {
  if (where.size >= mostKept) where.clear();
  where.set(groupId, memberId);
}

/** Whoever joins this group next, here, comes as this member, which a consumer was that ended without leaving. */
export const comeBackAs = (groupId: string, memberId: string): void => keep(unleft, groupId, memberId);

/** Whether this member said to the group that it goes, and was heard. */
export const hasLeft = (groupId: string, memberId: string): boolean => left.get(groupId) === memberId;

/**
 * The group waits for a member that did not leave until its session is over, ten seconds, whoever joins meanwhile. kafkajs 2.2.4 gives a consumer up at
 * once when it finds no broker, which cannot leave then, and always joins as somebody new. So who comes after it comes back as the same member: the group
 * waits for nobody then. A member that the group knows no more joins as a new one, as kafkajs does by itself.
 */
export function fixKafkajsMembers(): void {
  const { prototype }: { prototype: ConsumerGroup } = createRequire(import.meta.url)('kafkajs/src/consumer/consumerGroup');
  // twice is once: with a copy of this module beside it, say of another test in this process, the last one's members count
  prototype[asKafkajsHasIt] ??= { joinAndSync: prototype.joinAndSync, leave: prototype.leave };
  const { joinAndSync, leave } = prototype[asKafkajsHasIt];
  prototype.joinAndSync = async function (this: ConsumerGroup) {
    const { groupId } = this;
    const before = this.memberId ?? unleft.get(groupId) ?? null;
    if (this.memberId === null) unleft.delete(groupId);
    this.memberId = before;
    try {
      await joinAndSync.call(this);
    } catch (error) {
      // a broker that has just started still reads what it knows of the group: who comes next tries again
      const member = this.memberId ?? before;
      if (member !== null) comeBackAs(groupId, member);
      throw error;
    }
  };
  prototype.leave = async function (this: ConsumerGroup) {
    const { groupId, memberId } = this;
    try {
      await leave.call(this);
    } catch (error) {
      if (memberId !== null) comeBackAs(groupId, memberId);
      throw error;
    }
    if (memberId === null) return;
    keep(left, groupId, memberId);
    if (unleft.get(groupId) === memberId) unleft.delete(groupId);
  };
}
