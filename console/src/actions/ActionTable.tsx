import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Badge } from '../ui/Page';
import { useActionsText } from './messages';
import { useDeleteAction } from './queries';
import { useActionWords } from './words';
import './actions.css';

/** Actions, one a row: when each happens and where it goes. */
export function ActionTable({ actions }: { actions: Schema<'ActionOutput'>[] }) {
  const text = useActionsText();
  const words = useActionWords();
  const format = useFormat();
  const mayWrite = useMay('WRITE');
  const remove = useDeleteAction();
  return (
    <div className="scroll" tabIndex={0}>
      <table className="action-table">
        <thead><tr><th>{text('name')}</th><th>{text('when')}</th><th>{text('where')}</th><th>{text('changed')}</th><th /></tr></thead>
        <tbody>
          {actions.map(action => {
            const { id = '', name = '', description, invocationTrigger, updatedAt = '' } = action;
            return (
              <tr key={id} data-link>
                <td className="action-name">
                  <Link className="cell-link" to="/actions/$actionId" params={{ actionId: id }}>{name}</Link>
                  {description && <div className="faint small two-lines">{description}</div>}
                </td>
                <td><Badge tone={invocationTrigger === 'user_query' ? 'good' : 'info'}>{words.when(action)}</Badge></td>
                <td className="action-where">{words.where(action)}</td>
                <td className="numbers">{format.day(updatedAt)}</td>
                <td>
                  {mayWrite && (
                    <ConfirmButton label={text('deleteOne', { name })} question={text('deleteQuestion', { name })} onConfirm={() => remove.mutate(id)}><Icon name="trash" /></ConfirmButton>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
