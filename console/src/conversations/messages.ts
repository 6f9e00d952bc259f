import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: {
    title: 'Conversations', lead: 'Everything that was said, newest first.', none: 'Nobody has called yet', noneLead: 'Talk to an agent: every conversation appears here with its transcript, recording and facts.', toAgents: 'Go to the agents',
    noneFound: 'No conversation fits', noneFoundLead: 'Take a filter away, or search for other words.', search: 'Search what was said', agent: 'Agent', outcome: 'Outcome', sentiment: 'Sentiment', channel: 'Channel', from: 'From', to: 'To', any: 'Any', reset: 'Clear all',
    when: 'When', caller: 'Caller', duration: 'Duration', summary: 'Summary', live: 'Live', unknown: 'Unknown caller', liveOnly: 'Live now',
    positive: 'Positive', negative: 'Negative', neutral: 'Neutral', BROWSER: 'Browser', TWILIO: 'Phone (Twilio)', PLIVO: 'Phone (Plivo)',
    NEW: 'New', GENERAL_ENQUIRY: 'General enquiry', SCHEDULED_CALLBACK_WITH_BOT: 'Callback agreed', SCHEDULED_APPOINTMENT_WITH_PERSON: 'Appointment with a person', SCHEDULED_APPOINTMENT_FOR_SERVICE: 'Appointment for a service', NOT_INTERESTED: 'Not interested', PRODUCT_ORDER_PLACED: 'Product ordered', SERVICE_ORDER_PLACED: 'Service ordered',
    exportCsv: 'CSV', exportJson: 'JSON', export: 'Export', exporting: '{count|{count} conversation|{count} conversations} written', stop: 'Stop', exported: 'The export is complete', exportFailed: 'The export broke off: {reason}',
    views: 'Saved views', saveView: 'Save this view', viewName: 'Name of the view', save: 'Save', removeView: 'Remove view {name}', filters: 'Filters',
    one: 'Conversation', previous: 'Previous', next: 'Next', transcript: 'Transcript', noTranscript: 'Nothing was said.', user: 'Caller', ai: 'Agent', tool: 'Action', asked: 'Action asked', source: 'From {title}', hear: 'Hear it from here',
    recording: 'Recording', noRecording: 'There is no recording of this conversation.', loadingRecording: 'Loading the recording', play: 'Play', pause: 'Pause', speed: 'Speed', position: 'Position', sides: 'Above the caller, below the agent',
    facts: 'Facts', actionItems: 'To do', name: 'Name', email: 'E-mail', phone: 'Phone', address: 'Address', consent: 'Agreed to be recorded', edit: 'Correct', save2: 'Save', cancel: 'Cancel', corrected: 'Corrected', itemsHint: 'One a line.',
    prospect: 'Prospect', noProspect: 'Not assigned to anybody.', link: 'Assign', unlink: 'Remove', linked: 'Assigned', unlinked: 'Removed', comments: 'Comments', comment: 'Comment', rating: 'Rating', addComment: 'Add comment', commented: 'Your comment is kept',
    evaluation: 'Evaluation', noEvaluation: 'It was not judged.', byAi: 'By the model', byPeople: 'By people', well: 'What went well', better: 'What can be better', timings: 'How quick it was', p50: 'half', p95: '95 of 100', max: 'slowest', ms: '{n} ms',
    response: 'Answer', end_of_turn: 'End of turn', recognition: 'Recognition', first_token: 'First word of the model', first_sentence: 'First sentence', first_sound: 'First sound', interruptions: 'Interruptions', falseAlarms: 'False alarms', lines: 'Lines', share: 'Agent’s share',
    delete: 'Delete conversation', deleteQuestion: 'Transcript, recording and facts are gone for good.', deleted: 'The conversation is deleted', started: 'Began', channelOf: 'Channel', keys: 'Keys: j next, k previous, space to play',
  },
  es: {
    title: 'Conversaciones', lead: 'Todo lo que se dijo, lo más reciente primero.', none: 'Aún no ha llamado nadie', noneLead: 'Habla con un agente: cada conversación aparece aquí con su transcripción, grabación y datos.', toAgents: 'Ir a los agentes',
    noneFound: 'Ninguna conversación coincide', noneFoundLead: 'Quita un filtro o busca otras palabras.', search: 'Buscar en lo dicho', agent: 'Agente', outcome: 'Resultado', sentiment: 'Ánimo', channel: 'Canal', from: 'Desde', to: 'Hasta', any: 'Todos', reset: 'Quitar todo',
    when: 'Cuándo', caller: 'Quién', duration: 'Duración', summary: 'Resumen', live: 'En curso', unknown: 'Desconocido', liveOnly: 'En curso ahora',
    positive: 'Positivo', negative: 'Negativo', neutral: 'Neutral', BROWSER: 'Navegador', TWILIO: 'Teléfono (Twilio)', PLIVO: 'Teléfono (Plivo)',
    NEW: 'Nuevo', GENERAL_ENQUIRY: 'Consulta general', SCHEDULED_CALLBACK_WITH_BOT: 'Llamada acordada', SCHEDULED_APPOINTMENT_WITH_PERSON: 'Cita con una persona', SCHEDULED_APPOINTMENT_FOR_SERVICE: 'Cita para un servicio', NOT_INTERESTED: 'Sin interés', PRODUCT_ORDER_PLACED: 'Producto pedido', SERVICE_ORDER_PLACED: 'Servicio pedido',
    exportCsv: 'CSV', exportJson: 'JSON', export: 'Exportar', exporting: '{count|{count} conversación escrita|{count} conversaciones escritas}', stop: 'Parar', exported: 'La exportación está completa', exportFailed: 'La exportación se cortó: {reason}',
    views: 'Vistas guardadas', saveView: 'Guardar esta vista', viewName: 'Nombre de la vista', save: 'Guardar', removeView: 'Quitar la vista {name}', filters: 'Filtros',
    one: 'Conversación', previous: 'Anterior', next: 'Siguiente', transcript: 'Transcripción', noTranscript: 'No se dijo nada.', user: 'Quien llama', ai: 'Agente', tool: 'Acción', asked: 'Acción pedida', source: 'De {title}', hear: 'Oír desde aquí',
    recording: 'Grabación', noRecording: 'No hay grabación de esta conversación.', loadingRecording: 'Cargando la grabación', play: 'Reproducir', pause: 'Pausa', speed: 'Velocidad', position: 'Posición', sides: 'Arriba quien llama, abajo el agente',
    facts: 'Datos', actionItems: 'Por hacer', name: 'Nombre', email: 'Correo', phone: 'Teléfono', address: 'Dirección', consent: 'Aceptó ser grabado', edit: 'Corregir', save2: 'Guardar', cancel: 'Cancelar', corrected: 'Corregido', itemsHint: 'Uno por línea.',
    prospect: 'Prospecto', noProspect: 'No está asignada a nadie.', link: 'Asignar', unlink: 'Quitar', linked: 'Asignada', unlinked: 'Quitada', comments: 'Comentarios', comment: 'Comentario', rating: 'Valoración', addComment: 'Añadir comentario', commented: 'Tu comentario está guardado',
    evaluation: 'Evaluación', noEvaluation: 'No fue evaluada.', byAi: 'Del modelo', byPeople: 'De personas', well: 'Qué fue bien', better: 'Qué puede mejorar', timings: 'Qué rápida fue', p50: 'mitad', p95: '95 de 100', max: 'más lenta', ms: '{n} ms',
    response: 'Respuesta', end_of_turn: 'Fin del turno', recognition: 'Reconocimiento', first_token: 'Primera palabra del modelo', first_sentence: 'Primera frase', first_sound: 'Primer sonido', interruptions: 'Interrupciones', falseAlarms: 'Falsas alarmas', lines: 'Líneas', share: 'Parte del agente',
    delete: 'Eliminar conversación', deleteQuestion: 'La transcripción, la grabación y los datos se pierden para siempre.', deleted: 'La conversación se ha eliminado', started: 'Comenzó', channelOf: 'Canal', keys: 'Teclas: j siguiente, k anterior, espacio reproduce',
  },
  hi: {
    title: 'बातचीत', lead: 'जो कुछ कहा गया, नया सबसे ऊपर।', none: 'अभी किसी ने कॉल नहीं किया', noneLead: 'एजेंट से बात करें: हर बातचीत लिखित पाठ, रिकॉर्डिंग और तथ्यों के साथ यहाँ दिखती है।', toAgents: 'एजेंटों पर जाएँ',
    noneFound: 'कोई बातचीत मेल नहीं खाती', noneFoundLead: 'कोई फ़िल्टर हटाएँ, या दूसरे शब्द खोजें।', search: 'कही बातों में खोजें', agent: 'एजेंट', outcome: 'नतीजा', sentiment: 'भाव', channel: 'माध्यम', from: 'से', to: 'तक', any: 'सभी', reset: 'सब हटाएँ',
    when: 'कब', caller: 'कॉलर', duration: 'अवधि', summary: 'सारांश', live: 'जारी', unknown: 'अज्ञात कॉलर', liveOnly: 'अभी जारी',
    positive: 'सकारात्मक', negative: 'नकारात्मक', neutral: 'तटस्थ', BROWSER: 'ब्राउज़र', TWILIO: 'फ़ोन (Twilio)', PLIVO: 'फ़ोन (Plivo)',
    NEW: 'नया', GENERAL_ENQUIRY: 'सामान्य पूछताछ', SCHEDULED_CALLBACK_WITH_BOT: 'दोबारा कॉल तय', SCHEDULED_APPOINTMENT_WITH_PERSON: 'व्यक्ति से मुलाक़ात', SCHEDULED_APPOINTMENT_FOR_SERVICE: 'सेवा की मुलाक़ात', NOT_INTERESTED: 'रुचि नहीं', PRODUCT_ORDER_PLACED: 'उत्पाद ऑर्डर', SERVICE_ORDER_PLACED: 'सेवा ऑर्डर',
    exportCsv: 'CSV', exportJson: 'JSON', export: 'निर्यात', exporting: '{count|{count} बातचीत लिखी गई|{count} बातचीत लिखी गईं}', stop: 'रोकें', exported: 'निर्यात पूरा हुआ', exportFailed: 'निर्यात रुक गया: {reason}',
    views: 'सहेजे गए दृश्य', saveView: 'यह दृश्य सहेजें', viewName: 'दृश्य का नाम', save: 'सहेजें', removeView: 'दृश्य {name} हटाएँ', filters: 'फ़िल्टर',
    one: 'बातचीत', previous: 'पिछली', next: 'अगली', transcript: 'लिखित पाठ', noTranscript: 'कुछ नहीं कहा गया।', user: 'कॉलर', ai: 'एजेंट', tool: 'क्रिया', asked: 'क्रिया माँगी', source: '{title} से', hear: 'यहाँ से सुनें',
    recording: 'रिकॉर्डिंग', noRecording: 'इस बातचीत की रिकॉर्डिंग नहीं है।', loadingRecording: 'रिकॉर्डिंग लोड हो रही है', play: 'चलाएँ', pause: 'रोकें', speed: 'गति', position: 'स्थान', sides: 'ऊपर कॉलर, नीचे एजेंट',
    facts: 'तथ्य', actionItems: 'करने के काम', name: 'नाम', email: 'ई-मेल', phone: 'फ़ोन', address: 'पता', consent: 'रिकॉर्डिंग की सहमति दी', edit: 'सुधारें', save2: 'सहेजें', cancel: 'रद्द करें', corrected: 'सुधारा गया', itemsHint: 'हर पंक्ति में एक।',
    prospect: 'ग्राहक', noProspect: 'किसी से जुड़ी नहीं है।', link: 'जोड़ें', unlink: 'हटाएँ', linked: 'जोड़ा गया', unlinked: 'हटाया गया', comments: 'टिप्पणियाँ', comment: 'टिप्पणी', rating: 'अंक', addComment: 'टिप्पणी जोड़ें', commented: 'आपकी टिप्पणी रख ली गई',
    evaluation: 'मूल्यांकन', noEvaluation: 'इसे आँका नहीं गया।', byAi: 'मॉडल द्वारा', byPeople: 'लोगों द्वारा', well: 'क्या अच्छा रहा', better: 'क्या बेहतर हो सकता है', timings: 'कितनी तेज़ थी', p50: 'आधे', p95: '100 में 95', max: 'सबसे धीमा', ms: '{n} मि.से.',
    response: 'जवाब', end_of_turn: 'बारी का अंत', recognition: 'पहचान', first_token: 'मॉडल का पहला शब्द', first_sentence: 'पहला वाक्य', first_sound: 'पहली ध्वनि', interruptions: 'बीच में रोका', falseAlarms: 'झूठे संकेत', lines: 'पंक्तियाँ', share: 'एजेंट का हिस्सा',
    delete: 'बातचीत हटाएँ', deleteQuestion: 'लिखित पाठ, रिकॉर्डिंग और तथ्य हमेशा के लिए चले जाएँगे।', deleted: 'बातचीत हटा दी गई', started: 'शुरू हुई', channelOf: 'माध्यम', keys: 'कुंजियाँ: j अगली, k पिछली, स्पेस चलाएँ',
  },
});

export const OUTCOMES = ['NEW', 'GENERAL_ENQUIRY', 'SCHEDULED_CALLBACK_WITH_BOT', 'SCHEDULED_APPOINTMENT_WITH_PERSON', 'SCHEDULED_APPOINTMENT_FOR_SERVICE', 'NOT_INTERESTED', 'PRODUCT_ORDER_PLACED', 'SERVICE_ORDER_PLACED'] as const;
export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export const CHANNELS = ['BROWSER', 'TWILIO', 'PLIVO'] as const;
