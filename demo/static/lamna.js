/* global document, navigator, URLSearchParams */
// "Lämna sidan snabbt": also signs out, so that nothing is there for whoever goes back.
for (const view of document.querySelectorAll('ssbtek-income-view')) {
  view.addEventListener('ssbtek-income-view-leave', () => {
    navigator.sendBeacon('/logga-ut', new URLSearchParams());
    document.body.replaceChildren();
  });
}
