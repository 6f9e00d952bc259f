import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { Code } from '../ui/Code';
import { pretty, prettyText } from '../ui/json';
import { Badge, Card } from '../ui/Page';
import { useRunText } from './runMessages';

/** What came of an action that was tried. */
export function TestResult({ result: { succeeded, text: told, durationMs, request, answer } }: { result: Schema<'ActionTestResult'> }) {
  const text = useRunText();
  const format = useFormat();
  return (
    <div className="stack" role="status">
      <Card
        title={text(succeeded ? 'succeeded' : 'failed')}
        actions={(
          <>
            <Badge tone={succeeded ? 'good' : 'bad'}>{answer ? text('status', { status: String(answer.status) }) : text('noAnswer')}</Badge>
            <span className="faint numbers">{text('took', { millis: format.number(durationMs) })}</span>
          </>
        )}
      >
        <h3>{text('told')}</h3>
        <Code label={text('told')}>{prettyText(told)}</Code>
      </Card>
      <div className="halves">
        <Card title={text('request')}>
          {request ? (
            <>
              <p><strong>{request.method}</strong> <span className="action-where">{request.url}</span></p>
              <Message headers={request.headers} body={request.body ? pretty(request.body) : ''} />
            </>
          ) : <p className="faint">{text('notSent')}</p>}
        </Card>
        <Card title={text('answer')}>
          {answer ? (
            <>
              <p><strong>{text('status', { status: String(answer.status) })}</strong></p>
              <Message headers={answer.headers} body={prettyText(answer.body)} />
              {answer.isCut && <p className="faint">{text('cut')}</p>}
            </>
          ) : <p className="faint">{text('noAnswer')}</p>}
        </Card>
      </div>
    </div>
  );
}

/** What an HTTP message has beside its first line. */
function Message({ headers, body }: { headers: Record<string, string>; body: string }) {
  const text = useRunText();
  return (
    <div className="exchange">
      <h3>{text('headers')}</h3>
      <dl className="headers">
        {Object.entries(headers).map(([name, value]) => <div key={name} className="header-pair"><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <h3>{text('body')}</h3>
      {body ? <Code label={text('body')}>{body}</Code> : <p className="faint">{text('noBody')}</p>}
    </div>
  );
}
