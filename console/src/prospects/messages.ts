import { catalogue } from '../messages/catalogue';

export const useText = catalogue({
  en: {
    title: 'Prospects', lead: 'The people your agents have talked to.', add: 'New prospect', none: 'Nobody yet', noneLead: 'Whoever leaves a name, a number or an address in a conversation appears here by themselves.', noneFound: 'Nobody fits', search: 'Search', by: 'Search by', name: 'Name', email: 'E-mail', phoneNumber: 'Phone', status: 'Status', any: 'Any',
    changed: 'Changed', save: 'Save', cancel: 'Cancel', created: 'The prospect is kept', delete: 'Delete prospect', deleteQuestion: 'The person’s conversations stay, without a name.', deleted: 'The prospect is deleted', details: 'Details', conversations: 'Conversations', noConversations: 'No conversation is assigned to this person.',
    props: 'More about this person', propName: 'What', propValue: 'Value', addProp: 'Add', removeProp: 'Remove {name}', references: 'In other systems', provider: 'System', reference: 'Id there', addReference: 'Add', removeReference: 'Remove {name}',
    NEW: 'New', GENERAL_ENQUIRY: 'General enquiry', SCHEDULED_CALLBACK_WITH_BOT: 'Callback agreed', SCHEDULED_APPOINTMENT_WITH_PERSON: 'Appointment with a person', SCHEDULED_APPOINTMENT_FOR_SERVICE: 'Appointment for a service', NOT_INTERESTED: 'Not interested', PRODUCT_ORDER_PLACED: 'Product ordered', SERVICE_ORDER_PLACED: 'Service ordered',
  },
  es: {
    title: 'Prospectos', lead: 'Las personas con las que han hablado tus agentes.', add: 'Prospecto nuevo', none: 'Todavía nadie', noneLead: 'Quien deja un nombre, un número o una dirección en una conversación aparece aquí por sí solo.', noneFound: 'Nadie coincide', search: 'Buscar', by: 'Buscar por', name: 'Nombre', email: 'Correo', phoneNumber: 'Teléfono', status: 'Estado', any: 'Todos',
    changed: 'Cambiado', save: 'Guardar', cancel: 'Cancelar', created: 'El prospecto está guardado', delete: 'Eliminar prospecto', deleteQuestion: 'Sus conversaciones se conservan, sin nombre.', deleted: 'El prospecto se ha eliminado', details: 'Datos', conversations: 'Conversaciones', noConversations: 'Ninguna conversación está asignada a esta persona.',
    props: 'Más sobre esta persona', propName: 'Qué', propValue: 'Valor', addProp: 'Añadir', removeProp: 'Quitar {name}', references: 'En otros sistemas', provider: 'Sistema', reference: 'Id allí', addReference: 'Añadir', removeReference: 'Quitar {name}',
    NEW: 'Nuevo', GENERAL_ENQUIRY: 'Consulta general', SCHEDULED_CALLBACK_WITH_BOT: 'Llamada acordada', SCHEDULED_APPOINTMENT_WITH_PERSON: 'Cita con una persona', SCHEDULED_APPOINTMENT_FOR_SERVICE: 'Cita para un servicio', NOT_INTERESTED: 'Sin interés', PRODUCT_ORDER_PLACED: 'Producto pedido', SERVICE_ORDER_PLACED: 'Servicio pedido',
  },
  hi: {
    title: 'ग्राहक', lead: 'जिन लोगों से आपके एजेंटों ने बात की।', add: 'नया ग्राहक', none: 'अभी कोई नहीं', noneLead: 'जो बातचीत में नाम, नंबर या पता छोड़ता है, वह यहाँ अपने आप दिखता है।', noneFound: 'कोई मेल नहीं खाता', search: 'खोजें', by: 'किससे खोजें', name: 'नाम', email: 'ई-मेल', phoneNumber: 'फ़ोन', status: 'स्थिति', any: 'सभी',
    changed: 'बदला गया', save: 'सहेजें', cancel: 'रद्द करें', created: 'ग्राहक रख लिया गया', delete: 'ग्राहक हटाएँ', deleteQuestion: 'उसकी बातचीत बनी रहेगी, बिना नाम के।', deleted: 'ग्राहक हटा दिया गया', details: 'विवरण', conversations: 'बातचीत', noConversations: 'इस व्यक्ति से कोई बातचीत जुड़ी नहीं है।',
    props: 'इस व्यक्ति के बारे में और', propName: 'क्या', propValue: 'मान', addProp: 'जोड़ें', removeProp: '{name} हटाएँ', references: 'दूसरी प्रणालियों में', provider: 'प्रणाली', reference: 'वहाँ की आईडी', addReference: 'जोड़ें', removeReference: '{name} हटाएँ',
    NEW: 'नया', GENERAL_ENQUIRY: 'सामान्य पूछताछ', SCHEDULED_CALLBACK_WITH_BOT: 'दोबारा कॉल तय', SCHEDULED_APPOINTMENT_WITH_PERSON: 'व्यक्ति से मुलाक़ात', SCHEDULED_APPOINTMENT_FOR_SERVICE: 'सेवा की मुलाक़ात', NOT_INTERESTED: 'रुचि नहीं', PRODUCT_ORDER_PLACED: 'उत्पाद ऑर्डर', SERVICE_ORDER_PLACED: 'सेवा ऑर्डर',
  },
});
