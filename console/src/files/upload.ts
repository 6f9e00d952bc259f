import { Refusal, type Schema } from '../api/client';

/** Nobody knows why the connection broke. */
export class ConnectionLost extends Error {}

/**
 * Sends one file. Not with `fetch`, which does not tell how far it has come.
 *
 * @param onProgress told how much has been sent, from 0 to 1
 */
export function upload(file: File, onProgress: (sent: number) => void, signal: AbortSignal): Promise<Schema<'Files'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('files', file);
    request.open('POST', '/v1/files');
    request.setRequestHeader('X-Parley-Console', '1');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ConnectionLost());
    request.onabort = () => reject(new ConnectionLost());
    request.onload = () => {
      const answer = json(request.responseText);
      const [record] = Array.isArray(answer) ? (answer as Schema<'Files'>[]) : [];
      if (request.status === 200 && record) {
        resolve(record);
      } else {
        reject(new Refusal(request.status, answer));
      }
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
