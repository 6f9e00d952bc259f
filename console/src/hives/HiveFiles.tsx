import { useEffect, useRef } from 'react';
import type { Schema } from '../api/client';
import { DropFiles } from '../files/DropFiles';
import { documentEndings } from '../files/kinds';
import { Uploads } from '../files/Uploads';
import { useUploads } from '../files/uploads';
import { useMay } from '../session/session';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Outside } from '../ui/Outside';
import { useHiveText } from './pageMessages';

type FileRecords = Schema<'Files'>[];

/** The files a hive is made of, with more to add and a way to take each out. */
export function HiveFiles({ files, onChange }: { files: FileRecords; onChange(change: (files: FileRecords) => FileRecords): void }) {
  const text = useHiveText();
  const mayWrite = useMay('WRITE');
  const uploads = useUploads(documentEndings);
  const taken = useRef(new Set<number>());
  useEffect(() => {
    for (const { key, record } of uploads.uploads) {
      if (record && !taken.current.has(key)) {
        taken.current.add(key);
        onChange(before => [...before, record]);
        uploads.remove(key);
      }
    }
  });
  return (
    <div className="stack">
      {files.length === 0 && <p className="faint">{text('noFiles')}</p>}
      <ul aria-label={text('files')}>
        {files.map(({ id, fileName = '', fileUrl = '' }) => (
          <li key={id} className="row">
            <span className="grow file-name"><Outside address={fileUrl}>{fileName}</Outside></span>
            {mayWrite && <IconButton label={text('removeFile', { name: fileName })} onPress={() => onChange(before => before.filter(one => one.id !== id))}><Icon name="close" size={16} /></IconButton>}
          </li>
        ))}
      </ul>
      {mayWrite && <DropFiles endings={documentEndings} onFiles={uploads.add} />}
      <Uploads of={uploads} />
    </div>
  );
}
