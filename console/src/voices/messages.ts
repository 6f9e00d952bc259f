import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: {
    title: 'Voices', lead: 'What agents can sound like on this server.', listen: 'Listen', stop: 'Stop', silent: 'This voice cannot be heard now', all: 'All', language: 'Language', gender: 'Gender',
    Female: 'Female', Male: 'Male', Neutral: 'Neutral', usedBy: 'Used by {names}', unused: 'No agent uses it', none: 'No voice fits', noneLead: 'Choose another language or gender.',
  },
  es: {
    title: 'Voces', lead: 'Cómo pueden sonar los agentes en este servidor.', listen: 'Escuchar', stop: 'Parar', silent: 'Ahora no se puede oír esta voz', all: 'Todas', language: 'Idioma', gender: 'Género',
    Female: 'Femenina', Male: 'Masculina', Neutral: 'Neutra', usedBy: 'La usan: {names}', unused: 'Ningún agente la usa', none: 'Ninguna voz encaja', noneLead: 'Elige otro idioma o género.',
  },
  hi: {
    title: 'आवाज़ें', lead: 'इस सर्वर पर एजेंट कैसे सुनाई दे सकते हैं।', listen: 'सुनें', stop: 'रोकें', silent: 'यह आवाज़ अभी नहीं सुनी जा सकती', all: 'सभी', language: 'भाषा', gender: 'लिंग',
    Female: 'महिला', Male: 'पुरुष', Neutral: 'तटस्थ', usedBy: 'उपयोग: {names}', unused: 'कोई एजेंट इसका उपयोग नहीं करता', none: 'कोई आवाज़ मेल नहीं खाती', noneLead: 'कोई और भाषा या लिंग चुनें।',
  },
});
