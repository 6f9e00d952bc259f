import { useState } from 'react';
import { Form } from 'react-aria-components';
import { api, asked, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { Button } from '../ui/Button';
import { isObject, parsed, pretty, type JsonObject } from '../ui/json';
import { JsonField } from '../ui/JsonField';
import { Card } from '../ui/Page';
import { ArgumentField } from './ArgumentField';
import { argumentsOf, filled } from './arguments';
import { endpointOf } from './endpoint';
import { useRunText } from './runMessages';
import { TestResult } from './TestResult';

/** Carries out an action once, as an agent would, and shows what was sent and what came back. */
export function TestRun({ action, isDirty }: { action: Schema<'ActionOutput'>; isDirty: boolean }) {
  const text = useRunText();
  const wanted = argumentsOf(action.parameters ?? {});
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [json, setJson] = useState<string | null>(wanted ? null : '{}');
  const run = useChange((given: JsonObject) => asked(api.POST('/v1/actions/{action_id}/test', {
    // the schema knows no more of an object than that it is one
    params: { path: { action_id: action.id ?? '' } }, body: { arguments: given as Record<string, never> },
  })), { touches: [] });
  if (endpointOf(action.endpoint)?.kind !== 'http') {
    return <Card><p>{text('notHttp')}</p></Card>;
  }
  const read = json === null ? { value: filled(wanted ?? [], typed) } : parsed(json.trim() || '{}');
  const given = 'value' in read && isObject(read.value) ? read.value : null;
  const turn = wanted && wanted.length > 0 && (
    <Button kind="quiet" onPress={() => setJson(json === null ? pretty(filled(wanted, typed)) : null)}>{text(json === null ? 'asJson' : 'asForm')}</Button>
  );
  return (
    <>
      <Card title={text('arguments')} actions={turn}>
        <p className="faint">{text('argumentsHint')}</p>
        {action.invocationTrigger !== 'user_query' && <p className="notice">{text('webhookTest')}</p>}
        {isDirty && <p className="notice">{text('unsaved')}</p>}
        <Form className="stack" onSubmit={event => { event.preventDefault(); if (given) { run.mutate(given); } }}>
          {json === null && wanted?.length === 0 && <p>{text('noArguments')}</p>}
          {json === null
            ? wanted?.map(argument => <ArgumentField key={argument.name} argument={argument} value={typed[argument.name] ?? ''}
                onChange={value => setTyped(before => ({ ...before, [argument.name]: value }))} />)
            : <JsonField label={text('json')} value={json} onChange={setJson} lines={8} />}
          <div className="row"><Button kind="main" type="submit" isDisabled={!given} isPending={run.isPending}>{text(run.isPending ? 'running' : 'run')}</Button></div>
        </Form>
      </Card>
      {run.data && <TestResult result={run.data} />}
    </>
  );
}
