/** Who speaks with a voice, as the beginning of its id tells. */
export type Provider = 'builtIn' | 'piper' | 'elevenlabs' | 'endpoint';

export const PROVIDERS: Provider[] = ['builtIn', 'piper', 'elevenlabs', 'endpoint'];

export function providerOf(modelId: string): Provider {
  switch (modelId.split('.')[0]) {
    case 'built-in': return 'builtIn';
    case 'piper': return 'piper';
    case 'elevenlabs': return 'elevenlabs';
    default: return 'endpoint';
  }
}
