import type { Schema } from '../api/client';
import { Card } from '../ui/Page';
import { useText } from './messages';

type Judged = Schema<'ConversationEvaluation'>;

/** How the conversation was judged; nothing where it was not. */
export function Evaluation({ evaluation }: { evaluation: Judged | null | undefined }) {
  const text = useText();
  if (!evaluation) {
    return null;
  }
  const { aiEvaluationSummary, aiEvaluations, aiWhatWentWell, aiWhatCanBeImproved, humanEvaluationSummary, humanEvaluations, humanWhatWentWell, humanWhatCanBeImproved } = evaluation;
  return (
    <Card title={text('evaluation')}>
      <Side title={text('byAi')} summary={aiEvaluationSummary} values={aiEvaluations} well={aiWhatWentWell} better={aiWhatCanBeImproved} />
      <Side title={text('byPeople')} summary={humanEvaluationSummary} values={humanEvaluations ?? []} well={humanWhatWentWell} better={humanWhatCanBeImproved} />
    </Card>
  );
}

function Side({ title, summary, values, well, better }: { title: string; summary: string | null; values: Judged['aiEvaluations']; well: Judged['aiWhatWentWell']; better: Judged['aiWhatWentWell'] }) {
  const text = useText();
  const lists = [[text('well'), list(well)], [text('better'), list(better)]] as const;
  return !summary && values.length === 0 && lists.every(([, items]) => items.length === 0) ? null : (
    <div className="stack">
      <h3>{title}</h3>
      {summary && <p>{summary}</p>}
      <dl className="facts">{values.map((one, index) => <div key={index}><dt>{one.name}</dt><dd>{one.value}</dd></div>)}</dl>
      {lists.map(([name, items]) => items.length > 0 && <div key={name}><b>{name}</b><ul className="items">{items.map((item, index) => <li key={index}>{item}</li>)}</ul></div>)}
    </div>
  );
}

function list(of: Judged['aiWhatWentWell']): string[] {
  return of === null ? [] : typeof of === 'string' ? [of] : of.map(String);
}
