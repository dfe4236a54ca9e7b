import { Keyring } from '@leadclock/identity/keyring.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import { SETTINGS } from '@leadclock/runtime/tokens.js';
import { type CanActivate, type ExecutionContext, ForbiddenException, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Lets in pages of ours, and programs that show an API key. */
@Injectable()
export class PageOrKeyGuard implements CanActivate {
  constructor(
    @Inject(Keyring) private readonly keyring: Keyring,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      if ((await this.keyring.verify(authorization)) !== null) return true;
      throw new UnauthorizedException({ problem: 'this API key is none of ours; leadclock key show prints the key' });
    }
    const refusal = pageRefusal(request, this.settings.publicUrl);
    if (refusal === null) return true;
    const { status, detail } = refusal;
    throw status === 403 ? new ForbiddenException({ problem: detail }) : new UnauthorizedException({ problem: detail });
  }
}
