/**
 * An address as it may stand on a screen: enough to tell it from others, too little to use it. What is no e-mail address is a URL, which may hold a
 * secret: only where it leads is shown.
 */
export function maskedAddress({ kind, address }: { readonly kind: string; readonly address: string }): string {
  if (kind !== 'email') return URL.canParse(address) ? `${new URL(address).origin}/…` : '…';
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
