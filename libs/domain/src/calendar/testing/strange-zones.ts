/** Zones whose clocks have done, in ten years, most of what a clock can do. */
export const strangeZones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  // changes at midnight
  'America/Sao_Paulo',
  'America/Havana',
  'America/Santiago',
  'Asia/Amman',
  // half and quarter hours, and a change of half an hour
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  // until 2011 at a minute past midnight
  'America/St_Johns',
  // two hours at once
  'Antarctica/Troll',
  // four changes a year, around Ramadan; summer time as the standard
  'Africa/Casablanca',
  'Africa/Cairo',
  'Europe/Dublin',
  // no 30 December 2011
  'Pacific/Apia',
  // other offsets without summer time
  'Europe/Moscow',
  'Asia/Pyongyang',
  // south of the equator
  'Pacific/Auckland',
] as const;
