import { Trans } from '@lingui/react/macro';
import { noneBecause } from './notice-state.js';

// an iPad says that it is a Mac; Macs have no touch screen
const isApplePhone = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

/** How somebody gets notifications who cannot turn them on here. */
export function NoticeFix({ of }: { of: 'blocked' | 'none' }) {
  return <p className="t2">{of === 'blocked' ? <Unblock /> : <Missing />}</p>;
}

function Unblock() {
  const { userAgent } = navigator;
  if (userAgent.includes('Firefox/'))
    return <Trans>Press the sign left of the address and clear the blocked permission for notifications.</Trans>;
  if (userAgent.includes('Safari/') && !userAgent.includes('Chrome/'))
    return <Trans>Open the browser’s settings, Websites, Notifications, and allow them for this address.</Trans>;
  return <Trans>Press the sign left of the address, open the site’s settings, and allow notifications.</Trans>;
}

function Missing() {
  switch (noneBecause({ isSecure: window.isSecureContext, isApplePhone: isApplePhone() })) {
    case 'insecure':
      return <Trans>Browsers show them for https addresses only: open Leadclock by one, or on the computer that it runs on.</Trans>;
    case 'not-installed':
      return <Trans>On iPhone and iPad: press Share, then “Add to Home Screen”, and open Leadclock from there.</Trans>;
    case 'unsupported':
      return <Trans>This browser has none: use another one.</Trans>;
  }
}
