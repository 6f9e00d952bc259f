import type { Schema } from '../api/client';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import type { PartProps } from './Basics';
import { useText } from './messages';
import { Stages } from './Stages';

/** What the agent is to do in a conversation. */
export function Mission({ form, change, errors, isDisabled }: PartProps) {
  const text = useText();
  const mission = form.mission ?? { greeting: '' };
  const set = (some: Partial<Schema<'Mission'>>) => change({ mission: { ...mission, ...some } });
  return (
    <>
      <Card>
        <Field label={text('greeting')} hint={text('greetingHint', { name: '{name}', role: '{role}', company_name: '{company_name}' })} lines={2} value={mission.greeting ?? ''} onChange={greeting => set({ greeting })} error={errors['mission.greeting']} isRequired isDisabled={isDisabled} />
        <Field label={text('prompt')} hint={text('promptHint')} lines={12} value={mission.prompt ?? ''} onChange={prompt => set({ prompt })} error={errors['mission.prompt']} isDisabled={isDisabled} />
        <Field label={text('objective')} lines={2} value={mission.objective ?? ''} onChange={objective => set({ objective: objective || null })} error={errors['mission.objective']} isDisabled={isDisabled} />
        <Field label={text('farewell')} lines={2} value={mission.farewell ?? ''} onChange={farewell => set({ farewell })} error={errors['mission.farewell']} isDisabled={isDisabled} />
      </Card>
      <Stages stages={mission.sequence ?? []} onChange={sequence => set({ sequence })} isDisabled={isDisabled} />
    </>
  );
}
