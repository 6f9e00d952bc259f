import { DropFiles } from '../files/DropFiles';
import { documentEndings } from '../files/kinds';
import { Uploads } from '../files/Uploads';
import { useUploads } from '../files/uploads';
import { Button } from '../ui/Button';
import { emptyDraft, inputOf } from './draft';
import { useHivesText } from './messages';
import type { useCreateHive } from './queries';

/** Uploads documents and makes a hive of them. */
export function AddDocuments({ create }: { create: ReturnType<typeof useCreateHive> }) {
  const text = useHivesText();
  const uploads = useUploads(documentEndings);
  const isReady = uploads.records.length > 0 && !uploads.isBusy;
  return (
    <div className="stack">
      <DropFiles endings={documentEndings} onFiles={uploads.add} />
      <Uploads of={uploads} />
      <div className="row end">
        {!isReady && <span className="faint small">{text(uploads.isBusy ? 'wait' : 'uploadFirst')}</span>}
        <Button kind="main" isDisabled={!isReady} isPending={create.isPending} onPress={() => create.mutate(inputOf('DOCS', { ...emptyDraft, files: uploads.records }))}>
          {text('create')}
        </Button>
      </div>
    </div>
  );
}
