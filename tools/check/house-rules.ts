import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Answers what is wrong with a file, or null. */
type Judge = (file: string, text: string) => string | null;

const isTest = (file: string) => /\.spec\.tsx?$|\/testing\//.test(file);
const found = (pattern: RegExp, text: string) => pattern.exec(text)?.[0].trim() ?? null;

/** Texts and comments may say anything; code may not. */
const codeOf = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gm, "''");

const HOME_OF_SQL = /^(libs\/(read-model|event-log\/src\/embedded|runtime\/src\/testing)|tools|bench)\//;
const SQL = /[`'"]\s*(select\s[^`'"]*\bfrom\b|select [a-z_]+\(|insert into|update [a-z_."$]+ set|delete from|create table)/i;
const REEXPORT = /^\s*(export (\*|\{[^}]*\}|type \{[^}]*\})( as \w+)? from .*)?$/s;

/** The house rules that no linter knows; house-rules.spec.ts breaks every one of them on purpose. */
export const houseRules: Readonly<Record<string, Judge>> = {
  'one idea a file: about 200 lines at most': (file, text) => {
    const lines = text.split('\n').length - 1;
    return lines > 240 && !/\.spec\.tsx?$/.test(file) ? `${lines} lines` : null;
  },
  'no file is named common, shared, core, helpers, utils or index': (file) =>
    found(/^(common|shared|core|helpers?|utils?|index)\.[a-z]+$/, path.basename(file)),
  'no default exports': (file, text) => (/\.config\.[a-z]+$|\.m[jt]s$/.test(file) ? null : found(/^export default /m, text)),
  'no barrels': (_file, text) => {
    const statements = codeOf(text)
      .split(';')
      .filter((statement) => statement.trim() !== '');
    return statements.length > 0 && statements.every((statement) => REEXPORT.test(statement)) ? 'only re-exports' : null;
  },
  'no any': (_file, text) => found(/[:<,|(]\s*any\s*[>,;)|\]=]|\bas any\b/, codeOf(text)),
  'no test waits for time': (file, text) => (isTest(file) ? found(/setTimeout\(\s*(r|resolve|done)\b|\bsleep\(/, text) : null),
  'no test is left out or alone': (file, text) =>
    isTest(file) ? found(/\b(it|test|describe)\.(only|todo)\(|\b(xit|xdescribe|fit|fdescribe)\(/, text) : null,
  'SQL lives in the read model and the embedded log': (file, text) => (HOME_OF_SQL.test(file) || isTest(file) ? null : found(SQL, text)),
  'nothing is silenced': (_file, text) => found(/@ts-(ignore|expect-error|nocheck)|oxlint-disable|eslint-disable|biome-ignore/, text),
  'no unfinished marks': (_file, text) => found(/\b(TODO|FIXME|XXX)\b|Error\('not yet'\)/, text),
};

/** Answers a line for every rule that a file breaks. */
export function faultsOf(file: string, text: string): readonly string[] {
  return Object.entries(houseRules).flatMap(([rule, judge]) => {
    const fault = judge(file, text);
    return fault === null ? [] : [`${file}: ${rule} (${fault})`];
  });
}

/** Checks every source file that git knows or would add; the rules' own texts hold what they forbid. */
export function checkHouse(): readonly string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs', 'tools', 'bench'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.startsWith('tools/check/house-rules'))
    .flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')));
}
