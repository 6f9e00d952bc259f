import type { DirectoryDropItem, DropItem, FileDropItem } from 'react-aria-components';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useFilesText } from './messages';
import './files.css';

/** Where files are dropped, or chosen with a button. */
export function DropFiles({ endings, onFiles }: { endings: readonly string[]; onFiles(files: File[]): void }) {
  const text = useFilesText();
  const dropped = async (items: DropItem[]) => onFiles((await Promise.all(items.map(filesIn))).flat());
  return (
    <DropZone className="drop-files" onDrop={({ items }) => void dropped(items)}>
      <Icon name="upload" size={28} />
      <Text slot="label">{text('drop')}</Text>
      <FileTrigger allowsMultiple acceptedFileTypes={endings.map(ending => `.${ending}`)} onSelect={files => onFiles(Array.from(files ?? []))}>
        <Button>{text('choose')}</Button>
      </FileTrigger>
      <p className="hint">{text('kinds', { endings: endings.map(ending => `.${ending}`).join(', ') })}</p>
    </DropZone>
  );
}

/** A file is itself; a folder is everything in it. */
async function filesIn(item: DropItem): Promise<File[]> {
  if (item.kind === 'file') {
    return [await (item as FileDropItem).getFile()];
  }
  const files: File[] = [];
  if (item.kind === 'directory') {
    for await (const entry of (item as DirectoryDropItem).getEntries()) {
      files.push(...await filesIn(entry));
    }
  }
  return files;
}
