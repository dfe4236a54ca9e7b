/** Light or dark as the device wants it, unless the page itself says `data-theme`. The tokens know the rest. */
export function followTheme(): void {
  const root = document.documentElement;
  if (root.dataset['theme'] !== undefined) return;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => {
    root.dataset['theme'] = dark.matches ? 'dark' : 'light';
  };
  follow();
  dark.addEventListener('change', follow);
}
