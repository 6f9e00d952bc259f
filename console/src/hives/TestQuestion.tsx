import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Card, Pending } from '../ui/Page';
import { Findings } from './Findings';
import { useHiveText } from './pageMessages';
import { useFindings } from './queries';

/** Tries a question on a hive: what is found, why, and whether the agent would answer. */
export function TestQuestion({ hiveId, question, onAsk }: { hiveId: string; question: string; onAsk(question: string): void }) {
  const text = useHiveText();
  const [typed, setTyped] = useState(question);
  const findings = useFindings(hiveId, question);
  const ask = () => {
    if (typed.trim() === question) {
      void findings.refetch();
    } else {
      onAsk(typed.trim());
    }
  };
  return (
    <Card title={text('test')}>
      <Form className="ask" onSubmit={event => { event.preventDefault(); ask(); }}>
        <Field label={text('question')} value={typed} onChange={setTyped} placeholder={text('placeholder')} maxLength={500} autoComplete="off" />
        <Button kind="main" type="submit" isDisabled={typed.trim() === ''} isPending={findings.isFetching}>{text(findings.isFetching ? 'asking' : 'ask')}</Button>
      </Form>
      {question === '' && <p className="faint">{text('testEmpty')}</p>}
      {question !== '' && !findings.data && <Pending of={findings} />}
      {question !== '' && findings.data && <Findings findings={findings.data} />}
    </Card>
  );
}
