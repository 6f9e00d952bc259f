// The page: who may talk, what is going on, and what was said.
import { Line } from './line.js';
import { OwnVoice, hears as browserHears, speaks as browserSpeaks } from './own-voice.js';
import { Sound } from './sound.js';
import { WORDS } from './words.js';

const KEY = 'parley-key';
const server = new URL('.', location.href);
const at = id => document.getElementById(id);
const show = (id, isShown) => (at(id).hidden = !isShown);

let welcome = { hears: false, speaks: false, needsKey: true };
let agent = null;
let call = null;

function texts() {
  const places = {
    docs: WORDS.docs, talk: WORDS.talk, write: WORDS.write, end: WORDS.end, send: WORDS.send, 'use-key': WORDS.useKey,
    'key-label': WORDS.keyLabel, 'key-hint': WORDS.keyHint, 'typed-label': WORDS.typedLabel, 'own-label': WORDS.ownLevel,
  };
  for (const [id, text] of Object.entries(places)) {
    at(id).textContent = text;
  }
  at('typed').placeholder = WORDS.typedHint;
}

function state(name, text = WORDS.states[name]) {
  document.body.dataset.state = name;
  if (at('status').textContent !== text) {
    at('status').textContent = text;
  }
}

function note(text) {
  at('note').textContent = text;
  show('note', text !== '');
}

async function ask(path, options = {}) {
  const key = sessionStorage.getItem(KEY);
  const headers = { ...options.headers, ...(welcome.needsKey && key !== null ? { Authorization: `Bearer ${key}` } : {}) };
  let answer;
  try {
    answer = await fetch(new URL(path, server), { credentials: 'omit', cache: 'no-store', ...options, headers });
  } catch {
    throw new Error(WORDS.problems.unreachable);
  }
  if (answer.ok) {
    return answer.json();
  }
  if (answer.status === 401 || answer.status === 403) {
    sessionStorage.removeItem(KEY);
    show('key-form', true);
    throw new Error(WORDS.problems.badKey);
  }
  if (answer.status === 429) {
    throw new Error(WORDS.problems.tooMany);
  }
  throw new Error((await answer.json().catch(() => ({}))).detail ?? WORDS.problems.unreachable);
}

async function begin() {
  texts();
  try {
    welcome = await ask('page/welcome');
    const isOwn = welcome.hears && welcome.speaks;
    at('footer').textContent = isOwn || !(browserHears || browserSpeaks) ? WORDS.footer : WORDS.footerBrowser;
    if (welcome.needsKey && sessionStorage.getItem(KEY) === null) {
      show('key-form', true);
      show('doors', false);
    } else {
      await meet();
    }
  } catch (problem) {
    note(problem.message);
  }
}

async function meet() {
  agent = welcome.agent ?? (await ask('v1/ai-agents')).find(one => one.status === 'active');
  if (agent === undefined) {
    throw new Error(WORDS.problems.noAgent);
  }
  at('agent').textContent = agent.name;
  at('role').textContent = agent.role;
  document.title = `${agent.name} · Parley`;
  show('key-form', false);
  show('doors', true);
  note('');
  at('talk').disabled = at('write').disabled = false;
}

