import { Installation0001 } from './0001-installation.js';
import { Outside0002 } from './0002-outside.js';
import { Derivation0003 } from './0003-derivation.js';
import { Alerts0004 } from './0004-alerts.js';
import { Commands0005 } from './0005-commands.js';
import { LeadColumns0006 } from './0006-lead-columns.js';
import { Boards0007 } from './0007-boards.js';
import { Merges0008 } from './0008-merges.js';
import { Erased0009 } from './0009-erased.js';
import { FactStatistics0010 } from './0010-fact-statistics.js';
import { OddIndexes0011 } from './0011-odd-indexes.js';
import { Rota0012 } from './0012-rota.js';
import { Snooze0013 } from './0013-snooze.js';
import { Ways0014 } from './0014-ways.js';
import { CalendarFeeds0015 } from './0015-calendar-feeds.js';
import { PushWays0016 } from './0016-push-ways.js';
import { WayStates0017 } from './0017-way-states.js';
import { SnoozeReason0021 } from './0021-snooze-reason.js';
import { RepsLoop0022 } from './0022-reps-loop.js';
import { AlertOwners0023 } from './0023-alert-owners.js';

/** Every step of the tables outside of sets, in order. A step that was released is never edited: the next one is appended. */
export const migrations = [
  Installation0001,
  Outside0002,
  Derivation0003,
  Alerts0004,
  Commands0005,
  LeadColumns0006,
  Boards0007,
  Merges0008,
  Erased0009,
  FactStatistics0010,
  OddIndexes0011,
  Rota0012,
  Snooze0013,
  Ways0014,
  CalendarFeeds0015,
  PushWays0016,
  WayStates0017,
  SnoozeReason0021,
  RepsLoop0022,
  AlertOwners0023,
];
