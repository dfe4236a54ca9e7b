import { rmSync } from 'node:fs';

export default async function stopServers() {
  const { servers, folder, code } = globalThis.leadclockServers;
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(code, { recursive: true, force: true });
}
