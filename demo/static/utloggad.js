/* global document, location */
// Nobody is signed in any more: the server then answers with the page to sign in on, and leads back here after it.
const ENDED = new Set(['not-signed-in', 'session-expired']);
for (const tag of ['ssbtek-draft', 'ssbtek-review', 'ssbtek-access-log'])
  for (const element of document.querySelectorAll(tag))
    element.addEventListener(`${tag}-problem`, ({ problem }) => {
      if (ENDED.has(problem.kind)) location.reload();
    });
