import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveWeb } from './serve-web.js';
import { LiveAdapter } from './wall/live.adapter.js';

export interface LiveServing {
  /** what people type (LEADCLOCK_PUBLIC_URL); its origin may open sockets besides the host itself; null: only the host itself */
  readonly publicUrl: string | null;
  /** the folder of the built screens (dist/web); null or missing: no screens are served */
  readonly webFolder: string | null;
}

/** Puts the socket adapter and the screens on an app that holds LiveModule; call it before `listen` (and before `init`). */
export async function prepareLive(app: NestFastifyApplication, { publicUrl, webFolder }: LiveServing): Promise<void> {
  app.useWebSocketAdapter(new LiveAdapter(app, publicUrl));
  await serveWeb(app, webFolder);
}
