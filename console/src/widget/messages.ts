import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: { title: 'Talk to us', agent: 'Agent' },
  es: { title: 'Habla con nosotros', agent: 'Agente' },
  hi: { title: 'हमसे बात करें', agent: 'एजेंट' },
});
