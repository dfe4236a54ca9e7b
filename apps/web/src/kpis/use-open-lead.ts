import { type To, useNavigate, useSearchParams } from 'react-router';

/** The lead that is open in the panel: it stands in the address beside what the page asks. */
export function useOpenLead() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const to = (lead: string | null): To => {
    const next = new URLSearchParams(params);
    if (lead === null) next.delete('lead');
    else next.set('lead', lead);
    return { search: `?${next.toString()}` };
  };
  return { lead: params.get('lead') || null, to, close: (): void => void navigate(to(null)) };
}
