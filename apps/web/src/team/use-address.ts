import { useMemo } from 'react';
import { type To, useNavigate, useSearchParams } from 'react-router';
import { type Address, readAddress, writeAddress } from './address.js';

/** What the address says, and the addresses that differ from it. */
export function useAddress() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return useMemo(() => {
    const address = readAddress(params);
    const to = (change: Partial<Address>): To => ({ search: `?${writeAddress(params, { ...address, ...change }).toString()}` });
    return { address, to, go: (change: Partial<Address>): void => void navigate(to(change)) };
  }, [params, navigate]);
}
