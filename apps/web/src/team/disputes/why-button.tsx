import { Trans, useLingui } from '@lingui/react/macro';

interface WhyProps {
  readonly name: string;
  readonly open: boolean;
  readonly onPress: () => void;
}

/** Opens under a line what was disputed about its lead. */
export function WhyButton({ name, open, onPress }: WhyProps) {
  const { t } = useLingui();
  return (
    <button type="button" className="as-link" aria-expanded={open} aria-label={t`Why: ${name}`} onClick={onPress}>
      <Trans>Why</Trans>
    </button>
  );
}
