'use strict';
(() => {
  const form = document.getElementById('search');
  const words = document.getElementById('words');
  const boxes = [...form.querySelectorAll('[type=checkbox]')];

  const items = [...document.querySelectorAll('nav li')];
  const entries = [...document.querySelectorAll('article')].map((article, index) => ({
    article,
    item: items[index],
    tag: article.id.toLowerCase(),
    words: article.textContent.toLowerCase(),
    literals: [...article.querySelector('.text').childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.toLowerCase()),
  }));

  // A line of a log has the tag, or it has the literals of the text in their order. Literals with few letters occur in any line.
  const isLine = (line, { tag, literals }) => {
    let end = 0;
    const follows = (literal) => {
      const start = line.indexOf(literal, end);
      end = start + literal.length;
      return start >= 0;
    };
    return line.split(/\W+/).includes(tag)
      || (literals.join('').match(/\p{L}/gu)?.length >= 8 && literals.every(follows));
  };

  const update = () => {
    const query = words.value.toLowerCase().trim();
    const wanted = query.split(/\s+/);
    const severities = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const entry of entries) {
      const { article, item } = entry;
      const isShown = (!severities.length || severities.includes(article.dataset.severity))
        && (wanted.every((word) => entry.words.includes(word)) || isLine(query, entry));
      article.hidden = item.hidden = !isShown;
      shown += isShown;
    }
    document.getElementById('none').hidden = shown > 0;
    document.getElementById('status').textContent = `${shown} of ${entries.length} ${entries.length === 1 ? 'message' : 'messages'}`;
  };

  // A link leads to its message even if the search hides it.
  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden) {
      form.reset();
      update();
      target.scrollIntoView();
    }
  };

  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = entries.find(({ article }) => !article.hidden);
    if (first) {
      location.hash = first.article.id;
      first.article.querySelector('a').focus();
    }
  });
  document.addEventListener('keydown', (event) => {
    const isTyped = event.target === words || event.target.matches('textarea');
    if (event.key === '/' && !isTyped && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      words.focus();
      words.select();
    } else if (event.key === 'Escape' && event.target === words) {
      words.value = '';
      update();
    }
  });
  addEventListener('hashchange', follow);
  form.hidden = false;
  update();
  follow();
})();
