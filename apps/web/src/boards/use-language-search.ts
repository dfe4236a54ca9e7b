import { useSearchParams } from 'react-router';

/** The part of an address that keeps the language which this one asks for. */
export function useLanguageSearch(): string {
  const [params] = useSearchParams();
  const language = params.get('lang');
  return language === null ? '' : `?lang=${language}`;
}
