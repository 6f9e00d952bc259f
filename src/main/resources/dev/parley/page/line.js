// One conversation's socket; openapi.yaml describes its frames as MessageStream.
export class Line {
  // told: { sentence(turn, text), audio(turn, Int16Array), endOfTurn(turn), abort(turn), event(event), closed(code, reason) }
  constructor(address, options, told) {
    this.told = told;
    this.turn = null;
    const url = new URL(address);
    // the same server by the name this page knows it by
    const here = new URL(location.href);
    url.protocol = here.protocol === 'https:' ? 'wss:' : 'ws:';
    url.host = here.host;
    for (const [name, value] of Object.entries(options)) {
      url.searchParams.set(name, value);
    }
    this.socket = new WebSocket(url);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onmessage = message => this.hear(message.data);
    this.socket.onclose = close => told.closed(close.code, close.reason);
  }

  hear(data) {
    if (data instanceof ArrayBuffer) {
      this.told.audio(this.turn, new Int16Array(data, 0, data.byteLength >> 1));
      return;
    }
    const frame = JSON.parse(data);
    const turn = frame.user_dialog_id ?? null;
    switch (frame.command) {
      case 'SERVER_TO_CLIENT_SYNC':
        this.turn = turn;
        if (frame.payloadType === 'TEXT') {
          this.told.sentence(turn, frame.payload);
        }
        break;
      case 'END_OF_TURN':
        this.told.endOfTurn(turn);
        break;
      case 'ABORT_AUDIO':
        this.told.abort(turn);
        break;
      case 'EVENT':
        this.told.event(frame.payload);
        break;
    }
  }

  speak(samples) {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(samples);
    }
  }

  write(words) {
    this.send('CLIENT_TO_SERVER_SYNC', words);
  }

  // playedMs: null when the turn was heard to its end
  played(turn, playedMs) {
    if (turn !== null) {
      this.send('UPDATE_MESSAGE_STATUS', playedMs === null ? '' : JSON.stringify({ played_ms: playedMs }), turn);
    }
  }

  hangUp() {
    this.send('STOP', '');
    setTimeout(() => this.socket.close(), 1500);
  }

  send(command, payload, turn) {
    if (this.socket.readyState === WebSocket.OPEN) {
      const frame = { command, payloadType: 'TEXT', payload };
      this.socket.send(JSON.stringify(turn === undefined ? frame : { ...frame, user_dialog_id: turn }));
    }
  }
}
