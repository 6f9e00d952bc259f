// Shows the contract of the very server this page came from, and lets the reader try it there.
const server = new URL('.', location.href);

// A key is for this server only; the page's Content-Security-Policy says the same to the browser.
function onlyHere(request) {
  if (new URL(request.url, server).origin !== server.origin) {
    throw new Error('Requests go to this server only');
  }
  request.credentials = 'omit';
  return request;
}

function fail(message) {
  const paragraph = document.createElement('p');
  paragraph.textContent = message;
  document.getElementById('docs').replaceChildren(paragraph);
}

fetch(new URL('openapi.json', server), { credentials: 'omit' })
  .then(answer => answer.json())
  .then(spec => {
    spec.servers = [{ url: server.href.replace(/\/$/, '') }];
    SwaggerUIBundle({
      spec,
      dom_id: '#docs',
      deepLinking: true,
      docExpansion: 'none',
      filter: true,
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      persistAuthorization: false,
      validatorUrl: null,
      queryConfigEnabled: false,
      requestInterceptor: onlyHere,
    });
  })
  .catch(() => fail('The description of the API could not be read. Is the server running?'));
