import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { languages, useLanguage, type Language } from '../messages/language';
import { useText as useSessionText } from '../session/messages';
import { useSignOut, type Session } from '../session/session';
import { Choice } from '../ui/Choice';
import { Icon } from '../ui/Icon';
import { useText } from './messages';
import { chooseTheme, theme, type Theme } from './theme';

/** Who is signed in, and what only concerns them: language, light or dark, the way out. */
export function You({ session }: { session: Session }) {
  const text = useText();
  const ofSession = useSessionText();
  const { language, choose } = useLanguage();
  const [look, setLook] = useState(theme);
  const here = useSignOut('here');
  const everywhere = useSignOut('everywhere');
  const changeLook = (chosen: Theme) => {
    chooseTheme(chosen);
    setLook(chosen);
  };
  return (
    <div className="you">
      <Choice<Language> label={text('language')} value={language} onChange={choose}
        options={Object.entries(languages).map(([key, label]) => ({ key: key as Language, label }))} />
      <Choice<Theme> label={text('look')} value={look} onChange={changeLook}
        options={(['system', 'light', 'dark'] as const).map(key => ({ key, label: text(key) }))} />
      <MenuTrigger>
        <Button className="button who"><span className="grow clip">{session.user.fullName ?? session.user.email}</span><Icon name="more" /></Button>
        <Popover className="popover">
          <Menu className="list">
            <MenuItem className="item" onAction={() => here.mutate()}>{ofSession('signOut')}</MenuItem>
            <MenuItem className="item" onAction={() => everywhere.mutate()}>{ofSession('signOutEverywhere')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
