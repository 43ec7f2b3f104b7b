/* global document */
// When the element has handed in, the page around it is no longer one to change anything on: the receipt comes first.
for (const review of document.querySelectorAll('ssbtek-review')) {
  review.addEventListener('ssbtek-handed-in', () => {
    document.title = 'Ansökan är inlämnad – Exempelköpings kommun';
    document.body.classList.add('handed-in');
    for (const heading of document.querySelectorAll('h1')) heading.textContent = 'Din ansökan';
    review.after(...document.querySelectorAll('.after-handing-in, main > .part'));
  });
}
