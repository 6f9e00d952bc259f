// Where the server has no speech: the browser's own recognition and voices, if it has them.
const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

export const hears = Recognition !== undefined;
export const speaks = globalThis.speechSynthesis !== undefined;

export class OwnVoice {
  // told: { partial(text), said(text), heard(turn), refused(), isSounding() }
  // language: of the conversation, as BCP 47 writes it
  constructor(told, language = 'en-US') {
    this.told = told;
    this.language = language;
    this.saying = [];
    this.lately = [];
    this.isOpen = true;
  }

  // The agent says this, by whatever voice: the microphone will hear it too.
  expect(text) {
    this.lately = [...this.lately.slice(-3), text];
  }

  listen() {
    this.recognition = new Recognition();
    Object.assign(this.recognition, { continuous: true, interimResults: true, lang: this.language });
    this.recognition.onresult = result => this.results(result);
    this.recognition.onerror = ({ error }) => {
      if (error === 'not-allowed' || error === 'service-not-allowed') {
        this.isOpen = false;
        this.told.refused();
      }
    };
    // browsers stop listening by themselves after a while
    this.recognition.onend = () => this.isOpen && setTimeout(() => this.isOpen && this.recognition.start(), 200);
    this.recognition.start();
  }

  results({ results, resultIndex }) {
    for (let i = resultIndex; i < results.length; i++) {
      const text = results[i][0].transcript.trim();
      if (text === '' || this.isOwnEcho(text)) {
        continue;
      }
      if (this.saying.length > 0) {
        this.stop();
      }
      if (results[i].isFinal) {
        this.told.said(text);
      } else {
        this.told.partial(text);
      }
    }
  }

  // Whether the microphone only hears what the agent is saying.
  isOwnEcho(text) {
    const words = plain(text);
    const said = new Set(plain(this.lately.join(' ')));
    return this.told.isSounding() && words.filter(word => said.has(word)).length >= words.length * 0.6;
  }

  say(turn, text) {
    const sentence = { turn, text };
    this.saying.push(sentence);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = this.language;
    utterance.onend = utterance.onerror = () => {
      this.saying = this.saying.filter(other => other !== sentence);
      this.settle();
    };
    speechSynthesis.speak(utterance);
  }

  end(turn) {
    this.ended = turn;
    this.settle();
  }

  settle() {
    if (this.ended !== undefined && this.saying.every(sentence => sentence.turn !== this.ended)) {
      const turn = this.ended;
      this.ended = undefined;
      this.told.heard(turn);
    }
  }

  stop() {
    this.saying = [];
    this.ended = undefined;
    speechSynthesis.cancel();
  }

  get isPlaying() {
    return this.saying.length > 0;
  }

  close() {
    this.isOpen = false;
    this.recognition?.abort();
    if (speaks) {
      this.stop();
    }
  }
}

function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').split(' ').filter(word => word !== '');
}
