/* global document */
const dialog = document.querySelector('#inkomster-dialog');

document.querySelector('#oppna').addEventListener('click', () => dialog.showModal());
document.querySelector('#klar').addEventListener('click', () => dialog.close());

// What stops the form must be seen: nobody finds a mistake in a dialog that is closed.
dialog.querySelector('ssbtek-prefill').addEventListener('invalid', () => {
  if (!dialog.open) dialog.showModal();
});
