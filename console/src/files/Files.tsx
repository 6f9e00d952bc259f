import { useMay } from '../session/session';
import { Card, Empty, Page, Pending } from '../ui/Page';
import { Button } from '../ui/Button';
import { DropFiles } from './DropFiles';
import { FileTable } from './FileTable';
import { fileEndings } from './kinds';
import { listed } from './list';
import { useFilesText } from './messages';
import { useDocumentHives, useSessionFiles } from './queries';
import { Uploads } from './Uploads';
import { useUploads } from './uploads';

/** Uploads files and shows those that are known. */
export function Files() {
  const text = useFilesText();
  const mayWrite = useMay('WRITE');
  const uploads = useUploads(fileEndings);
  const session = useSessionFiles();
  const hives = useDocumentHives();
  const files = hives.data && listed(session, hives.data);
  const isOver = uploads.uploads.length > 0 && !uploads.isBusy;
  return (
    <Page title={text('title')} lead={text('lead')}>
      {mayWrite && (
        <Card title={text('upload')} actions={isOver && <Button kind="quiet" onPress={uploads.clear}>{text('clear')}</Button>}>
          <DropFiles endings={fileEndings} onFiles={uploads.add} />
          <Uploads of={uploads} />
        </Card>
      )}
      <p className="faint">{text('noList')}</p>
      {!files && <Pending of={hives} />}
      {files?.length === 0 && <Empty icon="file" title={text('emptyTitle')}><p>{text('empty')}</p></Empty>}
      {files && files.length > 0 && <FileTable files={files} />}
    </Page>
  );
}
