/* global jQuery */
// As it was written in 2008. It knows nothing of the element around the table.
jQuery(function ($) {
  var table = $('#tabell');

  function amountOf(field) {
    return parseFloat(field.value.replace(/\s/g, '').replace(',', '.')) || 0;
  }

  // Where there are several fields in a cell, the last one that is filled in counts: a correction stands after its amount.
  function amountIn(cell) {
    var filled = $(cell)
      .find('input')
      .filter(function () {
        return this.value !== '';
      });
    return filled.length > 0 ? amountOf(filled.last()[0]) : 0;
  }

  function sum() {
    var total = 0;
    table.find('td.inkomst').each(function () {
      total += amountIn(this);
    });
    $('#summa').text(total.toLocaleString('sv-SE') + ' kr');
  }

  table.on('change', 'input', sum);
  sum();
});
