import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, type CSSProperties } from 'react';
import createClient from 'openapi-fetch';
import { asked, type Schema } from '../api/client';
import type { paths } from '../api/schema';
import { useLanguage } from '../messages/language';
import { TalkPanel } from '../talk/TalkPanel';
import { useTalk } from '../talk/useTalk';
import { Picture } from '../ui/Picture';
import { useText } from './messages';
import './frame.css';

const SPOKEN = { en: 'en-US', es: 'es-ES', hi: 'hi-IN' } as const;

/** What a caller of another site sees: whose agent it is, and the conversation with it. Only a call key is known here. */
export function Frame({ callKey, agentId, isTypingOnly }: { callKey: string; agentId: string; isTypingOnly: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  const caller = useMemo(() => createClient<paths>({ credentials: 'omit', headers: { Authorization: `Bearer ${callKey}` } }), [callKey]);
  const branding = useQuery({ queryKey: ['branding'], queryFn: async () => (await caller.GET('/v1/organizations/branding')).data ?? null });
  const connect = useMemo(() => async () => {
    const body = { sourceName: 'BROWSER' as const, sourceId: 'widget', sourceProps: {} };
    const { socketUrl } = await asked(caller.POST('/v1/connections', { params: { query: { agentId } }, body }));
    return socketUrl ?? '';
  }, [caller, agentId]);
  const talk = useTalk(connect, SPOKEN[language]);
  const look = branding.data ?? null;
  useEffect(() => {
    const parleyColor = look?.buttonColor ?? look?.brandColor;
    if (parleyColor) {
      parent.postMessage({ parleyColor }, '*'); // a colour is no secret
    }
  }, [look]);
  return (
    <main className="frame" style={colors(look)}>
      <header>
        <Picture url={look?.logoUrl} name={look?.name ?? 'P'} size={36} />
        <h1>{look?.name ?? text('title')}</h1>
      </header>
      <TalkPanel of={talk} agentName={text('agent')} isInside={false} isTypingOnly={isTypingOnly} />
    </main>
  );
}

/** The organization's colours in place of ours; each is nothing but a colour, which the server has checked. */
function colors(look: Schema<'CustomerBranding'> | null): CSSProperties {
  return Object.fromEntries([
    ['--green', look?.buttonColor ?? look?.brandColor],
    ['--frame-head', look?.brandColor],
    ['--frame-ink', look?.textColor],
  ].filter(([, color]) => color));
}
