import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Schema } from '../api/client';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { AddDocuments } from './AddDocuments';
import { AddSource } from './AddSource';
import { hiveTypes, kindHints, kindIcons } from './kinds';
import { useHivesText } from './messages';
import { useCreateHive } from './queries';
import './hives.css';

/** Makes a hive: of files, of something on the web, or of what was said before. */
export function AddHive({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useHivesText();
  const [type, setType] = useState<Schema<'HiveType'>>('DOCS');
  const navigate = useNavigate();
  const create = useCreateHive(hive => void navigate({ to: '/hives/$hiveId', params: { hiveId: hive.id ?? '' } }));
  return (
    <Dialog title={text('add')} isOpen={isOpen} onClose={onClose} isWide>
      <RadioGroup className="kinds" value={type} onChange={key => { setType(key as Schema<'HiveType'>); create.reset(); }}>
        <Label className="unseen">{text('kind')}</Label>
        {hiveTypes.map(key => (
          <Radio key={key} value={key} className="kind">
            <Icon name={kindIcons[key]} />
            <strong>{text(key)}</strong>
            <span className="hint">{text(kindHints[key])}</span>
          </Radio>
        ))}
      </RadioGroup>
      {type === 'DOCS' ? <AddDocuments create={create} /> : <AddSource key={type} type={type} create={create} />}
    </Dialog>
  );
}
