'use strict';
(() => {
  const form = document.getElementById('search');
  const words = document.getElementById('words');
  const boxes = [...form.querySelectorAll('[type=checkbox]')];

  // A line of a log matches a message if it contains the text with any values.
  const pattern = (text) => {
    const parts = [...text.childNodes].map((node) =>
      node.nodeName === 'VAR' ? '.*' : node.data.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return text.textContent.length - text.querySelectorAll('var').length * 3 < 8 ? /$^/ : new RegExp(parts.join(''), 'i');
  };
  const entries = [...document.querySelectorAll('article')].map((article) => ({
    article,
    item: document.querySelector(`nav a[href="#${article.id}"]`).parentElement,
    text: article.textContent.toLowerCase(),
    line: pattern(article.querySelector('.text')),
  }));

  const update = () => {
    const query = words.value.trim();
    const wanted = query.toLowerCase().split(/\s+/);
    const severities = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const { article, item, text, line } of entries) {
      const isShown = (!severities.length || severities.includes(article.dataset.severity))
        && (wanted.every((word) => text.includes(word)) || line.test(query));
      article.hidden = item.hidden = !isShown;
      shown += isShown;
    }
    document.getElementById('none').hidden = shown > 0;
    document.getElementById('status').textContent = `${shown} of ${entries.length} messages`;
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
    if (event.key === '/' && event.target !== words && !event.ctrlKey && !event.metaKey && !event.altKey) {
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
