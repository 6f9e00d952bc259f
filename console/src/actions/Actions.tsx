import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { More } from '../ui/More';
import { Card, Empty, Page, Pending } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { ActionTable } from './ActionTable';
import { useActionsText } from './messages';
import { useActions } from './queries';
import { Templates } from './Templates';
import './actions.css';

/** What agents can do: every action, and how to make one. */
export function Actions() {
  const text = useActionsText();
  const mayWrite = useMay('WRITE');
  const { name = '', add } = useSearch({ from: '/actions' });
  const navigate = useNavigate({ from: '/actions' });
  const actions = useActions(name);
  const search = useCallback((typed: string) => void navigate({ search: typed ? { name: typed } : {}, replace: true }), [navigate]);
  const newButton = mayWrite && (
    <Button kind="main" onPress={() => void navigate({ search: before => ({ ...before, add: 'yes' }) })}><Icon name="add" size={16} />{text('new')}</Button>
  );
  return (
    <Page title={text('title')} lead={text('lead')} actions={newButton}>
      {(name !== '' || (actions.items && actions.items.length > 0)) && (
        <div className="row">
          <div className="grow action-search"><SearchBox label={text('search')} value={name} onSearch={search} /></div>
          {actions.total !== null && <span className="faint numbers">{text('total', { count: actions.total })}</span>}
        </div>
      )}
      {!actions.items && <Pending of={actions} />}
      {actions.items?.length === 0 && (name !== ''
        ? <p className="faint">{text('none')}</p>
        : <Empty icon="action" title={text('emptyTitle')}><p>{text('empty')}</p>{newButton}</Empty>)}
      {actions.items && actions.items.length > 0 && <Card><ActionTable actions={actions.items} /><More of={actions} /></Card>}
      <Templates isOpen={mayWrite && add !== undefined} onClose={() => void navigate({ search: name ? { name } : {}, replace: true })} />
    </Page>
  );
}
