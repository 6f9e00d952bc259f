import { catalogue } from '../messages/catalogue';

/** Texts of the list of actions and of what surrounds one. */
export const useActionsText = catalogue({
  en: {
    title: 'Actions', lead: 'What agents can do while they talk, and what happens when a call begins or ends.', new: 'New action', search: 'Search by name', name: 'Action', when: 'When', where: 'Where', changed: 'Changed', total: '{count|{count} action|{count} actions}',
    user_query: 'In the conversation', 'webhook.conversation_start': 'When a call begins', 'webhook.conversation_end': 'When a call has ended', otherTrigger: 'Another moment',
    transfer: 'Connect the caller', press_keys: 'Press keys', hang_up: 'Hang up', workflow: 'Workflow {id}', internal: 'Built in: {name}', telephone: 'Telephone: {function}', nowhere: 'Nowhere',
    emptyTitle: 'No actions yet', empty: 'With an action an agent looks up an order, books a time or writes a ticket, in your own system, while it talks. Others tell your system about every call.', none: 'No action is called like that', deleted: 'Action deleted',
    delete: 'Delete', deleteOne: 'Delete {name}', deleteQuestion: 'Agents can no longer use {name}. What it has done stays; this cannot be undone.',
    choose: 'What should it do?', emptyOne: 'Begin with an empty one', emptyHint: 'You say what is sent where.', choosePhone: 'Something with the call itself', phoneHint: 'Connect the caller, press keys or hang up.',
    settings: 'Settings', test: 'Try it', deliveries: 'Deliveries', agents: 'Agents', sections: 'Parts of this action', created: 'Action created', saved: 'Action saved', create: 'Create', save: 'Save',
    addAgent: 'Let an agent use it', unlink: 'Take it away from {name}', noAgents: 'No agent uses this yet. Choose one, or it never happens.', linked: 'The agent uses it now', unlinked: 'The agent no longer uses it', agentsTitle: 'Agents that use it',
  },
  es: {
    title: 'Acciones', lead: 'Lo que los agentes pueden hacer mientras hablan, y lo que pasa cuando una llamada empieza o acaba.', new: 'Acción nueva', search: 'Buscar por nombre', name: 'Acción', when: 'Cuándo', where: 'Dónde', changed: 'Cambiado', total: '{count|{count} acción|{count} acciones}',
    user_query: 'En la conversación', 'webhook.conversation_start': 'Al empezar una llamada', 'webhook.conversation_end': 'Al acabar una llamada', otherTrigger: 'En otro momento',
    transfer: 'Pasar la llamada', press_keys: 'Pulsar teclas', hang_up: 'Colgar', workflow: 'Flujo {id}', internal: 'Interno: {name}', telephone: 'Teléfono: {function}', nowhere: 'En ningún sitio',
    emptyTitle: 'Aún no hay acciones', empty: 'Con una acción, un agente busca un pedido, reserva una hora o abre un caso en tu propio sistema mientras habla. Otras avisan a tu sistema de cada llamada.', none: 'Ninguna acción se llama así', deleted: 'Acción eliminada',
    delete: 'Eliminar', deleteOne: 'Eliminar {name}', deleteQuestion: 'Los agentes ya no podrán usar {name}. Lo que ha hecho se queda; no se puede deshacer.',
    choose: '¿Qué debe hacer?', emptyOne: 'Empezar con una vacía', emptyHint: 'Tú dices qué se envía y adónde.', choosePhone: 'Algo con la propia llamada', phoneHint: 'Pasar la llamada, pulsar teclas o colgar.',
    settings: 'Ajustes', test: 'Probar', deliveries: 'Entregas', agents: 'Agentes', sections: 'Partes de esta acción', created: 'Acción creada', saved: 'Acción guardada', create: 'Crear', save: 'Guardar',
    addAgent: 'Dejar que un agente la use', unlink: 'Quitársela a {name}', noAgents: 'Ningún agente la usa todavía. Elige uno, o nunca ocurrirá.', linked: 'El agente ya la usa', unlinked: 'El agente ya no la usa', agentsTitle: 'Agentes que la usan',
  },
  hi: {
    title: 'क्रियाएँ', lead: 'एजेंट बात करते हुए क्या कर सकते हैं, और कॉल शुरू या ख़त्म होने पर क्या होता है।', new: 'नई क्रिया', search: 'नाम से खोजें', name: 'क्रिया', when: 'कब', where: 'कहाँ', changed: 'बदली गई', total: '{count|{count} क्रिया|{count} क्रियाएँ}',
    user_query: 'बातचीत में', 'webhook.conversation_start': 'कॉल शुरू होने पर', 'webhook.conversation_end': 'कॉल ख़त्म होने पर', otherTrigger: 'किसी और समय',
    transfer: 'कॉल आगे जोड़ना', press_keys: 'बटन दबाना', hang_up: 'फ़ोन रखना', workflow: 'वर्कफ़्लो {id}', internal: 'अंदरूनी: {name}', telephone: 'टेलीफ़ोन: {function}', nowhere: 'कहीं नहीं',
    emptyTitle: 'अभी कोई क्रिया नहीं', empty: 'क्रिया से एजेंट बात करते हुए आपके अपने सिस्टम में ऑर्डर देखता है, समय बुक करता है या टिकट लिखता है। दूसरी क्रियाएँ आपके सिस्टम को हर कॉल के बारे में बताती हैं।', none: 'इस नाम की कोई क्रिया नहीं', deleted: 'क्रिया मिटा दी गई',
    delete: 'मिटाएँ', deleteOne: '{name} मिटाएँ', deleteQuestion: 'एजेंट अब {name} का उपयोग नहीं कर पाएँगे। जो हो चुका वह रहेगा; इसे वापस नहीं लाया जा सकता।',
    choose: 'इसे क्या करना है?', emptyOne: 'खाली से शुरू करें', emptyHint: 'आप बताते हैं कि क्या कहाँ भेजा जाए।', choosePhone: 'कॉल के साथ ही कुछ', phoneHint: 'कॉल आगे जोड़ना, बटन दबाना या फ़ोन रखना।',
    settings: 'सेटिंग', test: 'आज़माएँ', deliveries: 'भेजी गई सूचनाएँ', agents: 'एजेंट', sections: 'इस क्रिया के हिस्से', created: 'क्रिया बन गई', saved: 'क्रिया सहेजी गई', create: 'बनाएँ', save: 'सहेजें',
    addAgent: 'किसी एजेंट को इसका उपयोग करने दें', unlink: '{name} से यह हटाएँ', noAgents: 'अभी कोई एजेंट इसका उपयोग नहीं करता। एक चुनें, वरना यह कभी नहीं होगी।', linked: 'एजेंट अब इसका उपयोग करता है', unlinked: 'एजेंट अब इसका उपयोग नहीं करता', agentsTitle: 'जो एजेंट इसका उपयोग करते हैं',
  },
});
