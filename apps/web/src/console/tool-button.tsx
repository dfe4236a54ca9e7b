import { Button } from 'react-aria-components';

interface ToolProps {
  readonly icon: React.ReactNode;
  /** says in words what is; on a narrow screen only those who listen get it */
  readonly children: React.ReactNode;
  readonly onPress?: () => void;
  /** what a press would do */
  readonly hint?: string;
  readonly warn?: boolean;
  readonly isDisabled?: boolean;
}

/** A quiet button of the top bar: an icon and its state in words. */
export const ToolButton = ({ icon, children, onPress, hint, warn = false, isDisabled = false }: ToolProps) => (
  <Button
    className={warn ? 'btn btn-warn tool' : 'btn btn-quiet tool'}
    isDisabled={isDisabled}
    {...(onPress === undefined ? {} : { onPress })}
  >
    {icon}
    <span className="tool-word">{children}</span>
    {hint !== undefined && <span className="vh">. {hint}</span>}
  </Button>
);
