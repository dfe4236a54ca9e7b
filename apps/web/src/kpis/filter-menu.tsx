import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../team/icons.js';
import { NO_VALUE, type Question } from './question.js';
import { useQuestionWords } from './question-words.js';
import { useMemberWords } from './use-member-words.js';
import { useAnswer } from './use-numbers.js';

interface FilterProps {
  readonly dimension: string;
  readonly question: Question;
  readonly onChoose: (values: readonly string[]) => void;
}

/** Which values of a dimension pass; those that the answer has are offered, with how many rows each has. */
export function FilterMenu({ dimension, question, onChoose }: FilterProps) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const member = useMemberWords();
  const [open, setOpen] = useState(false);
  const chosen = question.filters[dimension] ?? [];
  const { [dimension]: _, ...others } = question.filters;
  const { data, isPending, error } = useAnswer({ ...question, by: [dimension], filters: others }, open);
  const offered = (data?.groups ?? []).map(({ key }) => key[dimension] ?? NO_VALUE);
  const values = [...new Set([...chosen, ...offered])];
  const said = (value: string): string => member(dimension, value === NO_VALUE ? null : value);
  const name = words.dimension(dimension);
  const shown = chosen.length === 0 ? t`all` : chosen.map(said).join(', ');
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={chosen.length === 0 ? 'sel' : 'sel is-set'}>
        <span>{name}</span> <b className="cut">{shown}</b>
        <Icon of="down" />
      </Button>
      <Popover className="popover" placement="bottom start">
        {isPending && chosen.length === 0 && error === null && (
          <p className="empty">
            <Trans>Loading</Trans>
          </p>
        )}
        {!isPending && values.length === 0 && (
          <p className="empty">
            <Trans>There is nothing to choose from in this answer.</Trans>
          </p>
        )}
        {error !== null && (
          <p className="empty">
            <Trans>What there is to choose from cannot be had now.</Trans>
          </p>
        )}
        <Menu
          className="menu"
          aria-label={name}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => onChoose(keys === 'all' ? values : values.filter((value) => keys.has(value)))}
        >
          {values.map((value) => (
            <MenuItem key={value} id={value} className="menu-item" textValue={said(value)}>
              <bdi>{said(value)}</bdi>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
