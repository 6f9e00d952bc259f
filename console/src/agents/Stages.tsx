import { useState } from 'react';
import type { Schema } from '../api/client';
import { Button, IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Card } from '../ui/Page';
import { useText } from './messages';

type Stage = Schema<'Sequence'>;

/** The stages of a conversation in their order, which is changed by dragging or with buttons. */
export function Stages({ stages, onChange, isDisabled }: { stages: Stage[]; onChange(stages: Stage[]): void; isDisabled: boolean }) {
  const text = useText();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    const next = stages.toSpliced(from, 1);
    const moved = stages[from];
    if (moved && to >= 0 && to < stages.length) {
      onChange(next.toSpliced(to, 0, moved));
    }
  };
  const drop = (to: number) => {
    if (dragged !== null) {
      move(dragged, to);
    }
    setDragged(null);
    setOver(null);
  };
  return (
    <Card title={text('stages')}>
      <p className="faint small">{text('stagesHint')}</p>
      <ol className="stack">
        {stages.map((stage, index) => (
          <li key={index} className="stage" data-dragged={dragged === index || undefined} data-over={(over === index && dragged !== index) || undefined}
            onDragOver={event => { event.preventDefault(); setOver(index); }} onDrop={event => { event.preventDefault(); drop(index); }}>
            <div className="row">
              {!isDisabled && (
                <span className="handle" draggable onDragStart={event => { event.dataTransfer.effectAllowed = 'move'; setDragged(index); }} onDragEnd={() => drop(-1)} aria-hidden="true"><Icon name="drag" /></span>
              )}
              <h3 className="grow">{text('stage', { n: index + 1 })}</h3>
              {!isDisabled && (
                <>
                  <IconButton label={text('up', { n: index + 1 })} isDisabled={index === 0} onPress={() => move(index, index - 1)}><span className="turned"><Icon name="down" /></span></IconButton>
                  <IconButton label={text('down', { n: index + 1 })} isDisabled={index === stages.length - 1} onPress={() => move(index, index + 1)}><Icon name="down" /></IconButton>
                  <IconButton label={text('removeStage', { n: index + 1 })} onPress={() => onChange(stages.toSpliced(index, 1))}><Icon name="trash" /></IconButton>
                </>
              )}
            </div>
            <Fields stage={stage} isDisabled={isDisabled} onChange={changed => onChange(stages.with(index, changed))} />
          </li>
        ))}
      </ol>
      {!isDisabled && <div className="row"><Button onPress={() => onChange([...stages, { stageName: '', description: '' }])}><Icon name="add" />{text('addStage')}</Button></div>}
    </Card>
  );
}

function Fields({ stage, onChange, isDisabled }: { stage: Stage; onChange(stage: Stage): void; isDisabled: boolean }) {
  const text = useText();
  return (
    <>
      <Field label={text('stageName')} value={stage.stageName} onChange={stageName => onChange({ ...stage, stageName })} isRequired isDisabled={isDisabled} />
      <Field label={text('stageDescription')} lines={2} value={stage.description} onChange={description => onChange({ ...stage, description })} isRequired isDisabled={isDisabled} />
      <Field label={text('stageNotes')} lines={2} value={stage.otherNotes ?? ''} onChange={otherNotes => onChange({ ...stage, otherNotes: otherNotes || null })} isDisabled={isDisabled} />
    </>
  );
}
