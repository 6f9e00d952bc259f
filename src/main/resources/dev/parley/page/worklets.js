// Sound at the pace of the sound card: the microphone down to 16 kHz, the agent's 16 kHz up to the card's rate.
const RATE = 16000;
const FRAME = 320;
const TAPS = 24;
const PHASES = 64;

// Rows of a windowed sinc, one for every 64th of a sample; `cut` is where it ends, as a part of the source's own limit.
function kernel(cut) {
  const half = Math.ceil(TAPS / 2 / cut);
  const rows = [];
  for (let phase = 0; phase < PHASES; phase++) {
    const row = new Float32Array(2 * half);
    let sum = 0;
    for (let k = 0; k < row.length; k++) {
      const x = k - half + 1 - phase / PHASES;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x * cut) / (Math.PI * x * cut);
      row[k] = sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / half));
      sum += row[k];
    }
    rows.push(row.map(value => value / sum));
  }
  return { rows, half };
}

class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.step = sampleRate / RATE;
    this.kernel = kernel(Math.min(1, 1 / this.step) * 0.94);
    this.past = new Float32Array(2 * this.kernel.half + 256);
    this.filled = 0;
    this.at = this.kernel.half;
    this.frame = new Int16Array(FRAME);
    this.length = 0;
  }

  process([input]) {
    const channel = input[0];
    if (channel === undefined) {
      return true;
    }
    if (this.filled + channel.length > this.past.length) {
      const larger = new Float32Array(2 * (this.filled + channel.length));
      larger.set(this.past);
      this.past = larger;
    }
    this.past.set(channel, this.filled);
    this.filled += channel.length;
    while (Math.floor(this.at) + this.kernel.half < this.filled) {
      this.put(this.value());
      this.at += this.step;
    }
    const done = Math.max(0, Math.floor(this.at) - this.kernel.half);
    this.past.copyWithin(0, done, this.filled);
    this.filled -= done;
    this.at -= done;
    return true;
  }

  value() {
    const whole = Math.floor(this.at);
    const row = this.kernel.rows[Math.floor((this.at - whole) * PHASES)];
    const from = whole - this.kernel.half + 1;
    let sum = 0;
    for (let k = 0; k < row.length; k++) {
      sum += row[k] * this.past[from + k];
    }
    return sum;
  }

  put(value) {
    this.frame[this.length++] = Math.max(-32768, Math.min(32767, Math.round(value * 32768)));
    if (this.length === FRAME) {
      this.port.postMessage(this.frame, [this.frame.buffer]);
      this.frame = new Int16Array(FRAME);
      this.length = 0;
    }
  }
}

// A ring of two minutes. It begins when a little has come, so that the network may tremble.
class Agent extends AudioWorkletProcessor {
  constructor() {
    super();
    this.ring = new Float32Array(RATE * 120);
    this.kernel = kernel(1);
    this.step = RATE / sampleRate;
    this.written = 0;
    this.at = 0;
    this.isPlaying = false;
    this.waited = 0;
    this.told = 0;
    this.port.onmessage = ({ data }) => (data === 'clear' ? this.clear() : this.take(data));
  }

  take(samples) {
    for (const sample of samples) {
      this.ring[this.written++ % this.ring.length] = sample / 32768;
    }
  }

  clear() {
    // what is dropped counts as passed, so that both sides count alike
    this.at = this.written;
    this.isPlaying = false;
    this.waited = 0;
  }

  process(_, [output]) {
    const channel = output[0];
    const waiting = this.written - this.at;
    if (!this.isPlaying && waiting > 0) {
      this.waited++;
      // 60 ms are there, or nothing more has come within about 100
      this.isPlaying = waiting >= 960 || this.waited > 38;
    }
    for (let i = 0; i < channel.length && this.isPlaying; i++) {
      channel[i] = this.value();
      this.at += this.step;
      if (this.at >= this.written) {
        this.at = this.written;
        this.isPlaying = false;
        this.waited = 0;
      }
    }
    if (++this.told % 8 === 0) {
      this.port.postMessage(Math.floor(this.at));
    }
    return true;
  }

  value() {
    const whole = Math.floor(this.at);
    const row = this.kernel.rows[Math.floor((this.at - whole) * PHASES)];
    const from = whole - this.kernel.half + 1;
    let sum = 0;
    for (let k = 0; k < row.length; k++) {
      const at = from + k;
      sum += at >= 0 && at < this.written ? row[k] * this.ring[at % this.ring.length] : 0;
    }
    return sum;
  }
}

registerProcessor('microphone', Microphone);
registerProcessor('agent', Agent);
