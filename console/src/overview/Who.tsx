import type { Schema } from '../api/client';
import { Icon } from '../ui/Icon';
import { useText } from './messages';

/** Where a call comes from: a browser, or a number. */
export function Who({ call: { sourceType, source } }: { call: Pick<Schema<'ConversationOutput'>, 'sourceType' | 'source'> }) {
  const text = useText();
  const isPhone = sourceType === 'TWILIO' || sourceType === 'PLIVO';
  return <span className="faint who-calls"><Icon name={isPhone ? 'call' : 'chat'} size={16} />{isPhone ? source : text('browser')}</span>;
}
