/*
 * The agent on another site, with one tag:
 *
 *   <script src="https://this.server/widget.js" data-key="a call key" data-agent="an agent's id"></script>
 *
 * data-place   "floating" (a button in the corner, the default) or "inline" (where the tag is)
 * data-mode    "voice" (the default) or "chat" (typing only)
 * data-label   what the floating button says to those who do not see it
 *
 * Everything else is in a frame of the server: neither page can touch the other, and no style of one is the other's.
 */
{
  const tag = document.currentScript as HTMLScriptElement | null;

  const place = (script: HTMLScriptElement) => {
    const { key = '', agent = '', place: where = 'floating', mode = 'voice', label = 'Talk to us' } = script.dataset;
    if (!key || !agent) {
      console.error('Parley: the tag needs data-key, a call key, and data-agent, the id of an agent.');
      return;
    }
    const server = new URL(script.src).origin;
    const frame = document.createElement('iframe');
    frame.title = label;
    frame.allow = 'microphone; autoplay';
    // Behind the #, which no server and no Referer ever sees.
    frame.src = `${server}/embed#${new URLSearchParams({ key, agent, mode })}`;
    Object.assign(frame.style, { border: '0', width: '100%', height: '100%', colorScheme: 'normal', borderRadius: '16px', display: 'block' });
    const box = document.createElement('div');
    if (where === 'inline') {
      Object.assign(box.style, { width: '100%', maxWidth: '420px', height: '560px' });
      box.append(frame);
      script.after(box);
    } else {
      document.body.append(floating(box, frame, label));
    }
  };

  /** A button in the corner that opens the frame; the frame is loaded when it is first opened. */
  const floating = (box: HTMLElement, frame: HTMLIFrameElement, label: string) => {
    Object.assign(box.style, {
      position: 'fixed', right: '16px', bottom: '88px', zIndex: '2147483000', width: 'min(400px, calc(100vw - 32px))',
      height: 'min(600px, calc(100vh - 120px))', display: 'none', borderRadius: '16px', boxShadow: '0 8px 40px rgb(0 0 0 / 0.25)',
    });
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', label);
    button.setAttribute('aria-expanded', 'false');
    Object.assign(button.style, {
      position: 'fixed', right: '16px', bottom: '16px', zIndex: '2147483000', width: '60px', height: '60px', border: '0', borderRadius: '50%',
      background: '#2f6f62', cursor: 'pointer', boxShadow: '0 4px 20px rgb(0 0 0 / 0.25)', padding: '0',
    });
    button.append(picture());
    button.addEventListener('click', () => {
      const isOpen = box.style.display === 'none';
      box.style.display = isOpen ? 'block' : 'none';
      button.setAttribute('aria-expanded', String(isOpen));
      if (isOpen && !frame.isConnected) {
        box.append(frame);
      }
    });
    const both = document.createElement('div');
    both.append(box, button);
    addEventListener('message', ({ data, source }) => {
      const color = source === frame.contentWindow && typeof data === 'object' && data !== null ? (data as { parleyColor?: unknown }).parleyColor : null;
      if (typeof color === 'string' && CSS.supports('color', color)) {
        button.style.background = color;
      }
    });
    return both;
  };

  const picture = () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 32 32');
    svg.setAttribute('width', '32');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M7 13.5v5M11.5 9.5v13M16 12v8M20.5 7.5v17M25 13.5v5');
    path.setAttribute('stroke', '#fff');
    path.setAttribute('stroke-width', '2.4');
    path.setAttribute('stroke-linecap', 'round');
    svg.append(path);
    return svg;
  };

  if (tag) {
    if (document.body) {
      place(tag);
    } else {
      addEventListener('DOMContentLoaded', () => place(tag));
    }
  }
}
