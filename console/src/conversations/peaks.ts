/** The loudness of a recording's two sides, drawn as a waveform. */
export interface Peaks {
  /** From 0 to 1, so many a second as `perSecond` says. */
  caller: number[];
  agent: number[];
  perSecond: number;
  seconds: number;
}

const PER_SECOND = 20;

/** 16-bit values of the 256 codes of G.711 µ-law (ITU-T G.711). */
const MULAW = Int16Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
  return bits & 0x80 ? -magnitude : magnitude;
});

/**
 * Reads a WAV file of two channels, µ-law or 16 bits, while it comes.
 *
 * @param onPart told what is known so far and how much of the file that is, from 0 to 1
 */
export async function readPeaks(url: string, signal: AbortSignal, onPart: (peaks: Peaks, part: number) => void): Promise<Peaks | null> {
  const answer = await fetch(url, { signal });
  if (!answer.ok || !answer.body) {
    return null;
  }
  const total = Number(answer.headers.get('Content-Length') ?? 0);
  const reader = new WavReader();
  let read = 0;
  let told = 0;
  for await (const bytes of parts(answer.body)) {
    read += bytes.length;
    reader.take(bytes);
    if (read - told > total / 40) {
      told = read;
      onPart(reader.peaks(), total > 0 ? read / total : 0);
    }
  }
  return reader.isSound ? reader.peaks() : null;
}

async function* parts(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
    yield value;
  }
}

/** Finds the samples behind the header (RIFF, Microsoft and IBM 1991) and keeps the loudest of each stretch. */
class WavReader {
  isSound = false;
  private head = new Uint8Array(0);
  private rest = new Uint8Array(0);
  private rate = 8_000;
  private isMulaw = true;
  private readonly caller: number[] = [];
  private readonly agent: number[] = [];
  private frames = 0;

  take(bytes: Uint8Array) {
    if (this.isSound) {
      this.sound(bytes);
      return;
    }
    this.head = joined(this.head, bytes);
    const at = this.samplesAt();
    if (at !== null) {
      this.isSound = true;
      this.sound(this.head.subarray(at));
      this.head = new Uint8Array(0);
    }
  }

  private samplesAt(): number | null {
    const view = new DataView(this.head.buffer, this.head.byteOffset, this.head.length);
    for (let at = 12; at + 8 <= this.head.length;) {
      const name = String.fromCharCode(...this.head.subarray(at, at + 4));
      if (name === 'data') {
        return at + 8;
      }
      if (name === 'fmt ' && at + 16 <= this.head.length) {
        this.isMulaw = view.getUint16(at + 8, true) === 7;
        this.rate = view.getUint32(at + 12, true);
      }
      at += 8 + view.getUint32(at + 4, true);
    }
    return null;
  }

  private sound(bytes: Uint8Array) {
    const width = this.isMulaw ? 2 : 4;
    const all = this.rest.length > 0 ? joined(this.rest, bytes) : bytes;
    const whole = all.length - (all.length % width);
    for (let at = 0; at < whole; at += width) {
      const stretch = Math.floor((this.frames++ * PER_SECOND) / this.rate);
      this.caller[stretch] = Math.max(this.caller[stretch] ?? 0, this.loudness(all, at, 0));
      this.agent[stretch] = Math.max(this.agent[stretch] ?? 0, this.loudness(all, at, 1));
    }
    this.rest = all.slice(whole);
  }

  private loudness(bytes: Uint8Array, at: number, side: number): number {
    const value = this.isMulaw
      ? MULAW[bytes[at + side] ?? 0xff] ?? 0
      : (((bytes[at + 2 * side] ?? 0) | ((bytes[at + 2 * side + 1] ?? 0) << 8)) << 16) >> 16;
    return Math.abs(value) / 32_768;
  }

  peaks(): Peaks {
    return { caller: [...this.caller], agent: [...this.agent], perSecond: PER_SECOND, seconds: this.frames / this.rate };
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
