import type { Schema } from '../api/client';
import { Button, IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { ListField } from '../ui/ListField';
import { Card } from '../ui/Page';
import type { PartProps } from './Basics';
import { useText } from './messages';

type Metric = Schema<'ConversationEvaluationMetric'>;

/** What few agents need: words to listen for, and how conversations are judged. */
export function MorePart({ form, change, isDisabled }: PartProps) {
  const text = useText();
  const metrics = form.evaluationMetrics ?? { qualitativeMetrics: [], quantitativeMetrics: [] };
  return (
    <>
      <Card>
        <ListField label={text('keywords')} hint={text('keywordsHint')} values={form.boostedKeywords ?? []} onChange={boostedKeywords => change({ boostedKeywords })} removeLabel={word => text('removeWord', { word })} isDisabled={isDisabled} />
      </Card>
      <Card title={text('metrics')}>
        <Metrics title={text('quality')} metrics={metrics.qualitativeMetrics ?? []} isDisabled={isDisabled} onChange={qualitativeMetrics => change({ evaluationMetrics: { ...metrics, qualitativeMetrics } })} />
        <Metrics title={text('quantity')} metrics={metrics.quantitativeMetrics ?? []} isDisabled={isDisabled} onChange={quantitativeMetrics => change({ evaluationMetrics: { ...metrics, quantitativeMetrics } })} />
      </Card>
    </>
  );
}

function Metrics({ title, metrics, onChange, isDisabled }: { title: string; metrics: Metric[]; onChange(metrics: Metric[]): void; isDisabled: boolean }) {
  const text = useText();
  return (
    <div className="stack">
      <h3>{title}</h3>
      {metrics.map((metric, index) => (
        <div key={index} className="row">
          <Field label={text('metricName')} value={metric.name ?? ''} onChange={name => onChange(metrics.with(index, { ...metric, name }))} isDisabled={isDisabled} />
          <div className="grow"><Field label={text('metricDescription')} value={metric.description ?? ''} onChange={description => onChange(metrics.with(index, { ...metric, description }))} isDisabled={isDisabled} /></div>
          {!isDisabled && <IconButton label={text('removeMetric', { name: metric.name ?? '' })} onPress={() => onChange(metrics.toSpliced(index, 1))}><Icon name="trash" /></IconButton>}
        </div>
      ))}
      {!isDisabled && <div className="row"><Button onPress={() => onChange([...metrics, { name: '', description: '' }])}><Icon name="add" />{text('addMetric')}</Button></div>}
    </div>
  );
}
