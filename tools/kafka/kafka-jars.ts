import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Java to run the broker with: JAVA_HOME's, else the one on the path. */
export const java = process.env['JAVA_HOME'] ? path.join(process.env['JAVA_HOME'], 'bin', 'java') : 'java';

/** Why no broker can be started here, or null when one can: Java 17 is needed, and Maven unless the jars were fetched before. */
export function missingForKafka(): string | null {
  const { status, stdout, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const version = status === 0 ? /version "(\d+)/.exec(`${stderr}${stdout}`)?.[1] : undefined;
  if (version === undefined) return 'java is not on the path; install Java 17 or later';
  if (Number(version) < 17) return `java is version ${version}; install Java 17 or later, or set JAVA_HOME`;
  if (!existsSync(jarFolder()) && spawnSync('mvn', ['--version']).status !== 0) return 'mvn is not on the path; install Maven';
  return null;
}

/** The folder with Apache Kafka's jars, from Maven Central the first time; call from the checkout's root. */
export function kafkaJars(): string {
  const folder = jarFolder();
  if (existsSync(folder)) return folder;
  mkdirSync(path.dirname(folder), { recursive: true });
  const fetching = mkdtempSync(`${folder}-`);
  const fetched = spawnSync(
    'mvn',
    ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${fetching}`, '-DincludeScope=runtime'],
    { encoding: 'utf8' },
  );
  if (fetched.status !== 0) {
    rmSync(fetching, { recursive: true, force: true });
    throw new Error(`maven could not fetch Apache Kafka: ${fetched.stdout}${fetched.stderr}`.trim());
  }
  try {
    renameSync(fetching, folder);
  } catch (error) {
    rmSync(fetching, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const pom = path.resolve('tools', 'kafka', 'pom.xml');

/** Named after the pom's content, so that another version of Kafka is another folder. */
function jarFolder(): string {
  return path.resolve('.cache', 'kafka', createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12));
}
