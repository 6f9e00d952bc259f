import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: {
    pages: 'Pages', menu: 'Menu', skip: 'Skip to the page', language: 'Language', look: 'Appearance', system: 'As system', light: 'Light', dark: 'Dark',
    overview: 'Overview', agents: 'Agents', conversations: 'Conversations', prospects: 'Prospects', hives: 'Knowledge', actions: 'Actions', products: 'Products',
    phones: 'Phone numbers', voices: 'Voices', files: 'Files', settings: 'Settings', lost: 'There is no such page', home: 'Go to the overview',
    crashed: 'This page has stopped working', reload: 'Load it again',
  },
  es: {
    pages: 'Páginas', menu: 'Menú', skip: 'Ir a la página', language: 'Idioma', look: 'Aspecto', system: 'Como el sistema', light: 'Claro', dark: 'Oscuro',
    overview: 'Resumen', agents: 'Agentes', conversations: 'Conversaciones', prospects: 'Prospectos', hives: 'Conocimiento', actions: 'Acciones', products: 'Productos',
    phones: 'Números de teléfono', voices: 'Voces', files: 'Archivos', settings: 'Ajustes', lost: 'Esa página no existe', home: 'Ir al resumen',
    crashed: 'Esta página ha dejado de funcionar', reload: 'Cargarla de nuevo',
  },
  hi: {
    pages: 'पेज', menu: 'मेनू', skip: 'पेज पर जाएँ', language: 'भाषा', look: 'रूप', system: 'सिस्टम जैसा', light: 'हल्का', dark: 'गहरा',
    overview: 'सारांश', agents: 'एजेंट', conversations: 'बातचीत', prospects: 'ग्राहक', hives: 'जानकारी', actions: 'क्रियाएँ', products: 'उत्पाद',
    phones: 'फ़ोन नंबर', voices: 'आवाज़ें', files: 'फ़ाइलें', settings: 'सेटिंग', lost: 'ऐसा कोई पेज नहीं है', home: 'सारांश पर जाएँ',
    crashed: 'यह पेज रुक गया है', reload: 'फिर से लोड करें',
  },
});
