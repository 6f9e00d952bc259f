import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, asked } from '../api/client';
import { useChange } from '../api/change';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Card, Pending } from '../ui/Page';
import { Stars } from '../ui/Stars';
import { useText } from './messages';

/** What reviewers have said of a conversation. */
export function Comments({ conversationId }: { conversationId: string }) {
  const text = useText();
  const format = useFormat();
  const mayWrite = useMay('WRITE');
  const path = { conversation_id: conversationId };
  const key = ['conversations', 'comments', conversationId];
  const all = useQuery({ queryKey: key, queryFn: () => asked(api.GET('/v1/conversations/{conversation_id}/feedback', { params: { path } })) });
  const [comment, setComment] = useState('');
  const [rating, setRating] = useState(5);
  const add = useChange(() => asked(api.POST('/v1/conversations/{conversation_id}/feedback', { params: { path }, body: { comment, rating } })), {
    touches: [key], done: text('commented'), onDone: () => setComment(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Card title={text('comments')}>
      {!all.data ? <Pending of={all} /> : (
        <ul className="stack">
          {all.data.map(one => (
            <li key={one.id} className="comment">
              <span className="row"><Stars label={text('rating')} value={one.rating ?? 0} /><span className="faint small">{one.createdAt && format.ago(one.createdAt)}</span></span>
              <p>{one.feedback}</p>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <form className="stack" onSubmit={submit}>
          <Field label={text('comment')} lines={2} value={comment} onChange={setComment} isRequired />
          <div className="row"><span className="grow"><Stars label={text('rating')} value={rating} onChange={setRating} /></span><Button type="submit" isPending={add.isPending}>{text('addComment')}</Button></div>
        </form>
      )}
    </Card>
  );
}
