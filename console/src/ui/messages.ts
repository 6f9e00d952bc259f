import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: {
    close: 'Close', cancel: 'Cancel', retry: 'Try again', loading: 'Loading…', more: 'Show more', copy: 'Copy', copied: 'Copied', dismiss: 'Dismiss',
    wrong: 'This could not be loaded', stars: '{count|{count} star|{count} stars}', search: 'Search', clear: 'Clear', choose: 'Choose',
  },
  es: {
    close: 'Cerrar', cancel: 'Cancelar', retry: 'Reintentar', loading: 'Cargando…', more: 'Mostrar más', copy: 'Copiar', copied: 'Copiado', dismiss: 'Descartar',
    wrong: 'No se pudo cargar', stars: '{count|{count} estrella|{count} estrellas}', search: 'Buscar', clear: 'Borrar', choose: 'Elegir',
  },
  hi: {
    close: 'बंद करें', cancel: 'रद्द करें', retry: 'फिर कोशिश करें', loading: 'लोड हो रहा है…', more: 'और दिखाएँ', copy: 'कॉपी करें', copied: 'कॉपी हो गया', dismiss: 'हटाएँ',
    wrong: 'यह लोड नहीं हो सका', stars: '{count|{count} तारा|{count} तारे}', search: 'खोजें', clear: 'मिटाएँ', choose: 'चुनें',
  },
});
