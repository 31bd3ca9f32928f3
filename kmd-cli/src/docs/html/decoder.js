// Shows the messages in lines of a log. The explanations are copies from the entries of the page.
{
  // The number of results that are shown at once.
  const STEP = 100;
  // The time for a header can grow with the square of its length.
  const MAX_LENGTH = 4096;
  // The time in milliseconds after which the browser can do something else.
  const SLICE = 12;

  const input = document.getElementById('lines');
  const status = document.getElementById('lines-status');
  const list = document.getElementById('decoded');
  const more = document.getElementById('more');

  const element = (name, properties, ...children) => {
    const created = Object.assign(document.createElement(name), properties);
    created.append(...children);
    return created;
  };

  const counted = (number, one, many) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

  // The rows of the table of an entry, with the values in place of the types.
  const rowsOf = (article, values) => [...article.querySelectorAll('tbody tr')].flatMap((row) => {
    const [name, , description] = row.children;
    const key = name.textContent.replaceAll('-', '_');
    const found = [key, `${key}_`].find((key) => Object.hasOwn(values, key));
    if (found === undefined) return [];
    const value = values[found] === '' ? element('small', {}, 'no text') : String(values[found]);
    return [element('tr', {}, name.cloneNode(true), element('td', {}, value), description.cloneNode(true))];
  });

  const tableOf = (article, values) => {
    const rows = rowsOf(article, values);
    if (!rows.length) return [];
    const heads = ['Field', 'Value', 'Description'].map((name) => element('th', { scope: 'col' }, name));
    return [element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows))];
  };

  // The description, the cause, the action and the note of an entry.
  const explanationOf = (article, open) => {
    const wanted = [...article.querySelectorAll('dl > .description, dl > dt')].flatMap((it) => {
      if (it.matches('.description')) return [it];
      return ['Cause', 'Action', 'Note'].includes(it.textContent) ? [it, it.nextElementSibling] : [];
    });
    const copies = wanted.map((it) => it.cloneNode(true));
    return element('details', { open }, element('summary', {}, 'Explanation'), element('dl', {}, ...copies));
  };

  // Why the line of a message has no values. `textOf` and `LINE_END` are those of the rules.
  const reasonOf = (line, tag) => {
    const text = textOf(line.replace(LINE_END, '')).slice(tag.length + 1);
    if (text.trim()) return ['The text does not match the message, so there are no values.'];
    const program = element('code', {}, 'kmd decode');
    return ['This line has no text. The page does not read structured data; ', program, ' does.'];
  };

  let results = [];
  let shown = 0;
  let explained = new Set();

  const eventItem = ({ first, lines: [line], event }) => {
    const { tag, severity, values, rest } = event;
    const article = document.getElementById(tag);
    const heading = element('h3', {}, element('a', { href: `#${tag}` }, tag));
    const properties = element('p', { className: 'properties' },
      element('span', { className: `severity ${severity}` }, severity), ` · line ${first.toLocaleString('en')}`);
    const isNew = !explained.has(tag);
    explained.add(tag);
    return element('li', {}, heading, properties, element('p', { className: 'text' }, line),
      ...(values ? tableOf(article, values) : [element('p', {}, ...reasonOf(line, tag))]),
      ...(rest ? [element('p', { className: 'rest' }, 'The line continues: ', element('code', {}, rest))] : []),
      explanationOf(article, isNew));
  };

  const otherItem = ({ first, lines, count, reason }) => {
    const [from, to] = [first, first + count - 1].map((number) => number.toLocaleString('en'));
    const heading = count === 1 ? `Line ${from}: ${reason}` : `Lines ${from} to ${to}: ${reason}`;
    const text = lines.map((line) => line.slice(0, 500)).join('\n') + (count > lines.length ? '\n…' : '');
    return element('li', { className: 'other' }, element('p', {}, heading), element('p', { className: 'text' }, text));
  };

  const showMore = () => {
    const items = results.slice(shown, shown + STEP).map((it) => (it.event ? eventItem(it) : otherItem(it)));
    list.append(...items);
    shown += items.length;
    more.hidden = shown === results.length;
    const rest = results.length - shown;
    more.textContent = `Show ${Math.min(STEP, rest)} of ${rest.toLocaleString('en')} more results`;
    return items[0];
  };

  // Adds a line to the results. Consecutive lines without a message are one result, which shows the first three of them.
  const add = (line, number) => {
    const isLong = line.length > MAX_LENGTH;
    const decoded = isLong ? null : decodeLine(line);
    const event = decoded?.refused ? null : decoded;
    const reason = decoded?.refused ? `${decoded.tag} cannot be split in time`
      : isLong ? 'too long to read' : 'no message of this catalog';
    const last = results.at(-1);
    if (!event && last && last.reason === reason && last.first + last.count === number) {
      last.count += 1;
      if (last.lines.length < 3) last.lines.push(line);
    } else {
      results.push({ first: number, count: 1, lines: [line], event, reason: event ? '' : reason });
    }
    return event;
  };

  // Reads all lines, unless they change in the meantime.
  let run = 0;
  const read = async () => {
    run += 1;
    const own = run;
    [results, shown, explained] = [[], 0, new Set()];
    list.replaceChildren();
    status.textContent = '';
    more.hidden = true;
    const lines = input.value.split('\n');
    let [messages, others, end] = [0, 0, performance.now() + SLICE];
    for (const [index, line] of lines.entries()) {
      if (line.trim()) {
        if (add(line, index + 1)) messages += 1;
        else others += 1;
      }
      if (performance.now() > end) {
        await new Promise((done) => { setTimeout(done); });
        if (run !== own) return;
        end = performance.now() + SLICE;
      }
    }
    if (!messages && !others) return;
    const ofOthers = others ? `, ${counted(others, 'other line', 'other lines')}` : '';
    status.textContent = counted(messages, 'message', 'messages') + ofOthers;
    showMore();
  };

  input.addEventListener('input', read);
  more.addEventListener('click', () => {
    const first = showMore();
    first.tabIndex = -1;
    first.focus();
  });
  document.getElementById('decoder').hidden = false;
  read();
}
