import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { HiveStatus } from './HiveStatus';
import { kindIcons } from './kinds';
import { useHivesText } from './messages';
import { useHiveName } from './name';
import { useDeleteHive } from './queries';
import { ReadCount } from './ReadCount';
import './hives.css';

/** Hives, one a row, with how far each is read. */
export function HiveTable({ hives }: { hives: Schema<'Hive'>[] }) {
  const text = useHivesText();
  const format = useFormat();
  const hiveName = useHiveName();
  const mayWrite = useMay('WRITE');
  const remove = useDeleteHive();
  return (
    <div className="scroll" tabIndex={0}>
      <table className="hive-table">
        <thead>
          <tr><th>{text('name')}</th><th>{text('kind')}</th><th>{text('status')}</th><th>{text('read')}</th><th>{text('updated')}</th><th /></tr>
        </thead>
        <tbody>
          {hives.map(hive => {
            const { id = '', updatedAt = '', content: { hiveType }, status } = hive;
            return (
              <tr key={id} data-link>
                <td className="hive-name"><Link className="cell-link" to="/hives/$hiveId" params={{ hiveId: id }}>{hiveName(hive)}</Link></td>
                <td><span className="hive-kind"><Icon name={kindIcons[hiveType]} size={16} />{text(hiveType)}</span></td>
                <td><HiveStatus status={status} /></td>
                <td className="hive-read"><ReadCount hive={hive} /></td>
                <td className="numbers">{format.day(updatedAt)}</td>
                <td>
                  {mayWrite && (
                    <ConfirmButton label={text('deleteOne', { name: hiveName(hive) })} question={text('deleteQuestion', { name: hiveName(hive) })} onConfirm={() => remove.mutate(id)}>
                      <Icon name="trash" />
                    </ConfirmButton>
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
