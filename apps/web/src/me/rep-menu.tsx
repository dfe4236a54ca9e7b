import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { Avatar, initialOf } from '../console/avatar.js';
import { Icon } from '../console/icons.js';
import { chooseTo, languageNames } from '../console/language.js';
import { useLive } from '../console/use-console.js';
import { usePages } from '../console/use-pages.js';
import { languages } from '../i18n/locale.js';
import { becomeRep } from './rep-choice.js';
import { floor, own, rep } from './streams.js';

/** The reps who may take leads, by name. */
export const useReps = () =>
  useStore(
    floor.shown,
    useShallow(({ state }) =>
      Object.entries(state?.reps ?? {})
        .filter(([, { active }]) => active)
        .sort(([, a], [, b]) => a.name.localeCompare(b.name))
        .map(([id]) => id),
    ),
  );

export const useRepNames = () => useLive(floor, (state) => state?.reps ?? null);
const useOwnName = (): string | null => useLive(own, (state) => state?.me?.name ?? null);

/** Who sits here; until people have accounts anybody can say that he is somebody else. */
export function RepMenu() {
  const { t } = useLingui();
  const name = useOwnName();
  if (name === null) return null;
  return (
    <MenuTrigger>
      <Button className="av av-button" aria-label={t`You are ${name}`}>
        {initialOf(name)}
      </Button>
      <Choices placement="bottom end" />
    </MenuTrigger>
  );
}

/** The same on a phone, where it is also the way to another language and page; before anybody has said who he is only that. */
export function PhoneMenu() {
  const name = useOwnName();
  return (
    <MenuTrigger>
      <Button className="btn btn-quiet who-menu">
        {name !== null && (
          <span aria-hidden="true">
            <Avatar name={name} mine />
          </span>
        )}
        <b className="cut">{name ?? 'Leadclock'}</b>
        <Icon of="down" />
      </Button>
      <Choices placement="bottom start" phone />
    </MenuTrigger>
  );
}

function Choices({ placement, phone = false }: { placement: 'bottom start' | 'bottom end'; phone?: boolean }) {
  const { t, i18n } = useLingui();
  const reps = useReps();
  const names = useRepNames();
  const pages = usePages().filter(({ name }) => name !== 'me');
  const seated = useOwnName() !== null;
  return (
    <Popover className="popover" placement={placement}>
      <Menu className="menu" aria-label={seated ? t`Who sits here` : t`Language`} selectionMode="single" selectedKeys={[rep]}>
        {seated && (
          <MenuSection>
            <Header className="menu-title">
              <Trans>Who sits here</Trans>
            </Header>
            {reps.map((id) => (
              <MenuItem key={id} id={id} className="menu-item" onAction={() => becomeRep(id)} textValue={names?.[id]?.name ?? id}>
                <bdi>{names?.[id]?.name ?? id}</bdi>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {phone && (
          <MenuSection selectionMode="single" selectedKeys={[`language ${i18n.locale}`]}>
            <Header className="menu-title">
              <Trans>Language</Trans>
            </Header>
            {languages.map((language) => (
              <MenuItem key={language} id={`language ${language}`} className="menu-item" onAction={() => chooseTo(language)}>
                <span lang={language}>{languageNames[language]}</span>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {phone && (
          <MenuSection selectionMode="none">
            <Header className="menu-title">
              <Trans>Pages</Trans>
            </Header>
            {pages.map(({ name, title }) => (
              <MenuItem key={name} className="menu-item" href={`/${name}`}>
                {title}
              </MenuItem>
            ))}
          </MenuSection>
        )}
      </Menu>
    </Popover>
  );
}
