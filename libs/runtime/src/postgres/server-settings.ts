/**
 * How our PostgreSQL is set, for one product on a small machine; measured on the projector's writes (docs/decisions/how-rows-are-written.md).
 * What makes a commit durable stays as it is: fsync, full_page_writes and synchronous_commit are on.
 */
export const serverSettings: readonly string[] = [
  // the rows that a catch-up touches over and over; taken only as far as they are there
  'shared_buffers=256MB',
  // a transaction of catch-up writes some 25 MB: with less its backend writes the log itself, piece by piece
  'wal_buffers=16MB',
  // the first change of a page after a checkpoint logs all of the page: few checkpoints, but no more of the disk than a small one has to spare
  'max_wal_size=2GB',
  'checkpoint_timeout=15min',
  // else whoever needs a new file of the log first writes 16 MB of zeros, and all that would commit waits: 60 to 85 ms beside a busy program, each
  // 16 MB until the files are used again. So its first commits into a new file are some 0.2 ms slower.
  'wal_init_zero=off',
  // no question of ours runs long enough to be worth compiling
  'jit=off',
];
