/** The partitions that the member at `rank` of `members` reads, so that shares differ by one at most. */
export function shareOf(rank: number, members: number, partitions: number): readonly number[] {
  const share: number[] = [];
  for (let partition = rank; partition < partitions; partition += members) share.push(partition);
  return share;
}
