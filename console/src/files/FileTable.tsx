import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useHiveName } from '../hives/name';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { Copy } from '../ui/Copy';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Outside } from '../ui/Outside';
import { Card } from '../ui/Page';
import { expiry, type ListedFile } from './list';
import { useFilesText } from './messages';
import { useDeleteFile } from './queries';

/** Files with what uses them and the link to each. */
export function FileTable({ files }: { files: ListedFile[] }) {
  const text = useFilesText();
  const format = useFormat();
  const hiveName = useHiveName();
  const mayWrite = useMay('WRITE');
  const remove = useDeleteFile(useQueryClient());
  return (
    <Card>
      <div className="scroll" tabIndex={0}>
        <table className="file-table">
          <thead>
            <tr><th>{text('file')}</th><th>{text('usedBy')}</th><th>{text('added')}</th><th>{text('link')}</th><th /></tr>
          </thead>
          <tbody>
            {files.map(({ file: { id = '', fileName = '', fileUrl = '', createdAt = '' }, hives }) => {
              const until = expiry(fileUrl);
              return (
                <tr key={id}>
                  <td className="file-name"><Outside address={fileUrl}>{fileName}</Outside></td>
                  <td>
                    {hives.length === 0 && <span className="faint">{text('noHive')}</span>}
                    {hives.map(hive => <div key={hive.id}><Link to="/hives/$hiveId" params={{ hiveId: hive.id ?? '' }}>{hiveName(hive)}</Link></div>)}
                  </td>
                  <td className="numbers">{format.day(createdAt)}</td>
                  <td>
                    <Copy value={fileUrl} label={text('copyLink')} />
                    {until && <div className="faint small numbers">{text('until', { time: format.moment(until) })}</div>}
                  </td>
                  <td>
                    {mayWrite && (
                      <ConfirmButton
                        label={text('delete', { name: fileName })}
                        question={hives.length > 0 ? text('deleteUsed', { name: fileName }) : text('deleteQuestion')}
                        onConfirm={() => remove.mutate(id)}
                      >
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
      <p className="hint">{text('linkHint')}</p>
    </Card>
  );
}
