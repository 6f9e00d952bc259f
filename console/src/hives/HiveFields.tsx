import { useAgentNames } from '../api/agentNames';
import type { Schema } from '../api/client';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import type { HiveDraft } from './draft';
import { useHivesText } from './messages';

const depths = ['0', '1', '2', '3', '5', '10'];
const hours = ['', '24', '168', '720'];

/** What can be chosen about a hive that is read where it is: where, how far and how often. */
export function HiveFields({ type, draft, onChange, errors, isDisabled = false }: {
  type: Schema<'HiveType'>;
  draft: HiveDraft;
  onChange(draft: HiveDraft): void;
  errors: Record<string, string>;
  isDisabled?: boolean;
}) {
  const text = useHivesText();
  const agents = useAgentNames();
  const depthLabel = (depth: string) => (depth === '0' ? text('depth0') : depth === '1' ? text('depth1') : text('depthMany', { count: Number(depth) }));
  const hoursLabel = (count: string) =>
    ({ '': text('never'), 24: text('daily'), 168: text('weekly'), 720: text('monthly') })[count] ?? text('hours', { count: Number(count) });
  return (
    <>
      {(type === 'WEBSITE' || type === 'GOOGLE_DOCS') && (
        <Field label={text('address')} value={draft.url} onChange={url => onChange({ ...draft, url })} error={errors.url}
          inputMode="url" autoComplete="off" isDisabled={isDisabled}
          placeholder={text(type === 'WEBSITE' ? 'websitePlaceholder' : 'googlePlaceholder')} hint={type === 'GOOGLE_DOCS' && text('googleShare')} />
      )}
      {type === 'WEBSITE' && (
        <Choice label={text('depth')} hint={errors['hiveProps.depth'] ?? text('depthHint')} value={draft.depth} onChange={depth => onChange({ ...draft, depth })} isDisabled={isDisabled}
          options={withOwn(depths, draft.depth).map(key => ({ key, label: depthLabel(key) }))} />
      )}
      {type === 'TRANSCRIPTS' && (
        <Choice label={text('agent')} value={draft.agentId} onChange={agentId => onChange({ ...draft, agentId })} isDisabled={isDisabled}
          options={[{ key: '', label: text('anyAgent') }, ...(agents.data ?? []).map(({ id, label }) => ({ key: id, label }))]} />
      )}
      {type !== 'DOCS' && (
        <Choice label={text('refresh')} hint={errors['hiveProps.refresh_hours'] ?? text('refreshHint')} value={draft.refreshHours} onChange={refreshHours => onChange({ ...draft, refreshHours })} isDisabled={isDisabled}
          options={withOwn(hours, draft.refreshHours).map(key => ({ key, label: hoursLabel(key) }))} />
      )}
    </>
  );
}

/** The usual values, and the one that was set elsewhere. */
function withOwn(usual: string[], own: string): string[] {
  return usual.includes(own) ? usual : [...usual, own];
}
