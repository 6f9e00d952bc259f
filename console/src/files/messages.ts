import { catalogue } from '../messages/catalogue';

export const useFilesText = catalogue({
  en: {
    title: 'Files', lead: 'Documents, pictures and sound on this server.', upload: 'Upload files', drop: 'Drop files here', choose: 'Choose files',
    kinds: 'Files that end in {endings}', uploads: 'Uploads', waiting: 'Waiting', sending: 'Uploading', checking: 'The server checks it', done: 'Uploaded', failed: 'Not uploaded', retry: 'Try again', takeOff: 'Remove {name}',
    cancel: 'Cancel {name}', tooLarge: 'Too large for this server. {reason}', wrongKind: 'The server does not keep files of this kind. Choose one that ends in {endings}.', lost: 'The connection broke. The file may be too large for this server, or the network is down.',
    clear: 'Clear this list', file: 'File', usedBy: 'Used by', added: 'Added', link: 'Link', noHive: 'Nothing yet',
    noList: 'The server keeps no list of files that can be asked for. Here are those you have uploaded since you opened the console, and those that your knowledge is made of. Other files are kept all the same, and work wherever they are used.',
    emptyTitle: 'No files to show', empty: 'Upload a document to make knowledge of it for your agents, or a file whose link you want to send or use elsewhere.',
    copyLink: 'Copy link', until: 'Until {time}', delete: 'Delete {name}', deleted: 'File deleted',
    deleteQuestion: 'The file is deleted for good, and its link stops working.', deleteUsed: '{name} is used by knowledge of your agents, which will be missing it. It is deleted for good, and its link stops working.',
    linkHint: 'Whoever has a link can open the file without signing in, until the link expires. A new link is made whenever this page is loaded.',
  },
  es: {
    title: 'Archivos', lead: 'Documentos, imágenes y sonido en este servidor.', upload: 'Subir archivos', drop: 'Suelta archivos aquí', choose: 'Elegir archivos',
    kinds: 'Archivos que terminan en {endings}', uploads: 'Subidas', waiting: 'En espera', sending: 'Subiendo', checking: 'El servidor lo revisa', done: 'Subido', failed: 'No se subió', retry: 'Reintentar', takeOff: 'Quitar {name}',
    cancel: 'Cancelar {name}', tooLarge: 'Demasiado grande para este servidor. {reason}', wrongKind: 'El servidor no guarda archivos de este tipo. Elige uno que termine en {endings}.', lost: 'Se cortó la conexión. Quizá el archivo sea demasiado grande para este servidor o no haya red.',
    clear: 'Vaciar esta lista', file: 'Archivo', usedBy: 'Usado por', added: 'Añadido', link: 'Enlace', noHive: 'Nada todavía',
    noList: 'El servidor no ofrece una lista de archivos. Aquí están los que has subido desde que abriste la consola y los que forman tu conocimiento. Los demás también se conservan y funcionan donde se usan.',
    emptyTitle: 'No hay archivos que mostrar', empty: 'Sube un documento para convertirlo en conocimiento de tus agentes, o un archivo cuyo enlace quieras enviar o usar en otro sitio.',
    copyLink: 'Copiar enlace', until: 'Hasta {time}', delete: 'Eliminar {name}', deleted: 'Archivo eliminado',
    deleteQuestion: 'El archivo se elimina para siempre y su enlace deja de funcionar.', deleteUsed: '{name} forma parte del conocimiento de tus agentes, que se quedará sin él. Se elimina para siempre y su enlace deja de funcionar.',
    linkHint: 'Quien tenga un enlace puede abrir el archivo sin iniciar sesión hasta que caduque. Cada vez que se carga esta página se crea un enlace nuevo.',
  },
  hi: {
    title: 'फ़ाइलें', lead: 'इस सर्वर पर रखे दस्तावेज़, चित्र और आवाज़ें।', upload: 'फ़ाइलें अपलोड करें', drop: 'फ़ाइलें यहाँ छोड़ें', choose: 'फ़ाइलें चुनें',
    kinds: 'वे फ़ाइलें जिनके नाम के अंत में हो: {endings}', uploads: 'अपलोड', waiting: 'इंतज़ार में', sending: 'अपलोड हो रही है', checking: 'सर्वर जाँच रहा है', done: 'अपलोड हो गई', failed: 'अपलोड नहीं हुई', retry: 'फिर कोशिश करें', takeOff: '{name} हटाएँ',
    cancel: '{name} रोकें', tooLarge: 'इस सर्वर के लिए बहुत बड़ी है। {reason}', wrongKind: 'सर्वर इस तरह की फ़ाइलें नहीं रखता। ऐसी फ़ाइल चुनें जिसके अंत में हो: {endings}', lost: 'कनेक्शन टूट गया। शायद फ़ाइल इस सर्वर के लिए बहुत बड़ी है या नेटवर्क बंद है।',
    clear: 'यह सूची खाली करें', file: 'फ़ाइल', usedBy: 'कहाँ इस्तेमाल', added: 'जोड़ी गई', link: 'लिंक', noHive: 'अभी कहीं नहीं',
    noList: 'सर्वर फ़ाइलों की सूची नहीं देता। यहाँ वे फ़ाइलें हैं जो आपने कंसोल खोलने के बाद अपलोड कीं, और वे जिनसे आपकी जानकारी बनी है। बाकी फ़ाइलें भी सुरक्षित हैं और जहाँ लगी हैं वहाँ चलती हैं।',
    emptyTitle: 'दिखाने के लिए कोई फ़ाइल नहीं', empty: 'अपने एजेंटों की जानकारी बनाने के लिए दस्तावेज़ अपलोड करें, या वह फ़ाइल जिसका लिंक कहीं भेजना या लगाना हो।',
    copyLink: 'लिंक कॉपी करें', until: '{time} तक', delete: '{name} मिटाएँ', deleted: 'फ़ाइल मिटा दी गई',
    deleteQuestion: 'फ़ाइल हमेशा के लिए मिट जाएगी और उसका लिंक बंद हो जाएगा।', deleteUsed: '{name} आपके एजेंटों की जानकारी का हिस्सा है, जिसमें यह नहीं रहेगी। यह हमेशा के लिए मिट जाएगी और इसका लिंक बंद हो जाएगा।',
    linkHint: 'जिसके पास लिंक हो वह समय पूरा होने तक बिना साइन इन किए फ़ाइल खोल सकता है। यह पेज लोड होने पर हर बार नया लिंक बनता है।',
  },
});
