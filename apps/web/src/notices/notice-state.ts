/** What a browser lets a page do; null: it has no notifications for this page. */
export type NoticePermission = 'default' | 'granted' | 'denied' | null;

/** Why a browser has none: it shows them to pages of https only, or to pages that were put on the home screen only, or never. */
export type NoneBecause = 'insecure' | 'not-installed' | 'unsupported';

/**
 * How far this browser's own push service is. `asking`: it is being asked. `on`: `way` is what the server calls this browser. `away`: it could not
 * be reached, or gives none. `refused`: the server did not keep it.
 */
export type PushState = { readonly step: 'none' | 'asking' | 'away' | 'refused' } | { readonly step: 'on'; readonly way: string };

/** What is said of notifications: `here`: only while a page of ours is open. */
export type NoticeStanding = 'none' | 'blocked' | 'off' | 'asking' | 'on' | 'here';

export function standingOf(permission: NoticePermission, isWanted: boolean, { step }: PushState): NoticeStanding {
  if (permission === null) return 'none';
  if (permission === 'denied') return 'blocked';
  if (permission === 'default' || !isWanted) return 'off';
  if (step === 'on') return 'on';
  return step === 'away' || step === 'refused' ? 'here' : 'asking';
}

/** Why there are none: what a browser lacks, and how its owner gets it. */
export function noneBecause(has: { readonly isSecure: boolean; readonly isApplePhone: boolean }): NoneBecause {
  if (!has.isSecure) return 'insecure';
  return has.isApplePhone ? 'not-installed' : 'unsupported';
}
