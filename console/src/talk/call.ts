import { api, asked } from '../api/client';
import { Line } from '../../../src/main/resources/dev/parley/page/line.js';
import { OwnVoice, hears as browserHears, speaks as browserSpeaks } from '../../../src/main/resources/dev/parley/page/own-voice.js';
import { Sound } from '../../../src/main/resources/dev/parley/page/sound.js';
import { begun, closed, on, written, type Problem, type Talk } from './talk';
import type { SocketEvent } from './events';

/** What the server itself can do with sound; a browser does the rest. */
export interface Ears {
  hears: boolean;
  speaks: boolean;
}

/** Prepares a connection and gives the address of its socket. */
export type Connect = () => Promise<string>;

/** The connection of somebody who has signed in. */
export function connectTo(agentId: string): Connect {
  return async () => {
    const body = { sourceName: 'BROWSER' as const, sourceId: 'console', sourceProps: {} };
    const { socketUrl } = await asked(api.POST('/v1/connections', { params: { query: { agentId } }, body }));
    return socketUrl ?? '';
  };
}

export async function askEars(): Promise<Ears> {
  const answer = await fetch('/page/welcome', { cache: 'no-store' });
  return (await answer.json()) as Ears;
}

/** One conversation with an agent: its line, how this browser hears and speaks in it, and what is seen of it. */
export class Call {
  private talk: Talk;
  private line: Line | undefined;
  private sound: Sound | undefined;
  private own: OwnVoice | undefined;
  private isOver = false;

  /** @param changed told whenever there is something new to see */
  constructor(
    private readonly isSpoken: boolean,
    private readonly language: string,
    private readonly ears: Ears,
    private readonly changed: (talk: Talk) => void,
  ) {
    this.talk = begun(isSpoken);
  }

  async open(connect: Connect) {
    this.changed(this.talk);
    try {
      if (this.isSpoken) {
        await this.openSound();
      }
      const address = await connect();
      if (!this.isOver) {
        const sounds = this.sound ? { audio: 'pcm_s16le_16000', frames: 'binary' } : { audio: 'none' };
        this.line = new Line(address, { ...sounds, events: true }, this);
      }
    } catch (problem) {
      this.trouble('refused', problem instanceof Error ? problem.message : String(problem));
      this.finish(1006);
    }
  }

  private async openSound() {
    const { hears, speaks } = this.ears;
    if (hears || speaks) {
      this.sound = await Sound.open({
        frame: (frame: Int16Array) => hears && this.line?.speak(frame),
        heard: (turn: string) => this.heard(turn),
      });
    }
    if (hears) {
      await this.sound?.listen().catch(({ name }: DOMException) => this.trouble(microphoneProblem(name)));
    }
    if ((!hears && browserHears) || (!speaks && browserSpeaks)) {
      this.own = new OwnVoice({
        partial: (text: string) => this.event({ type: 'words.heard', text, final: false, at: '' }),
        said: (text: string) => this.write(text),
        heard: (turn: string) => this.heard(turn),
        isSounding: () => this.isSounding,
        refused: () => this.trouble('microphoneRefused'),
      }, this.language);
      if (!hears && browserHears) {
        this.own.listen();
      }
    }
    if (!hears && !browserHears) {
      this.trouble('nobodyHears');
    }
  }

  /** Says something by typing. */
  write(words: string) {
    this.see(written(this.talk, words));
    this.own?.stop();
    this.line?.write(words);
  }

  hangUp() {
    this.isOver = true;
    this.sound?.stop('');
    this.own?.close();
    if (this.line) {
      this.line.hangUp();
    } else {
      this.finish(1000);
    }
  }

  /** How loud the caller and the agent are, from 0 to 1. */
  levels() {
    return { own: this.sound?.ownLevel?.() ?? 0, agent: this.sound?.agentLevel() ?? (this.own?.isPlaying ? 0.4 : 0) };
  }

  get isSounding(): boolean {
    return Boolean(this.sound?.isPlaying || this.own?.isPlaying);
  }

  // What the line tells.

  sentence(turn: string, text: string) {
    this.see(on(this.talk, { type: 'sentence', turn, text }));
    this.own?.expect(text);
    if (this.isSpoken && !this.ears.speaks) {
      this.own?.say(turn, text);
    }
  }

  audio(turn: string, samples: Int16Array) {
    this.sound?.play(turn, samples);
  }

  endOfTurn(turn: string) {
    if (this.sound && this.ears.speaks) {
      this.sound.end(turn);
    } else if (this.own && browserSpeaks) {
      this.own.end(turn);
    } else {
      this.heard(turn);
    }
  }

  abort(turn: string) {
    this.own?.stop();
    this.line?.played(turn, this.sound?.stop(turn) ?? 0);
  }

  event(event: SocketEvent) {
    this.see(on(this.talk, event));
  }

  closed(code: number) {
    this.finish(code);
  }

  private heard(turn: string) {
    this.line?.played(turn, null);
    this.see(on(this.talk, { type: 'heard', turn }));
  }

  private trouble(problem: Problem, detail = '') {
    this.see({ ...this.talk, problem, detail });
  }

  private finish(code: number) {
    this.own?.close();
    this.sound?.close();
    this.sound = this.own = undefined;
    this.see(closed(this.talk, this.isOver ? 1000 : code));
  }

  private see(talk: Talk) {
    this.talk = talk;
    this.changed(talk);
  }
}

function microphoneProblem(name: string): Problem {
  if (!window.isSecureContext) {
    return 'notSecure';
  }
  return name === 'NotFoundError' ? 'noMicrophone' : 'microphoneRefused';
}
