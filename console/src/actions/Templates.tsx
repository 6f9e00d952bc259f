import { Link } from '@tanstack/react-router';
import { Dialog } from '../ui/Dialog';
import { Badge, Pending } from '../ui/Page';
import { useActionsText } from './messages';
import { useActionTemplates } from './queries';
import { useActionWords } from './words';
import './actions.css';

/** What a new action can begin with. */
export function Templates({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useActionsText();
  const words = useActionWords();
  const templates = useActionTemplates(isOpen);
  const begin = (template: string) => ({ to: '/actions/$actionId', params: { actionId: 'new' }, search: { template }, className: 'template' }) as const;
  return (
    <Dialog title={text('choose')} isOpen={isOpen} onClose={onClose} isWide>
      <div className="templates">
        <Link {...begin('-')}><strong>{text('emptyOne')}</strong><span className="hint">{text('emptyHint')}</span></Link>
        <Link {...begin('telephone')}><strong>{text('choosePhone')}</strong><span className="hint">{text('phoneHint')}</span></Link>
        {templates.data?.map(template => (
          <Link key={template.name} {...begin(template.name)}>
            <strong>{template.name}</strong>
            <span className="hint">{template.description}</span>
            {template.invocationTrigger !== 'user_query' && <span><Badge tone="info">{words.when(template)}</Badge></span>}
          </Link>
        ))}
      </div>
      {!templates.data && <Pending of={templates} />}
    </Dialog>
  );
}
