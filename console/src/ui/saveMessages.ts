import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: {
    unsaved: 'There are changes that are not saved', discard: 'Discard', save: 'Save', leave: 'Leave without saving', stay: 'Stay',
    question: 'What you have changed on this page is not saved.', saved: 'Saved', stale: 'Somebody else has changed this meanwhile. Load the page again and make your change once more.',
  },
  es: {
    unsaved: 'Hay cambios sin guardar', discard: 'Descartar', save: 'Guardar', leave: 'Salir sin guardar', stay: 'Quedarse',
    question: 'Lo que cambiaste en esta página no está guardado.', saved: 'Guardado', stale: 'Otra persona lo ha cambiado mientras tanto. Carga la página de nuevo y repite tu cambio.',
  },
  hi: {
    unsaved: 'कुछ बदलाव सहेजे नहीं गए हैं', discard: 'छोड़ दें', save: 'सहेजें', leave: 'बिना सहेजे जाएँ', stay: 'रुकें',
    question: 'इस पेज पर आपके बदलाव सहेजे नहीं गए हैं।', saved: 'सहेजा गया', stale: 'इस बीच किसी और ने इसे बदल दिया है। पेज फिर से लोड करें और बदलाव दोबारा करें।',
  },
});
