// The browser's sound: what the microphone hears in frames of 20 ms, and the agent's voice.
const RATE = 16000;

export class Sound {
  // told: { frame(Int16Array), heard(turn) } ; heard: a turn was played to its end
  static async open(told) {
    const context = new AudioContext({ latencyHint: 'interactive' });
    await context.audioWorklet.addModule(new URL('./worklets.js', import.meta.url));
    await context.resume();
    return new Sound(context, told);
  }

  constructor(context, told) {
    this.context = context;
    this.told = told;
    this.agent = new AudioWorkletNode(context, 'agent', { numberOfInputs: 0, outputChannelCount: [1] });
    this.agentLevel = this.analyser(this.agent);
    this.agent.connect(context.destination);
    this.agent.port.onmessage = ({ data }) => this.reached(data);
    this.ownLevel = null;
    this.written = 0;
    this.read = 0;
    this.turns = [];
  }

  // Rejects with the browser's own error when it gives no microphone.
  async listen() {
    this.stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
    const source = this.context.createMediaStreamSource(this.stream);
    const microphone = new AudioWorkletNode(this.context, 'microphone', { numberOfOutputs: 0 });
    microphone.port.onmessage = ({ data }) => this.told.frame(data);
    source.connect(microphone);
    this.ownLevel = this.analyser(source);
  }

  play(turn, samples) {
    if (this.turns.at(-1)?.id !== turn) {
      this.turns.push({ id: turn, from: this.written, isWhole: false });
    }
    this.written += samples.length;
    this.turns.at(-1).to = this.written;
    this.agent.port.postMessage(samples);
  }

  // Nothing more comes of the turn: it has been heard once it is played.
  end(turn) {
    const last = this.turns.find(of => of.id === turn);
    if (last === undefined) {
      this.told.heard(turn);
    } else {
      last.isWhole = true;
    }
  }

  // Drops what is not heard yet. Returns the milliseconds heard of `turn`.
  stop(turn) {
    const of = this.turns.find(one => one.id === turn);
    const played = of === undefined ? 0 : Math.max(0, this.read - of.from);
    this.agent.port.postMessage('clear');
    this.turns = [];
    this.read = this.written;
    return Math.round((played * 1000) / RATE);
  }

  get isPlaying() {
    return this.read < this.written;
  }

  reached(read) {
    this.read = Math.max(this.read, read);
    while (this.turns.length > 0 && this.turns[0].isWhole && this.turns[0].to <= this.read) {
      this.told.heard(this.turns.shift().id);
    }
  }

  analyser(node) {
    const analyser = new AnalyserNode(this.context, { fftSize: 1024, smoothingTimeConstant: 0 });
    node.connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    // loudness from 0 to 1
    return () => {
      analyser.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
      return Math.min(1, Math.sqrt(power) * 4);
    };
  }

  close() {
    this.stream?.getTracks().forEach(track => track.stop());
    this.context.close();
  }
}
