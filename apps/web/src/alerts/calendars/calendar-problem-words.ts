import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Problem } from './send-setting.js';

interface Words {
  readonly reason: string;
  readonly at?: RegExp;
  /** what the server says, whose groups fill {0} and {1} */
  readonly said?: RegExp;
  readonly words: MessageDescriptor;
}

/** Of a problem's reason, its field and what the server says of it the words on the page; the first that fits. */
const all: readonly Words[] = [
  { reason: 'unnamed', words: msg`Give it a name.` },
  { reason: 'taken', words: msg`There is a calendar of this name: change that one, or choose another name.` },
  { reason: 'zone', words: msg`There is no such time zone: choose one from the list, such as Europe/Madrid.` },
  { reason: 'time', words: msg`Write times of day, such as 09:00 and 17:30.` },
  { reason: 'late', words: msg`A day ends at 24:00: put the rest into the next day.` },
  { reason: 'empty', words: msg`It ends when it begins: give two times, or take it out.` },
  { reason: 'reversed', words: msg`It ends before it begins. Over midnight: end at 24:00, and begin the next day at 00:00.` },
  {
    reason: 'overlap',
    said: /the interval (\S+) to ([^;]+);/,
    words: msg`It overlaps {0} to {1}: join the two, or let one begin when the other ends.`,
  },
  { reason: 'closed', words: msg`It is never open, so that no clock would ever run: give the hours of one day at least.` },
  { reason: 'missing', words: msg`Say what it is called.` },
  { reason: 'shape', at: /\.name$/, words: msg`A name is 1 to 200 characters on one line.` },
  { reason: 'day', at: /effective_from/, words: msg`Write a date and a time.` },
  { reason: 'day', words: msg`Choose a day.` },
  { reason: 'backwards', words: msg`It ends before it begins.` },
  { reason: 'long', words: msg`That is more than a year: give shorter stretches.` },
  { reason: 'twice', words: msg`This day is there already: keep one of the two.` },
  { reason: 'past', words: msg`This lies in the past: leads that have come since would be judged anew.` },
  { reason: 'unknown', words: msg`There is no such calendar (any more).` },
  { reason: 'file', said: /in UTF-8/, words: msg`This file is not in UTF-8: save it as UTF-8.` },
  { reason: 'file', said: /is no iCal/, words: msg`This is no iCal file: choose one whose name ends in .ics.` },
  {
    reason: 'file',
    said: /no all-day event from (\d+) to (\d+)/,
    words: msg`This file names no whole day from {0} to {1}; holidays are events of whole days.`,
  },
  { reason: 'file', said: /takes too long/, words: msg`This file takes too long to read: an event of it repeats without an end.` },
  { reason: 'file', said: /cannot be read/, words: msg`This file cannot be read (any more): choose it again.` },
  { reason: 'file', said: /^event (\d+) \((.*)\):/, words: msg`Event {0} of this file, “{1}”, is wrong. Nothing of it was taken over.` },
  { reason: 'unread', said: /must be an http/, words: msg`Give the http, https or webcal address of an iCal file.` },
  {
    reason: 'unread',
    said: /no address of the public internet/,
    words: msg`This address is private. Whoever runs the program can allow its range by LEADCLOCK_CALENDAR_ALLOW.`,
  },
  { reason: 'unread', said: /(\S+) answered (\d+)/, words: msg`{0} answered {1}: look whether the address is right.` },
  { reason: 'unread', said: /(\S+) did not answer within/, words: msg`{0} did not answer in time: try again later.` },
  {
    reason: 'unread',
    said: /(\S+): what it sends holds no all-day event/,
    words: msg`What {0} sends names no whole day of this year and the next two.`,
  },
  { reason: 'unread', said: /(\S+): what it sends/, words: msg`What {0} sends is no right iCal file: look whether the address is right.` },
  {
    reason: 'unread',
    said: /(\S+) (?:redirects|sends more)/,
    words: msg`{0} does not lead to an iCal file: look whether the address is right.`,
  },
  { reason: 'unread', said: /one too many/, words: msg`There are as many addresses as can be kept.` },
  {
    reason: 'unread',
    said: /^(?:cannot be read: )?(\S+): .*(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|socket)/,
    words: msg`{0} cannot be reached: look whether the address is right, or try again later.`,
  },
];

/** What is wrong in the language on screen; what only the server has words for stands as it says it. */
export function useCalendarProblem(): (problem: Problem) => string {
  const { i18n } = useLingui();
  return ({ path, problem, reason }) => {
    const found = all.find((one) => one.reason === reason && (one.at?.test(path) ?? true) && (one.said?.test(problem) ?? true));
    if (found === undefined) return `${path.replace(/^\$\.?/, '')} ${problem}`.trim();
    const [, first = '', second = ''] = found.said?.exec(problem) ?? [];
    return i18n._(found.words.id, { 0: first, 1: second });
  };
}
