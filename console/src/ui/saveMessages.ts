import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: { unsaved: 'There are changes that are not saved', discard: 'Discard', save: 'Save', saved: 'Saved' },
  es: { unsaved: 'Hay cambios sin guardar', discard: 'Descartar', save: 'Guardar', saved: 'Guardado' },
  hi: { unsaved: 'कुछ बदलाव सहेजे नहीं गए हैं', discard: 'छोड़ दें', save: 'सहेजें', saved: 'सहेजा गया' },
});
