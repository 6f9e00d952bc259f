import { catalogue } from '../messages/catalogue';

/** Texts of forms everywhere. */
export const useFormText = catalogue({
  en: {
    unsaved: 'Leave without saving?', unsavedMore: 'What you have changed on this page is not saved yet.', stay: 'Stay here', leave: 'Leave without saving',
    conflict: 'Somebody else has changed this meanwhile. What you typed is still here; load the newer version to go on from it.', load: 'Load the newer version',
    undo: 'Undo changes', fix: 'Correct what is marked above first.', notJson: 'This is not valid JSON: {problem}', notObject: 'This should be a JSON object: { … }',
  },
  es: {
    unsaved: '¿Salir sin guardar?', unsavedMore: 'Lo que has cambiado en esta página aún no está guardado.', stay: 'Quedarme', leave: 'Salir sin guardar',
    conflict: 'Alguien más ha cambiado esto mientras tanto. Lo que escribiste sigue aquí; carga la versión nueva para seguir desde ella.', load: 'Cargar la versión nueva',
    undo: 'Deshacer cambios', fix: 'Corrige antes lo marcado arriba.', notJson: 'Esto no es JSON válido: {problem}', notObject: 'Debe ser un objeto JSON: { … }',
  },
  hi: {
    unsaved: 'सहेजे बिना जाएँ?', unsavedMore: 'इस पेज पर किए गए बदलाव अभी सहेजे नहीं गए हैं।', stay: 'यहीं रहें', leave: 'सहेजे बिना जाएँ',
    conflict: 'इस बीच किसी और ने इसे बदल दिया है। आपका लिखा यहीं है; आगे बढ़ने के लिए नया संस्करण लोड करें।', load: 'नया संस्करण लोड करें',
    undo: 'बदलाव वापस लें', fix: 'पहले ऊपर बताई गलतियाँ ठीक करें।', notJson: 'यह सही JSON नहीं है: {problem}', notObject: 'यह JSON ऑब्जेक्ट होना चाहिए: { … }',
  },
});
