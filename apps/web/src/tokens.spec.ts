import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const css = (file: string): string => readFileSync(path.join(__dirname, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const dark = css('tokens.css').split('[data-theme="dark"]')[1] ?? '';
const colour = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(dark)?.[1] ?? 'missing';

/** relative luminance and contrast of WCAG 2.2 */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
function contrast(one: string, other: string): number {
  const both = [luminance(colour(one)), luminance(colour(other))];
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}

describe('the tokens of the wall', () => {
  it.each([
    ['text', 'bg', 7],
    ['text', 'surface', 7],
    ['text-2', 'surface', 4.5],
    ['text-2', 'bg', 4.5],
    ['in-time', 'surface', 4.5],
    ['soon-text', 'soon', 7],
    ['late-text', 'late', 4.5],
    ['late', 'surface', 3],
    ['soon', 'surface', 3],
    ['line-strong', 'surface', 3],
  ])('%s on %s has a contrast of at least %d', (one, other, least) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
  });

  it('are the only place of colours, sizes and durations', () => {
    const raw = /#[0-9a-f]{3,8}\b|\brgb\(|\bhsl\(|\d(px|rem|em|ms)\b|\d\ds\b/i;
    const sheets = readdirSync(path.join(__dirname, 'wall')).filter((file) => file.endsWith('.css'));
    expect(sheets).toContain('wall.css');
    for (const sheet of sheets) {
      expect(
        css(`wall/${sheet}`)
          .split('\n')
          .filter((line) => raw.test(line)),
      ).toEqual([]);
    }
  });

  it('name every variable that a sheet uses', () => {
    const named = new Set([...css('tokens.css').matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const sheets = readdirSync(path.join(__dirname, 'wall')).filter((file) => file.endsWith('.css'));
    const used = sheets.flatMap((sheet) => [...css(`wall/${sheet}`).matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name ?? ''));
    // what an element brings with it: the width of its column, its row's height, where its paper flies
    const own = new Set(['--count', '--step', '--late', '--turn', '--drift']);
    expect(used.filter((name) => !named.has(name) && !own.has(name))).toEqual([]);
  });
});
