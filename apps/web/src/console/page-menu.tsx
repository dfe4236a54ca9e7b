import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icons.js';
import { usePages } from './use-pages.js';

/** Where one is and the way to the other pages, where the bar has no room for all of them. */
export function PageMenu({ page }: { page: string }) {
  const { t } = useLingui();
  const pages = usePages();
  return (
    <MenuTrigger>
      <Button className="btn btn-quiet page-menu">
        <span className="vh">
          <Trans>Pages</Trans>:{' '}
        </span>
        {pages.find(({ name }) => name === page)?.title}
        <Icon of="down" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label={t`Pages`} selectionMode="single" selectedKeys={[page]}>
          {pages.map(({ name, title }) => (
            <MenuItem key={name} id={name} className="menu-item" href={`/${name}`}>
              {title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
