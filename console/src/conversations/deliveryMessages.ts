import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: { title: 'Webhooks', conversation_start: 'beginning', conversation_end: 'end', conversation_analyzed: 'facts', delivered: 'Delivered', pending: 'Waiting', failed: 'Failed', disabled: 'Switched off' },
  es: { title: 'Webhooks', conversation_start: 'comienzo', conversation_end: 'fin', conversation_analyzed: 'datos', delivered: 'Entregado', pending: 'En espera', failed: 'Falló', disabled: 'Desactivado' },
  hi: { title: 'वेबहुक', conversation_start: 'शुरुआत', conversation_end: 'अंत', conversation_analyzed: 'तथ्य', delivered: 'पहुँचा', pending: 'प्रतीक्षा में', failed: 'विफल', disabled: 'बंद' },
});
