import { useLingui } from '@lingui/react/macro';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { languages } from '../i18n/locale.js';
import { Icon } from './icons.js';
import { chooseTo, languageNames } from './language.js';

/** The language on screen; choosing one is remembered in this browser. */
export function LanguageMenu() {
  const { t, i18n } = useLingui();
  return (
    <MenuTrigger>
      <Button
        className="btn btn-quiet tool-language"
        aria-label={`${t`Language`}: ${languages.find((one) => one === i18n.locale) ?? 'en'}`}
      >
        {i18n.locale.toUpperCase()}
        <Icon of="down" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t`Language`} selectionMode="single" selectedKeys={[i18n.locale]}>
          {languages.map((language) => (
            <MenuItem key={language} id={language} className="menu-item" onAction={() => chooseTo(language)}>
              <span lang={language}>{languageNames[language]}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
