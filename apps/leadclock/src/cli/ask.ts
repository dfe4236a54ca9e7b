import { WrongUse } from './exit-codes.js';

/** Asks the program over HTTP; a 400 or 404 is a wrong use of the command, with the server's own words. */
export async function ask(url: string, accept = 'application/json'): Promise<string> {
  const response = await fetch(url, { headers: { accept } });
  const body = await response.text();
  if (response.ok) return body;
  const said = problemIn(body);
  if (response.status === 400 || response.status === 404) throw new WrongUse(said);
  throw new Error(`the program answered ${response.status}: ${said}`);
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
