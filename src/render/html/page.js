
// Filters, sorts and unfolds the tables of a page that says all without it.
'use strict';

const lang = document.documentElement.lang;
const collator = new Intl.Collator(lang, {numeric: true});

// Rows that are drawn at once, which keeps a table of thousands quick; a button draws the rest.
const FEW = 400;

// What stands in a cell, without what its row unfolds.
const textOf = cell => {
  const own = [...cell.childNodes].filter(node => node.nodeName !== 'NOSCRIPT');
  return own.map(node => node.textContent).join('');
};

// Lights in the order of their urgency.
const lights = ['red', 'amber', 'yellow', 'blue', 'green', '', 'grey'];

// What a cell is sorted by: a number or a light where it has one, then its text; nothing comes last.
const keyOf = ({row, texts}, place, isNumber) => {
  const text = texts[place];
  const cell = row.cells[place];
  const number = isNumber ? parseFloat(cell.dataset.v ?? text) : lights.indexOf(cell.className);
  return {text, number: Number.isNaN(number) ? Infinity : number, isEmpty: text === ''};
};

const compare = (one, two, sign) => {
  if (one.isEmpty || two.isEmpty) return one.isEmpty - two.isEmpty;
  if (one.number !== two.number) return one.number < two.number ? -sign : sign;
  return sign * collator.compare(one.text, two.text);
};

// What a row has unfolded, which goes where the row goes.
const lives = new Map();

// A row that shows more on demand carries it in a noscript, which is plain text until then.
const unfold = button => {
  const row = button.closest('tr');
  const open = lives.has(row);
  button.setAttribute('aria-expanded', !open);
  if (open) {
    lives.get(row).remove();
    lives.delete(row);
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
  lives.set(row, under);
  row.after(under);
};

// Makes the text of a row that has more into the button that unfolds it.
const prepare = row => {
  const noscript = row.querySelector('noscript');
  if (!noscript || row.querySelector('button')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.append(...[...noscript.parentNode.childNodes].filter(node => node !== noscript));
  noscript.before(button);
};

document.addEventListener('click', event => {
  const button = event.target.closest('td button');
  if (button) unfold(button);
});

for (const section of document.querySelectorAll('.find')) {
  const [form, box, more, none] = section.children;
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
  let most = FEW;
  all.textContent = rows.length;

  const draw = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = order.filter(({texts, words: text}) => words.every(word => text.includes(word))
      && picks.every(({place, select}) => !select.value || texts[place] === select.value));
    const drawn = found.slice(0, most).map(({row}) => row);
    drawn.forEach(prepare);
    body.replaceChildren(...drawn.flatMap(row => lives.has(row) ? [row, lives.get(row)] : [row]));
    shown.textContent = found.length;
    more.hidden = found.length <= most;
    none.hidden = found.length > 0;
    box.scrollTop = 0;
  };

  const sort = (heading, place) => {
    const before = heading.getAttribute('aria-sort');
    headings.forEach(other => other.removeAttribute('aria-sort'));
    order = rows;
    if (before !== 'descending') {
      const sign = before === 'ascending' ? -1 : 1;
      heading.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
      const isNumber = heading.classList.contains('n');
      const keyed = rows.map(item => ({item, key: keyOf(item, place, isNumber)}));
      keyed.sort((one, two) => compare(one.key, two.key, sign));
      order = keyed.map(({item}) => item);
    }
    draw();
  };

  headings.forEach((heading, place) => {
    const button = document.createElement('button');
    button.type = 'button';
    const wrap = () => {
      button.append(...heading.childNodes);
      heading.append(button);
    };
    button.addEventListener('click', () => sort(heading, place));
    wrap();
    // A heading with a button in it is not repeated on every page of paper.
    addEventListener('beforeprint', () => button.replaceWith(...button.childNodes));
    addEventListener('afterprint', wrap);
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

  const drawAll = () => {
    most = Infinity;
    draw();
  };
  more.addEventListener('click', drawAll);
  addEventListener('beforeprint', drawAll);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', draw);
  form.hidden = false;
  draw();
  section.classList.add('drawn');
}

document.querySelectorAll('tbody > tr').forEach(prepare);

// On paper every figure is there; browsers that cannot unfold by style alone are told.
const folded = [];
addEventListener('beforeprint', () => {
  folded.push(...document.querySelectorAll('figure details:not([open])'));
  folded.forEach(details => { details.open = true; });
});
addEventListener('afterprint', () => folded.splice(0).forEach(details => { details.open = false; }));
