/* global document, addEventListener */
// What has been answered travels with the page and is kept nowhere: whoever is about to lose it is asked first.
let sending;
document.addEventListener('submit', ({ target }) => {
  sending = target;
});
addEventListener('beforeunload', (event) => {
  const lost = [...document.forms].some((form) => form !== sending && isTickedOrWritten(form));
  if (lost || (carries(document) && !carries(sending))) event.preventDefault();
  sending = undefined;
});

/** By the test leader, since the page came. */
function isTickedOrWritten({ elements }) {
  return [...elements].some(({ type, checked, defaultChecked, value, defaultValue }) => {
    if (type === 'radio') return checked !== defaultChecked;
    return (type === 'text' || type === 'textarea') && value !== defaultValue;
  });
}

/** Whether the answers of views before this one are in there. */
function carries(place) {
  return [...(place?.querySelectorAll('[name=tidigare]') ?? [])].some(({ value }) => value !== '[]');
}
