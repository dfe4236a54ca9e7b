import { type To, useSearchParams } from 'react-router';

/** The way to another page: of an address only its language goes along. */
export function useWayTo(): (pathname: string) => To {
  const [params] = useSearchParams();
  const language = params.get('lang');
  return (pathname) => ({ pathname, search: language === null ? '' : `?lang=${language}` });
}
