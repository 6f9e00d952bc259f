import type { Schema } from '../api/client';

/** What a turn's waiting consisted of, milliseconds, one after the other. */
export interface Stages {
  end_of_turn?: number;
  first_token?: number;
  first_sentence?: number;
  first_sound?: number;
}

interface Timed {
  turn: string;
  at: string;
  latencyMs?: number;
  stages?: Stages;
}

/** What a socket tells beside the conversation itself, when it was opened with `events=true`. */
export type SocketEvent =
  | { type: 'conversation.started'; conversationId: string }
  | { type: 'conversation.ended'; reason: string }
  | { type: 'turn.began'; turn: string; at: string }
  | ({ type: 'turn.ended' } & Timed)
  | ({ type: 'turn.aborted' } & Timed)
  | { type: 'voice.began'; at: string }
  | { type: 'voice.ended'; at: string }
  | { type: 'words.heard'; text: string; final: boolean; at: string }
  | { type: 'agent.paused'; turn: string; at: string }
  | { type: 'agent.resumed'; turn: string; heard: string; at: string }
  | { type: 'agent.gave_way'; turn: string; heard: string; at: string }
  | { type: 'tool.asked'; call: string; name: string; arguments: unknown; at: string }
  | { type: 'tool.answered'; call: string; name: string; succeeded: boolean; text: string; at: string }
  | { type: 'turn.sources'; turn: string; sources: Schema<'LineSource'>[]; at: string }
  | { type: 'trouble' };

/** What the line itself tells. */
export type LineEvent = { type: 'sentence'; turn: string; text: string } | { type: 'heard'; turn: string };
