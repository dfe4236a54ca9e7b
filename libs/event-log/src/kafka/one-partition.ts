import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';

/** Gives the only member of a private group one partition instead of all. */
export function onePartition(partition: number): PartitionAssigner {
  const name = `leadclock-only-${partition}`;
  return () => ({
    name,
    version: 1,
    protocol: ({ topics }) => ({
      name,
      metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
    }),
    assign: async ({ members, topics }) =>
      members.map(({ memberId }) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: 1,
          assignment: Object.fromEntries(topics.map((topic) => [topic, [partition]])),
          userData: Buffer.alloc(0),
        }),
      })),
  });
}
