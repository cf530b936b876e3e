
// Filters, sorts and unfolds the tables of a page that says all without it.
'use strict';

const lang = document.documentElement.lang;
const collator = new Intl.Collator(lang, {numeric: true});

// What stands in a cell, without what its row unfolds.
const textOf = cell => (cell.querySelector('button') ?? cell).textContent;

// Lights in the order of their urgency.
const lights = ['red', 'amber', 'yellow', 'blue', 'green', '', 'grey'];

// What a cell is sorted by: a number or a light where it has one, then its text; nothing comes last.
const keyOf = (cell, isNumber) => {
  const text = textOf(cell);
  const number = isNumber ? parseFloat(cell.dataset.v ?? text) : lights.indexOf(cell.className);
  return {text, number: Number.isNaN(number) ? Infinity : number, isEmpty: text === ''};
};

const compare = (one, two) => {
  if (one.isEmpty || two.isEmpty) return one.isEmpty - two.isEmpty;
  if (one.number !== two.number) return one.number < two.number ? -1 : 1;
  return collator.compare(one.text, two.text);
};

// A row that shows more on demand carries it in a noscript, which is plain text until then.
const unfold = button => {
  const row = button.closest('tr');
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', !open);
  if (open) {
    row.nextElementSibling.remove();
    return;
  }
  const written = document.createElement('template');
  written.innerHTML = row.querySelector('noscript').textContent;
  const life = document.createElement('div');
  life.className = 'life';
  life.append(...written.content.querySelector('details').childNodes);
  life.querySelector('summary').remove();
  const under = document.createElement('tr');
  under.className = 'life';
  const cell = under.insertCell();
  cell.colSpan = row.cells.length;
  cell.append(life);
  row.after(under);
};

for (const noscript of document.querySelectorAll('td > noscript')) {
  const cell = noscript.parentNode;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.append(...[...cell.childNodes].filter(node => node !== noscript));
  cell.prepend(button);
}

document.addEventListener('click', event => {
  const button = event.target.closest('td button');
  if (button) unfold(button);
});

for (const section of document.querySelectorAll('.find')) {
  const [form, box, none] = section.children;
  const table = box.firstElementChild;
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  const rows = [...body.rows].map(row => {
    const texts = [...row.cells].map(textOf);
    return {row, texts, words: texts.join('\n').toLowerCase()};
  });
  const input = form.querySelector('input');
  const [shown, all] = form.querySelectorAll('b');
  const picks = [];
  let order = rows;
  all.textContent = rows.length;

  // Closes what is unfolded, since it would stay behind where its row goes.
  const fold = () => body.querySelectorAll('[aria-expanded=true]').forEach(unfold);

  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const {row, texts, words: text} of rows) {
      const takes = words.every(word => text.includes(word))
        && picks.every(({place, select}) => !select.value || texts[place] === select.value);
      if (row.hidden === takes) row.hidden = !takes;
      const under = row.nextElementSibling;
      if (under?.className === 'life') under.hidden = !takes;
      count += takes;
    }
    shown.textContent = count;
    box.scrollTop = 0;
    none.hidden = count > 0;
  };

  const sort = (heading, place) => {
    const before = heading.getAttribute('aria-sort');
    headings.forEach(other => other.removeAttribute('aria-sort'));
    fold();
    order = rows;
    if (before !== 'descending') {
      const sign = before === 'ascending' ? -1 : 1;
      heading.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
      const isNumber = heading.classList.contains('n');
      const keyed = rows.map(item => ({item, key: keyOf(item.row.cells[place], isNumber)}));
      keyed.sort((one, two) => one.key.isEmpty || two.key.isEmpty
        ? compare(one.key, two.key) : sign * compare(one.key, two.key));
      order = keyed.map(({item}) => item);
    }
    body.append(...order.map(({row}) => row));
  };

  headings.forEach((heading, place) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => sort(heading, place));
    heading.append(button);
    if (!heading.classList.contains('pick')) return;
    const values = [...new Set(rows.map(({texts}) => texts[place]))].filter(Boolean);
    if (values.length < 2 || values.length > 40) return;
    const select = document.createElement('select');
    select.add(new Option(section.dataset.all, ''));
    values.sort(collator.compare).forEach(value => select.add(new Option(value, value)));
    const label = document.createElement('label');
    label.append(button.textContent, select);
    form.lastElementChild.before(label);
    picks.push({place, select});
  });

  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', filter);
  form.hidden = false;
  filter();
}

// On paper every figure is there; browsers that cannot unfold by style alone are told.
const folded = [];
addEventListener('beforeprint', () => {
  folded.push(...document.querySelectorAll('figure details:not([open])'));
  folded.forEach(details => { details.open = true; });
});
addEventListener('afterprint', () => folded.splice(0).forEach(details => { details.open = false; }));
