/* global document */
// When the element has handed in, the page around it is no longer one to change anything on.
for (const review of document.querySelectorAll('ssbtek-review')) {
  review.addEventListener('ssbtek-handed-in', () => {
    document.title = 'Ansökan är inlämnad – Exempelköpings kommun';
    document.body.classList.add('handed-in');
  });
}
