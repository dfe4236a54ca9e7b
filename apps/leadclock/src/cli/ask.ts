import { WrongUse } from './exit-codes.js';

/** Asks the program over HTTP; a 400 or 404 is a wrong use of the command, with the server's own words. */
export async function ask(url: string, accept = 'application/json'): Promise<string> {
  const response = await fetch(url, { headers: { accept } });
  const body = await response.text();
  if (response.ok) return body;
  throw refusalOf(response.status, body);
}

/** What an answer that is none says: how the command was used wrongly, or that the program is in trouble. */
export function refusalOf(status: number, body: string): Error {
  const said = problemIn(body);
  return status === 400 || status === 404 ? new WrongUse(said) : new Error(`the program answered ${status}: ${said}`);
}

function problemIn(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return body;
    const fields = new Map(Object.entries(parsed));
    const problem = fields.get('problem') ?? fields.get('detail') ?? fields.get('message') ?? body;
    const parameter = fields.get('parameter');
    const allowed = fields.get('allowed');
    const list = Array.isArray(allowed) ? allowed.join(', ') : allowed;
    return `${parameter ? `${String(parameter)}: ` : ''}${String(problem)}${list ? `; allowed: ${String(list)}` : ''}`;
  } catch {
    return body;
  }
}
