import { Link } from '@tanstack/react-router';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { useText } from './messages';

/** Instead of a page that threw. */
export function Failed({ error }: { error: unknown }) {
  const text = useText();
  return (
    <Page title={text('crashed')}>
      <p className="faint">{error instanceof Error ? error.message : String(error)}</p>
      <div className="row"><Button onPress={() => location.reload()}>{text('reload')}</Button></div>
    </Page>
  );
}

/** Instead of a page that is not there. */
export function Lost() {
  const text = useText();
  return (
    <Page title={text('lost')}>
      <p><Link to="/">{text('home')}</Link></p>
    </Page>
  );
}
