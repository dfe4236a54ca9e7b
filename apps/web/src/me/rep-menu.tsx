import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { Avatar, initialOf } from '../console/avatar.js';
import { Icon } from '../console/icons.js';
import { chooseTo, languageNames } from '../console/language.js';
import { useLive } from '../console/use-console.js';
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

/** Who sits here; until people have accounts anybody can say that he is somebody else. `wide`: with the name, on a phone. */
export function RepMenu({ wide = false }: { wide?: boolean }) {
  const { t, i18n } = useLingui();
  const name = useLive(own, (state) => state?.me?.name ?? null);
  const reps = useReps();
  const names = useRepNames();
  if (name === null) return null;
  return (
    <MenuTrigger>
      <Button className={wide ? 'btn btn-quiet who-menu' : 'av av-button'} {...(wide ? {} : { 'aria-label': t`You are ${name}` })}>
        {wide ? (
          <>
            <span aria-hidden="true">
              <Avatar name={name} mine />
            </span>
            <b className="cut">{name}</b>
            <Icon of="down" />
          </>
        ) : (
          initialOf(name)
        )}
      </Button>
      <Popover className="popover" placement={wide ? 'bottom start' : 'bottom end'}>
        <Menu className="menu" aria-label={t`Who sits here`} selectionMode="single" selectedKeys={[rep]}>
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
          {wide && (
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
          {wide && (
            <MenuSection>
              <Header className="menu-title">
                <Trans>Pages</Trans>
              </Header>
              <MenuItem className="menu-item" href="/team">
                <Trans>Team</Trans>
              </MenuItem>
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
