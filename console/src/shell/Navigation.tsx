import { Link, type LinkProps } from '@tanstack/react-router';
import icon from '../icon.svg';
import type { Session } from '../session/session';
import { Icon, type IconName } from '../ui/Icon';
import { useText } from './messages';
import { You } from './You';

const places = [
  [['overview', '/', 'chart'], ['conversations', '/conversations', 'chat'], ['prospects', '/prospects', 'people']],
  [['agents', '/agents', 'agent'], ['hives', '/hives', 'book'], ['actions', '/actions', 'action'], ['products', '/products', 'product']],
  [['phones', '/phones', 'call'], ['voices', '/voices', 'voice'], ['files', '/files', 'file'], ['settings', '/settings', 'gear']],
] as const satisfies readonly (readonly [Parameters<ReturnType<typeof useText>>[0], LinkProps['to'], IconName])[][];

/** The way to every page. */
export function Navigation({ session }: { session: Session }) {
  const text = useText();
  return (
    <nav className="navigation" aria-label={text('pages')}>
      <Link className="name" to="/"><img src={icon} alt="" width={26} height={26} />{session.organization.name}</Link>
      {places.map(group => (
        <ul key={group[0][0]}>
          {group.map(([name, to, picture]) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/' }}><Icon name={picture} />{text(name)}</Link>
            </li>
          ))}
        </ul>
      ))}
      <You session={session} />
    </nav>
  );
}
