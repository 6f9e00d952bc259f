import type { Schema } from '../api/client';
import type { LineEvent, SocketEvent, Stages } from './events';

/** Why talking does not go as it should; the texts are in the catalogue. */
export type Problem = 'refused' | 'microphoneRefused' | 'noMicrophone' | 'notSecure' | 'nobodyHears' | 'lost' | 'fault' | 'restarting' | 'full' | 'taken' | 'trouble';

/** Something that was said or done, in the order it happened. */
export type Line =
  | { who: 'caller'; text: string; isPartial: boolean }
  | { who: 'agent'; turn: string; text: string; isCut: boolean; sources: Schema<'LineSource'>[]; latency: number | null; stages: Stages }
  | { who: 'tool'; call: string; name: string; arguments: string; answer: string | null; succeeded: boolean };

/** A stretch of the timeline, seconds since the beginning; without an end while it lasts. */
export interface Mark {
  kind: 'caller' | 'agent' | 'gave-way' | 'paused';
  from: number;
  to: number | null;
}

/** What is seen of a conversation while it goes on. */
export interface Talk {
  state: 'connecting' | 'listening' | 'thinking' | 'speaking' | 'ended';
  isSpoken: boolean;
  beganAt: number;
  conversationId: string | null;
  lines: Line[];
  marks: Mark[];
  problem: Problem | null;
  detail: string;
}

const BY_CODE: Record<number, Problem> = { 1006: 'lost', 1011: 'fault', 1012: 'restarting', 1013: 'full', 4409: 'taken' };

export function begun(isSpoken: boolean): Talk {
  return { state: 'connecting', isSpoken, beganAt: Date.now(), conversationId: null, lines: [], marks: [], problem: null, detail: '' };
}

/** The caller has typed something. */
export function written(talk: Talk, text: string): Talk {
  return { ...talk, state: 'thinking', lines: [...settled(talk.lines), { who: 'caller', text, isPartial: false }] };
}

export function closed(talk: Talk, code: number): Talk {
  const marks = talk.marks.map(mark => ({ ...mark, to: mark.to ?? since(talk) }));
  return { ...talk, state: 'ended', lines: settled(talk.lines), marks, problem: talk.problem ?? BY_CODE[code] ?? null };
}

/** What is seen after something has happened. */
export function on(talk: Talk, event: SocketEvent | LineEvent): Talk {
  switch (event.type) {
    case 'conversation.started':
      return { ...talk, conversationId: event.conversationId };
    case 'sentence':
      return { ...talk, state: 'speaking', lines: spoken(talk.lines, event.turn, event.text), marks: began(talk, 'agent') };
    case 'heard':
      return { ...talk, state: talk.state === 'speaking' ? 'listening' : talk.state, marks: ended(talk, 'agent') };
    case 'voice.began':
      return { ...talk, marks: began(talk, 'caller') };
    case 'voice.ended':
      return { ...talk, marks: ended(talk, 'caller') };
    case 'words.heard':
      return {
        ...talk,
        state: event.final ? 'thinking' : talk.state,
        lines: [...settled(talk.lines), { who: 'caller', text: event.text, isPartial: !event.final }],
      };
    case 'agent.paused':
      return { ...talk, marks: began(talk, 'paused') };
    case 'agent.resumed':
      return { ...talk, marks: ended(talk, 'paused') };
    case 'agent.gave_way':
      return {
        ...talk,
        state: 'listening',
        marks: [...ended({ ...talk, marks: ended(talk, 'agent') }, 'paused'), { kind: 'gave-way', from: since(talk), to: since(talk) }],
        lines: ofTurn(talk.lines, event.turn, line => ({ ...line, isCut: true })),
      };
    case 'turn.ended':
    case 'turn.aborted':
      return { ...talk, lines: ofTurn(talk.lines, event.turn, line => ({ ...line, latency: event.latencyMs ?? null, stages: event.stages ?? {} })) };
    case 'turn.sources':
      return { ...talk, lines: ofTurn(talk.lines, event.turn, line => ({ ...line, sources: event.sources })) };
    case 'tool.asked':
      return {
        ...talk,
        lines: [...talk.lines, { who: 'tool', call: event.call, name: event.name, arguments: text(event.arguments), answer: null, succeeded: false }],
      };
    case 'tool.answered':
      return {
        ...talk,
        lines: talk.lines.map(line => (line.who === 'tool' && line.call === event.call ? { ...line, answer: event.text, succeeded: event.succeeded } : line)),
      };
    case 'trouble':
      return { ...talk, problem: 'trouble' };
    case 'turn.began':
    case 'conversation.ended':
      return talk;
  }
}

function since(talk: Talk): number {
  return (Date.now() - talk.beganAt) / 1_000;
}

/** Without the words that were only a guess. */
function settled(lines: Line[]): Line[] {
  return lines.filter(line => line.who !== 'caller' || !line.isPartial);
}

function spoken(lines: Line[], turn: string, sentence: string): Line[] {
  return lines.some(line => line.who === 'agent' && line.turn === turn)
    ? ofTurn(lines, turn, line => ({ ...line, text: `${line.text} ${sentence}` }))
    : [...settled(lines), { who: 'agent', turn, text: sentence, isCut: false, sources: [], latency: null, stages: {} }];
}

type AgentLine = Extract<Line, { who: 'agent' }>;

function ofTurn(lines: Line[], turn: string, change: (line: AgentLine) => AgentLine): Line[] {
  return lines.map(line => (line.who === 'agent' && line.turn === turn ? change(line) : line));
}

function began(talk: Talk, kind: Mark['kind']): Mark[] {
  return talk.marks.some(mark => mark.kind === kind && mark.to === null) ? talk.marks : [...talk.marks, { kind, from: since(talk), to: null }];
}

function ended(talk: Talk, kind: Mark['kind']): Mark[] {
  return talk.marks.map(mark => (mark.kind === kind && mark.to === null ? { ...mark, to: since(talk) } : mark));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
