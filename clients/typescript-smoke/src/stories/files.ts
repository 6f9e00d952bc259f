import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, owner } from '../server.js';

const { files } = owner;

test('files are uploaded together, fetched by their links, and deleted', async () => {
    const menu = new File(['Flatbread 7.50\n'], 'menu.txt', { type: 'text/plain' });
    const hours = new File(['We open at nine.\n'], 'hours & days.txt', { type: 'text/plain' });
    const stored = await files.uploadFileV1({ files: [menu, hours] });

    assert.deepEqual(stored.map(one => one.fileName), ['menu.txt', 'hours & days.txt']);
    for (const one of stored) {
        assert.match(given(one.id), /^fil\./);
    }
    const download = await fetch(given(stored[0]?.fileUrl));
    assert.equal(await download.text(), 'Flatbread 7.50\n');

    const fileIds = stored.map(one => one.id).join(',');
    const gone = await files.deleteFileV1Raw({ fileIds });
    assert.equal(await gone.raw.text(), 'true', 'the bare boolean of the vendor');
    assert.equal((await fetch(given(stored[0]?.fileUrl))).status, 404);
});

test('a recording is uploaded and played from the middle', async () => {
    const tone = new File([silence(8000)], 'tone.wav', { type: 'audio/wav' });
    const [stored] = await files.uploadAudioFileV1({ files: [tone] });

    const range = { headers: { Range: 'bytes=0-3' } };
    const start = await fetch(given(stored?.fileUrl), range);
    assert.equal(start.status, 206);
    assert.equal(await start.text(), 'RIFF');
});

/** A WAV file of this many 16-bit samples at 8 kHz. */
function silence(samples: number): Uint8Array<ArrayBuffer> {
    const wav = Buffer.alloc(44 + 2 * samples);
    wav.write('RIFF', 0);
    wav.writeUInt32LE(36 + 2 * samples, 4);
    wav.write('WAVEfmt ', 8);
    wav.writeUInt32LE(16, 16);
    wav.writeUInt16LE(1, 20);
    wav.writeUInt16LE(1, 22);
    wav.writeUInt32LE(8000, 24);
    wav.writeUInt32LE(16000, 28);
    wav.writeUInt16LE(2, 32);
    wav.writeUInt16LE(16, 34);
    wav.write('data', 36);
    wav.writeUInt32LE(2 * samples, 40);
    return new Uint8Array(wav);
}
