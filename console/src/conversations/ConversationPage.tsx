import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, asked } from '../api/client';
import { useChange } from '../api/change';
import { useAgentChoices } from '../agents/queries';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { IconButton } from '../ui/Button';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Badge, Page, Pending } from '../ui/Page';
import type { Versioned } from '../api/versioned';
import { Comments } from './Comments';
import { Deliveries } from './Deliveries';
import { Evaluation } from './Evaluation';
import { Facts } from './Facts';
import { lasted, TONES } from './ConversationTable';
import { CHANNELS, SENTIMENTS, useText } from './messages';
import { Player } from './Player';
import { ProspectCard } from './ProspectCard';
import { conversation, FILTERS, useConversations, type Conversation, type Filter } from './queries';
import { Timings } from './Timings';
import { secondsInto, Transcript } from './Transcript';
import './conversation.css';

/** What happened in one conversation. */
export function ConversationPage() {
  const text = useText();
  const { conversationId = '' } = useParams({ strict: false });
  const found = useQuery(conversation(conversationId));
  return found.data
    ? <Shown key={conversationId} found={found.data} />
    : <Page title={text('one')} back={{ to: '/conversations', label: text('title') }}><Pending of={found} /></Page>;
}

function Shown({ found }: { found: Versioned<Conversation> }) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const mayWrite = useMay('WRITE');
  const agents = useAgentChoices();
  const audio = useRef<HTMLAudioElement>(null);
  const [now, setNow] = useState(0);
  const { item: record } = found;
  const id = record.id ?? '';
  const recording = ownPath(record.transcriptRecordingUrl);
  const remove = useChange(() => asked(api.DELETE('/v1/conversations/{conversation_id}', { params: { path: { conversation_id: id } } })), {
    touches: [['conversations']], done: text('deleted'), leave: () => navigate({ to: '/conversations', search: {} }),
  });
  const hear = (seconds: number) => {
    if (audio.current) {
      audio.current.currentTime = seconds;
      setNow(seconds);
      void audio.current.play();
    }
  };
  const sentiment = SENTIMENTS.find(one => one === record.conversationAnalytics?.sentiment_of_caller);
  const channel = CHANNELS.find(one => one === record.sourceType);
  const agent = agents.data?.find(one => one.id === record.aiAgentId)?.name;
  return (
    <Page title={record.conversationAnalytics?.name_of_caller ?? text('unknown')} back={{ to: '/conversations', label: text('title') }}
      lead={[record.timestampStart && format.moment(record.timestampStart), lasted(record), agent, channel && text(channel)].filter(Boolean).join(' · ')}
      actions={
        <>
          {!record.timestampEnd && <Badge tone="info">{text('live')}</Badge>}
          {sentiment && <Badge tone={TONES[sentiment]}>{text(sentiment)}</Badge>}
          <Neighbours id={id} />
          {mayWrite && <ConfirmButton label={text('delete')} question={text('deleteQuestion')} onConfirm={() => remove.mutateAsync()} />}
        </>
      }>
      <div className="conversation">
        <div className="stack">
          {recording && record.timestampEnd && <Player url={recording} audio={audio} now={now} onTime={setNow} />}
          <Transcript record={record} now={recording ? now : null} onHear={recording ? line => hear(secondsInto(record, line)) : null} />
        </div>
        <div className="stack">
          <Facts found={found} />
          <ProspectCard record={record} />
          <Comments conversationId={id} />
          <Timings stats={record.conversationStats} />
          <Evaluation evaluation={record.evaluation} />
          <Deliveries conversationId={id} />
        </div>
      </div>
    </Page>
  );
}

/** The conversations before and after this one, in the list one came from. */
function Neighbours({ id }: { id: string }) {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const filter: Filter = Object.fromEntries(FILTERS.flatMap(name => (search[name] ? [[name, String(search[name])]] : [])));
  const { items = [], hasNextPage, fetchNextPage } = useConversations(filter);
  const at = items.findIndex(item => item.id === id);
  const previous = at > 0 ? items[at - 1] : undefined;
  const next = at >= 0 ? items[at + 1] : undefined;
  useEffect(() => {
    if (at >= 0 && at >= items.length - 2 && hasNextPage) {
      void fetchNextPage();
    }
  }, [at, items.length, hasNextPage, fetchNextPage]);
  const go = (to: Conversation | undefined) => {
    if (to) {
      void navigate({ to: '/conversations/$conversationId', params: { conversationId: to.id ?? '' }, search: filter as Record<string, string> });
    }
  };
  useEffect(() => {
    const press = ({ key, target, ctrlKey, metaKey }: KeyboardEvent) => {
      const isTyping = target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role=dialog]');
      if (!isTyping && !ctrlKey && !metaKey && (key === 'j' || key === 'k')) {
        go(key === 'j' ? next : previous);
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  return (
    <span className="row" title={text('keys')}>
      <IconButton label={text('previous')} isDisabled={!previous} onPress={() => go(previous)}><Icon name="back" /></IconButton>
      <IconButton label={text('next')} isDisabled={!next} onPress={() => go(next)}><Icon name="forward" /></IconButton>
    </span>
  );
}

/** The address of a recording on this server, by the name this page knows it by; null for any other. */
function ownPath(url: string | null | undefined): string | null {
  const path = url ? URL.parse(url)?.pathname : undefined;
  return path && /^\/v1\/conversations\/[\w.-]+\/recording$/.test(path) ? path : null;
}
