import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface LiveServing {
  /** what people type (LEADCLOCK_PUBLIC_URL); its origin may open sockets besides the host itself; null: only the host itself */
  readonly publicUrl: string | null;
  /** the folder of the built screens (dist/web); null or missing: no screens are served */
  readonly webFolder: string | null;
}

/** Puts the socket adapter and the screens on an app that holds LiveModule; call it before `listen` (and before `init`). */
export async function prepareLive(_app: NestFastifyApplication, _serving: LiveServing): Promise<void> {}
