import type { Schema } from '../api/client';
import { Badge } from '../ui/Page';
import { useHivesText } from './messages';

const states = ['pending', 'processing', 'completed', 'failed'] as const;
const tones = { pending: 'plain', processing: 'info', completed: 'good', failed: 'bad' } as const;

/** Whether a hive is read, in a word. */
export function HiveStatus({ status }: Pick<Schema<'Hive'>, 'status'>) {
  const text = useHivesText();
  const state = states.find(known => known === status);
  return state ? <Badge tone={tones[state]}>{text(state)}</Badge> : <Badge>{status}</Badge>;
}
