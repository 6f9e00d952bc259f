import { IconButton, Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Badge } from '../ui/Page';
import { Progress } from '../ui/Progress';
import { useFilesText } from './messages';
import { useSize } from './size';
import type { Upload, useUploads } from './uploads';

/** Files on their way to the server, each with how far it has come or what is wrong with it. */
export function Uploads({ of }: { of: ReturnType<typeof useUploads> }) {
  const text = useFilesText();
  return of.uploads.length === 0 ? null : (
    <ul className="uploads" aria-label={text('uploads')}>
      {of.uploads.map(one => (
        <li key={one.key} className="row">
          <div className="grow"><Told upload={one} /></div>
          {one.state === 'failed' && one.isWorthRetrying && <Button onPress={() => of.retry(one.key)}>{text('retry')}</Button>}
          <IconButton label={text(one.state === 'sending' ? 'cancel' : 'takeOff', { name: one.file.name })} onPress={() => of.remove(one.key)}>
            <Icon name="close" size={16} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Told({ upload: { file, state, sent, problem } }: { upload: Upload }) {
  const text = useFilesText();
  const size = useSize();
  if (state === 'sending') {
    return <Progress label={`${file.name} · ${text(sent < 1 ? 'sending' : 'checking')}`} value={sent < 1 ? sent : null} />;
  }
  return (
    <>
      <p className="row">
        <span className="file-name">{file.name}</span>
        <span className="faint small numbers">{size(file.size)}</span>
        <Badge tone={state === 'done' ? 'good' : state === 'failed' ? 'bad' : 'plain'}>{text(state)}</Badge>
      </p>
      {problem && <p className="wrong" role="alert">{problem}</p>}
    </>
  );
}
