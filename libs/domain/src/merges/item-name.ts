/**
 * What a touchpoint or deal of a merged lead is called: its own id when it was recorded under the root, else the JSON list of the lead that it
 * was recorded under and its id. An id of the root that begins like such a list is written as one too, so no two things share a name, whatever
 * their ids say.
 */
export const itemName = (root: string, lead: string, id: string): string =>
  lead === root && !id.startsWith('[') ? id : JSON.stringify([lead, id]);