function connect() {
  const body = JSON.stringify({ sourceName: 'BROWSER', sourceId: 'page', sourceProps: {} });
  return welcome.needsKey
    ? ask(`v1/connections?agentId=${encodeURIComponent(agent.id)}`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
    : ask('page/connections', { method: 'POST' });
}

// One conversation: its line, and how this browser hears and speaks in it.
class Call {
  constructor(isSpoken) {
    this.isSpoken = isSpoken;
    this.agentHasTheWord = true;
  }

  async open() {
    const connection = connect();
    connection.catch(() => {}); // told below, once the microphone was asked for
    if (this.isSpoken && (welcome.hears || welcome.speaks)) {
      this.sound = await Sound.open({ frame: frame => welcome.hears && this.line?.speak(frame), heard: turn => this.heard(turn) });
    }
    if (this.isSpoken && welcome.hears) {
      await this.sound.listen().catch(problem => note(microphoneProblem(problem)));
    }
    const needsOwn = this.isSpoken && ((!welcome.hears && browserHears) || (!welcome.speaks && browserSpeaks));
    if (needsOwn) {
      this.own = this.ownVoice();
    }
    if (this.isSpoken && !welcome.hears && !browserHears) {
      note(WORDS.problems.noSpeech);
    }
    const address = (await connection).socketUrl;
    const isSounding = this.sound !== undefined;
    const options = isSounding ? { audio: 'pcm_s16le_16000', frames: 'binary', events: true } : { audio: 'none', events: true };
    this.line = new Line(address, options, this);
  }

  ownVoice() {
    const own = new OwnVoice({
      partial: text => said('caller', text, true),
      said: text => this.write(text),
      heard: turn => this.heard(turn),
      isSounding: () => this.activity === 'speaking',
      refused: () => note(WORDS.problems.refused),
    });
    if (!welcome.hears && browserHears) {
      own.listen();
    }
    return own;
  }

  write(words) {
    said('caller', words);
    this.agentHasTheWord = true;
    this.own?.stop();
    this.line.write(words);
  }

  sentence(turn, text) {
    this.agentHasTheWord = true;
    said('agent', text, false, turn);
    this.own?.expect(text);
    if (this.isSpoken && !welcome.speaks) {
      this.own?.say(turn, text);
    }
  }

  audio(turn, samples) {
    this.sound?.play(turn, samples);
  }

  endOfTurn(turn) {
    if (this.sound !== undefined && welcome.speaks) {
      this.sound.end(turn);
    } else if (this.own !== undefined && browserSpeaks) {
      this.own.end(turn);
    } else {
      this.heard(turn);
    }
  }

  abort(turn) {
    this.own?.stop();
    this.line.played(turn, this.sound?.stop(turn) ?? 0);
  }

  heard(turn) {
    this.agentHasTheWord = false;
    this.line.played(turn, null);
  }

  event(event) {
    if (event.type === 'conversation.started') {
      this.id = event.conversationId;
    } else if (event.type === 'words.heard' && this.sound?.ownLevel) {
      said('caller', event.text, !event.final);
      this.agentHasTheWord ||= event.final;
    }
  }

  closed(code, reason) {
    this.close();
    const problem = { 1006: 'lost', 1011: 'fault', 1012: 'restarting', 1013: 'full', 4409: 'taken' }[code];
    state('ended', this.id === undefined ? WORDS.states.ended : WORDS.kept(this.id));
    note(code === 1000 || this.isOver ? '' : (WORDS.problems[problem] ?? reason));
    leave();
  }

  hangUp() {
    this.isOver = true;
    this.sound?.stop(null);
    this.own?.close();
    if (this.line === undefined) {
      this.closed(1000, '');
    } else {
      this.line.hangUp();
    }
  }

  close() {
    this.own?.close();
    this.sound?.close();
    this.sound = this.own = undefined;
  }

  // What goes on, for the status line.
  get activity() {
    if (this.sound?.isPlaying || this.own?.isPlaying) {
      return 'speaking';
    }
    if (this.agentHasTheWord) {
      return 'thinking';
    }
    return this.sound?.ownLevel || this.own?.recognition ? 'listening' : 'ready';
  }
}

function microphoneProblem({ name }) {
  if (!window.isSecureContext) {
    return WORDS.problems.notSecure;
  }
  return name === 'NotFoundError' ? WORDS.problems.noMicrophone : WORDS.problems.refused;
}

async function start(isSpoken) {
  note('');
  at('transcript').replaceChildren();
  state('connecting');
  document.body.dataset.live = 'true';
  show('talk', false);
  show('write', false);
  show('end', true);
  show('transcript-box', true);
  call = new Call(isSpoken);
  try {
    await call.open();
    show('own', Boolean(call.sound?.ownLevel));
    requestAnimationFrame(look);
  } catch (problem) {
    call.close();
    state('idle');
    note(problem.message);
    leave();
  }
  (isSpoken ? at('end') : at('typed')).focus();
}

function leave() {
  call = null;
  document.body.dataset.live = 'false';
  at('talk').textContent = at('transcript').childElementCount > 0 ? WORDS.again : WORDS.talk;
  show('talk', true);
  show('write', true);
  show('end', false);
  show('own', false);
  levels(0, 0);
}

function look() {
  if (call === null) {
    return;
  }
  if (call.line !== undefined && !call.isOver) {
    state(call.activity);
  }
  levels(call.sound?.ownLevel?.() ?? 0, call.sound?.agentLevel() ?? (call.own?.isPlaying ? 0.4 : 0));
  requestAnimationFrame(look);
}

function levels(own, agents) {
  at('orb').style.setProperty('--own', own.toFixed(3));
  at('orb').style.setProperty('--agent', agents.toFixed(3));
  at('orb').dataset.agent = agents.toFixed(3);
  at('level').value = own;
}

// Adds to what was said; words that are not final yet are replaced by those that come after them.
function said(who, text, isPartial = false, turn = '') {
  const list = at('transcript');
  const last = list.lastElementChild;
  if (who === 'caller') {
    list.querySelector('.partial')?.remove();
  } else if (last?.dataset.turn === String(turn)) {
    last.lastChild.textContent += ` ${text}`;
    last.scrollIntoView({ block: 'nearest' });
    return;
  }
  const line = document.createElement('li');
  line.className = `said-${who}${isPartial ? ' partial' : ''}`;
  line.dataset.turn = String(turn);
  const name = document.createElement('b');
  name.textContent = who === 'caller' ? WORDS.you : agent.name;
  line.append(name, text);
  list.append(line);
  line.scrollIntoView({ block: 'nearest' });
}

at('talk').onclick = () => start(true);
at('write').onclick = () => start(false);
at('end').onclick = () => call?.hangUp();
at('type-form').onsubmit = event => {
  event.preventDefault();
  const words = at('typed').value.trim();
  if (words !== '' && call?.line !== undefined) {
    call.write(words);
    at('typed').value = '';
  }
};
at('key-form').onsubmit = event => {
  event.preventDefault();
  sessionStorage.setItem(KEY, at('key').value.trim());
  at('key').value = '';
  meet().catch(problem => note(problem.message));
};
window.addEventListener('pagehide', () => call?.hangUp());
begin();
