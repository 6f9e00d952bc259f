import { catalogue } from '../messages/catalogue';

export const useProductsText = catalogue({
  en: {
    title: 'Products', lead: 'What agents sell and talk about: dishes, rooms, services.', new: 'New product', search: 'Search by name', tag: 'Tag', allTags: 'All tags', total: '{count|{count} product|{count} products}', name: 'Product', price: 'Price', state: 'State', tags: 'Tags', agents: 'Agents',
    emptyTitle: 'No products yet', empty: 'Add what you sell, with its price and what is special about it. The agents you choose tell callers about it and take orders.', none: 'No product fits', showAll: 'Show all products',
    onSale: 'On sale', offSale: 'Not on sale', active: 'Active', inactive: 'Inactive', pending: 'Being prepared', archived: 'Archived', noAgent: 'Nobody',
    delete: 'Delete', deleteOne: 'Delete {name}', deleteQuestion: 'Agents no longer know {name}. This cannot be undone; take it off sale instead if it may come back.', deleted: 'Product deleted', created: 'Product created', saved: 'Product saved', create: 'Create', save: 'Save',
    what: 'What it is', nameLabel: 'Name', description: 'Description', descriptionHint: 'As the agent may tell it, in a sentence or two.', priceHint: 'For example {example}', priceWrong: 'A price in this currency looks like {example}', currency: 'Currency',
    selling: 'How it is sold', activeLabel: 'On sale', activeHint: 'Agents offer only what is on sale and active.', status: 'State', shippable: 'Can be shipped', shippableHint: 'A thing, and not a service.', appointment: 'Needs an appointment', appointmentHint: 'The agent asks for a time.',
    more: 'More to tell', features: 'What is special', lines: 'One a line.', tagsHint: 'One a line. Groups products, for example menu or drinks.', props: 'Further properties', propsHint: 'A JSON object, for example { "size": "large" }. Empty for none.',
    who: 'Agents that may talk about it', addAgent: 'Let an agent talk about it', removeAgent: 'Take it away from {name}', noAgents: 'No agent talks about it yet. Choose one, or no caller will hear of it.', priceMissing: 'Say what it costs; 0 for nothing.',
  },
  es: {
    title: 'Productos', lead: 'Lo que los agentes venden y de lo que hablan: platos, habitaciones, servicios.', new: 'Producto nuevo', search: 'Buscar por nombre', tag: 'Etiqueta', allTags: 'Todas las etiquetas', total: '{count|{count} producto|{count} productos}', name: 'Producto', price: 'Precio', state: 'Estado', tags: 'Etiquetas', agents: 'Agentes',
    emptyTitle: 'Aún no hay productos', empty: 'Añade lo que vendes, con su precio y lo que tiene de especial. Los agentes que elijas hablarán de ello y tomarán pedidos.', none: 'Ningún producto coincide', showAll: 'Mostrar todos los productos',
    onSale: 'A la venta', offSale: 'No está a la venta', active: 'Activo', inactive: 'Inactivo', pending: 'En preparación', archived: 'Archivado', noAgent: 'Nadie',
    delete: 'Eliminar', deleteOne: 'Eliminar {name}', deleteQuestion: 'Los agentes ya no conocerán {name}. No se puede deshacer; si puede volver, mejor retíralo de la venta.', deleted: 'Producto eliminado', created: 'Producto creado', saved: 'Producto guardado', create: 'Crear', save: 'Guardar',
    what: 'Qué es', nameLabel: 'Nombre', description: 'Descripción', descriptionHint: 'Como lo puede contar el agente, en una o dos frases.', priceHint: 'Por ejemplo {example}', priceWrong: 'Un precio en esta moneda es así: {example}', currency: 'Moneda',
    selling: 'Cómo se vende', activeLabel: 'A la venta', activeHint: 'Los agentes solo ofrecen lo que está a la venta y activo.', status: 'Estado', shippable: 'Se puede enviar', shippableHint: 'Una cosa, no un servicio.', appointment: 'Necesita cita', appointmentHint: 'El agente pide una hora.',
    more: 'Más que contar', features: 'Lo que tiene de especial', lines: 'Uno por línea.', tagsHint: 'Una por línea. Agrupan productos, por ejemplo menú o bebidas.', props: 'Otras propiedades', propsHint: 'Un objeto JSON, por ejemplo { "size": "large" }. Vacío para ninguna.',
    who: 'Agentes que pueden hablar de él', addAgent: 'Dejar que un agente hable de él', removeAgent: 'Quitárselo a {name}', noAgents: 'Ningún agente habla de él todavía. Elige uno, o nadie que llame sabrá de él.', priceMissing: 'Di cuánto cuesta; 0 si es gratis.',
  },
  hi: {
    title: 'उत्पाद', lead: 'एजेंट क्या बेचते हैं और किसके बारे में बताते हैं: पकवान, कमरे, सेवाएँ।', new: 'नया उत्पाद', search: 'नाम से खोजें', tag: 'टैग', allTags: 'सभी टैग', total: '{count|{count} उत्पाद|{count} उत्पाद}', name: 'उत्पाद', price: 'दाम', state: 'स्थिति', tags: 'टैग', agents: 'एजेंट',
    emptyTitle: 'अभी कोई उत्पाद नहीं', empty: 'जो बेचते हैं उसे दाम और ख़ासियत के साथ जोड़ें। चुने हुए एजेंट फ़ोन करने वालों को बताएँगे और ऑर्डर लेंगे।', none: 'कोई उत्पाद नहीं मिला', showAll: 'सभी उत्पाद दिखाएँ',
    onSale: 'बिक्री पर', offSale: 'बिक्री पर नहीं', active: 'चालू', inactive: 'बंद', pending: 'तैयार हो रहा है', archived: 'संग्रहीत', noAgent: 'कोई नहीं',
    delete: 'मिटाएँ', deleteOne: '{name} मिटाएँ', deleteQuestion: 'एजेंट अब {name} को नहीं जानेंगे। इसे वापस नहीं लाया जा सकता; अगर यह लौट सकता है तो बस बिक्री से हटाएँ।', deleted: 'उत्पाद मिटा दिया गया', created: 'उत्पाद बन गया', saved: 'उत्पाद सहेजा गया', create: 'बनाएँ', save: 'सहेजें',
    what: 'यह क्या है', nameLabel: 'नाम', description: 'विवरण', descriptionHint: 'जैसे एजेंट एक-दो वाक्यों में बताए।', priceHint: 'जैसे {example}', priceWrong: 'इस मुद्रा में दाम ऐसा होता है: {example}', currency: 'मुद्रा',
    selling: 'कैसे बिकता है', activeLabel: 'बिक्री पर', activeHint: 'एजेंट वही पेश करते हैं जो बिक्री पर और चालू हो।', status: 'स्थिति', shippable: 'भेजा जा सकता है', shippableHint: 'कोई चीज़, सेवा नहीं।', appointment: 'समय लेना ज़रूरी', appointmentHint: 'एजेंट समय पूछता है।',
    more: 'और बताने को', features: 'ख़ासियतें', lines: 'हर पंक्ति में एक।', tagsHint: 'हर पंक्ति में एक। उत्पादों के समूह, जैसे मेन्यू या पेय।', props: 'और गुण', propsHint: 'JSON ऑब्जेक्ट, जैसे { "size": "large" }। न हो तो खाली।',
    who: 'जो एजेंट इसके बारे में बता सकते हैं', addAgent: 'किसी एजेंट को इसके बारे में बताने दें', removeAgent: '{name} से यह हटाएँ', noAgents: 'अभी कोई एजेंट इसके बारे में नहीं बताता। एक चुनें, वरना किसी को इसका पता नहीं चलेगा।', priceMissing: 'दाम बताएँ; मुफ़्त हो तो 0।',
  },
});
