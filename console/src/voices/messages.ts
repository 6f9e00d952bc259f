import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: {
    title: 'Voices', lead: 'What agents can sound like. Which one an agent has is chosen on its page.', search: 'Search voices', any: 'Any', language: 'Language', gender: 'Gender', provider: 'Spoken by', count: '{count|{count} voice|{count} voices}',
    English: 'English', Spanish: 'Spanish', Hindi: 'Hindi', Male: 'Male', Female: 'Female', Neutral: 'Neutral', builtIn: 'Built in', piper: 'Piper', elevenlabs: 'ElevenLabs', endpoint: 'Speech endpoint',
    spoken: '{language}, {accent}', AmericanAccent: 'American', IndianAccent: 'Indian', AustralianAccent: 'Australian', BritishAccent: 'British', HindiAccent: 'standard', 'Middle EasternAccent': 'Middle Eastern',
    play: 'Listen', stop: 'Stop', playVoice: 'Listen to {name}', stopVoice: 'Stop {name}', notHeard: 'This voice cannot be heard now. Try again shortly; if it stays so, its provider does not answer.',
    nobody: 'No agent speaks with it yet.', spokenBy: 'Spoken with by', unchosen: 'No voice of this list is chosen for these; the server picks one by language and gender:', others: '{count|and {count} other|and {count} others}',
    none: 'This server has no voices', noneMore: 'Its operator sets one up: the built-in voices need the program espeak-ng, others are set with PARLEY_TTS_BASE_URL or PARLEY_TTS_PIPER_VOICE.', noMatch: 'No voice is like that', noMatchMore: 'Choose “Any” somewhere, or search for something else.',
  },
  es: {
    title: 'Voces', lead: 'Cómo pueden sonar los agentes. La de cada uno se elige en su página.', search: 'Buscar voces', any: 'Cualquiera', language: 'Idioma', gender: 'Género', provider: 'La pone', count: '{count|{count} voz|{count} voces}',
    English: 'Inglés', Spanish: 'Español', Hindi: 'Hindi', Male: 'Masculina', Female: 'Femenina', Neutral: 'Neutra', builtIn: 'Incluida', piper: 'Piper', elevenlabs: 'ElevenLabs', endpoint: 'Servicio de voz',
    spoken: '{language}, {accent}', AmericanAccent: 'americano', IndianAccent: 'indio', AustralianAccent: 'australiano', BritishAccent: 'británico', HindiAccent: 'estándar', 'Middle EasternAccent': 'de Oriente Medio',
    play: 'Oír', stop: 'Parar', playVoice: 'Oír a {name}', stopVoice: 'Parar a {name}', notHeard: 'Esta voz no se puede oír ahora. Inténtalo en un momento; si sigue así, su proveedor no contesta.',
    nobody: 'Ningún agente habla aún con ella.', spokenBy: 'Hablan con ella:', unchosen: 'A estos no se les ha elegido voz de la lista; el servidor escoge una por idioma y género:', others: '{count|y {count} más|y {count} más}',
    none: 'Este servidor no tiene voces', noneMore: 'Las pone quien lo opera: las incluidas necesitan el programa espeak-ng, otras se ajustan con PARLEY_TTS_BASE_URL o PARLEY_TTS_PIPER_VOICE.', noMatch: 'Ninguna voz es así', noMatchMore: 'Elige «Cualquiera» en algún filtro o busca otra cosa.',
  },
  hi: {
    title: 'आवाज़ें', lead: 'एजेंट कैसे सुनाई दे सकते हैं। किसकी कौन-सी हो, यह उसके पेज पर चुना जाता है।', search: 'आवाज़ें खोजें', any: 'कोई भी', language: 'भाषा', gender: 'स्वर', provider: 'किसकी आवाज़', count: '{count|{count} आवाज़|{count} आवाज़ें}',
    English: 'अंग्रेज़ी', Spanish: 'स्पेनिश', Hindi: 'हिन्दी', Male: 'पुरुष', Female: 'महिला', Neutral: 'तटस्थ', builtIn: 'सर्वर की अपनी', piper: 'Piper', elevenlabs: 'ElevenLabs', endpoint: 'बाहरी सेवा',
    spoken: '{language}, {accent}', AmericanAccent: 'अमेरिकी', IndianAccent: 'भारतीय', AustralianAccent: 'ऑस्ट्रेलियाई', BritishAccent: 'ब्रिटिश', HindiAccent: 'मानक', 'Middle EasternAccent': 'मध्य-पूर्वी',
    play: 'सुनें', stop: 'रोकें', playVoice: '{name} को सुनें', stopVoice: '{name} को रोकें', notHeard: 'यह आवाज़ अभी नहीं सुनी जा सकती। थोड़ी देर में फिर कोशिश करें; फिर भी न हो तो उसकी सेवा जवाब नहीं दे रही।',
    nobody: 'अभी कोई एजेंट इससे नहीं बोलता।', spokenBy: 'इससे बोलते हैं:', unchosen: 'इनके लिए सूची की कोई आवाज़ नहीं चुनी गई; सर्वर भाषा और स्वर देखकर चुनता है:', others: '{count|और {count} अन्य|और {count} अन्य}',
    none: 'इस सर्वर में कोई आवाज़ नहीं', noneMore: 'सर्वर चलाने वाला इन्हें जोड़ता है: अपनी आवाज़ों के लिए espeak-ng प्रोग्राम चाहिए, बाक़ी PARLEY_TTS_BASE_URL या PARLEY_TTS_PIPER_VOICE से आती हैं।', noMatch: 'ऐसी कोई आवाज़ नहीं', noMatchMore: 'कहीं “कोई भी” चुनें या कुछ और खोजें।',
  },
});
