// The messages by their tags. A form that continues another one gets the whole expression.
const MESSAGES = new Map(TAGGED.map(([tag, severity, facility, forms]) => {
  const whole = ([first, second]) => [forms[first][0] + second, forms[first][1]];
  return [tag, [tag, severity, facility, forms.map((form) => (typeof form[0] === 'number' ? whole(form) : form))]];
}));

// The beginning of a text with a tag: the tag, a colon and a space, which can be missing.
const TAG = `${PREFIX}_[0-9A-Za-z_]+(?=:)`;
const BEGINS_WITH_TAG = new RegExp(`^(${TAG}): ?`);

const expand = (source) => source.replace(/\(\?&(\w+)\)/g, (_, name) => expand(SHARED[name]));

// A part of an expression whose first match is final, and a value that can be any text, with the literal after it.
const ATOMIC = /\(\?=\(.*?\)\)\\\d+/gs;
const ANY_TEXT = /\.\*\?\)+((?:[^\\()]|\\[^k])*)/g;

// The regular expressions, which are compiled when a text needs them. With each are the literals at which a value can end, if
// the expression can try one end after another. The last value and the parts that are final do not multiply the time.
const compiled = new Map();
const compile = (source) => {
  if (!compiled.has(source)) {
    const expanded = expand(source);
    const ends = [...expanded.replace(ATOMIC, '').matchAll(ANY_TEXT)].slice(0, -1);
    const literals = ends.map(([, literal]) => new RegExp(`(?=(${literal}))`, 'gu'));
    compiled.set(source, { regex: new RegExp(`^${expanded}$`, 'su'), literals });
  }
  return compiled.get(source);
};

// The number of steps that an expression can take, in about 50 ms.
const MAX_STEPS = 5e6;

// Returns whether an expression can read a text in time. Each way in which values can end is a path. A path takes a step for
// each character that follows.
const isInTime = (text, literals) => {
  let paths = [[0, 1]];
  let steps = 0;
  for (const literal of literals) {
    const longer = [];
    let [from, sum] = [0, 0];
    for (const { index, 1: { length } } of text.matchAll(literal)) {
      for (; from < paths.length && paths[from][0] <= index; from += 1) sum += paths[from][1];
      longer.push([index + length, sum]);
      steps += sum * (text.length - index);
    }
    paths = longer;
  }
  return steps <= MAX_STEPS;
};

// Converts a text to an integer: a number if it has no more than 53 bits, or else a bigint. In a base other than 10, negative
// integers are in two's complement.
const integer = (text, prefix = '', bits = 0) => {
  const unsigned = BigInt(text.startsWith(prefix) ? text : prefix + text);
  const value = bits ? BigInt.asIntN(Number(bits), unsigned) : unsigned;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
};

const convert = (text, type) => {
  const [name, ...details] = type.split(' ');
  switch (name) {
    case 'integer': return integer(text, ...details);
    case 'number': return Number(text.replace(/^(-?)0*inf$/, '$1Infinity'));
    case 'boolean': return text === 'true';
    case 'mac': return text.toLowerCase();
    // An IPv6 address without brackets.
    case 'socket': return text.replace(/^(.*:.*)(:\d+)$/, '[$1]$2');
    default: return text;
  }
};

// Reads a text in a form. Returns the values and the rest, or null. If the text can be split in too many ways, there are no
// values, and no other form is tried.
const readForm = (text, [source, types = {}]) => {
  const { regex, literals } = compile(source);
  if (!isInTime(text, literals)) return { values: null, rest: '', refused: true };
  const match = regex.exec(text);
  if (!match) return null;
  const { rest = '', ...texts } = match.groups ?? {};
  const values = {};
  for (const [name, text] of Object.entries(texts)) {
    const [type, absent] = Object.hasOwn(types, name) ? [types[name]].flat() : ['text'];
    if (text !== absent) values[name] = convert(text, type);
  }
  for (const [name, type] of Object.entries(types)) {
    if (type === 'empty') values[name] = '';
  }
  return { values, rest };
};

// Reads a text in the first of several forms that fits.
const readForms = (text, forms) => {
  for (const form of forms) {
    const read = readForm(text, form);
    if (read) return read;
  }
  return null;
};

const event = ([tag, severity, facility], read) => ({ tag, severity, facility, ...read });

// Finds the message of a text without a tag. If the text fits two messages, it belongs to neither.
const decodeUntagged = (text) => {
  const readWhole = (message) =>
    readForms(text, message[3]) ?? message[5].map((form) => readForm(text, form)).find((read) => read?.rest === '');
  const steps = [readWhole, (message) => readForms(text, message[4]), (message) => readForms(text, message[5])];
  for (const step of steps) {
    const found = UNTAGGED.map((message) => [message, step(message)]).filter(([, read]) => read);
    if (found.length) return found.length === 1 ? event(...found[0]) : null;
  }
  return null;
};

/**
 * Decodes the text of a line without its header: a tag, a colon and the text of the message, or the text of a message
 * without a tag.
 *
 * Returns `{ tag, severity, facility, values, rest }`, or `null` if the text belongs to no message. The values are in the
 * order of the text. A value that is absent is missing.
 *
 * If the text could be split into values in so many ways that it takes too long, `values` is `null` and `refused` is `true`.
 * Only messages with a placeholder that occurs twice, or with a value that could end at two places, have such texts.
 */
export const decode = (text) => {
  const begin = BEGINS_WITH_TAG.exec(text);
  if (!begin) return decodeUntagged(text);
  const message = MESSAGES.get(begin[1]);
  const read = message && readForms(text.slice(begin[0].length), message[3]);
  return read ? event(message, read) : null;
};

// The end of a line: spaces, tabs, NUL, and the escapes of rsyslog for a carriage return and for NUL.
const LINE_END = /(?<![ \t\r\n\0]|#015|#000)(?:[ \t\r\n\0]|#015|#000)+$/;
// The header of RFC 5424 after PRI: the process, the MSGID, the structured data and the text.
const RFC5424 = new RegExp('^(?:\\d+ )?(?:<\\d{1,3}>)?(?:1 -|(?:1 )?\\d{4}-\\d\\d-\\d\\dT\\S+) \\S*[^\\s:] (\\S+) \\S+ (\\S+) '
  + '(?:-|(?:\\[(?:[^\\]"\\\\]|"(?:[^"\\\\]|\\\\.)*")*\\])+)(?: \\uFEFF?(.*))?$', 's');
const FIRST_TAG = new RegExp(`(?<![0-9A-Za-z_])${TAG}`);
// A process with its PID, a colon, and the priority that Junos writes with the option `explicit-priority`.
const afterProcess = (process) => `${process}(?:\\[[^\\]\\s]*\\])?: ?(?:%[0-9A-Z]+-[0-7][-:] ?)?`;
const ANY_PROCESS = new RegExp(`(?<![^\\s[\\]:])([^\\s[\\]:]+)${afterProcess('')}$`);
const OWN_TEXT = new RegExp(`(?<![^\\s:])${afterProcess(PROCESS)}(.*)$`, 's');
const IS_OWN = new RegExp(`^${PROCESS}$`);

// Returns the text of a line without its header, or undefined if the line is not one of the catalog.
const textOf = (line) => {
  const [, process, msgid, text = ''] = RFC5424.exec(line) ?? [];
  if (MESSAGES.has(msgid)) {
    const isOwn = process === '-' || IS_OWN.test(process);
    return isOwn ? `${msgid}: ${text.replace(BEGINS_WITH_TAG, '')}` : undefined;
  }
  const tag = FIRST_TAG.exec(line);
  if (tag) {
    const other = ANY_PROCESS.exec(line.slice(0, tag.index));
    return other && !IS_OWN.test(other[1]) ? undefined : line.slice(tag.index);
  }
  return process && IS_OWN.test(process) ? text : OWN_TEXT.exec(line)?.[1];
};

// Decodes the text of a line without its header. The message of a tag has no values if the text is not that of the message.
const decodeText = (text) => {
  if (text === undefined) return null;
  const message = MESSAGES.get(BEGINS_WITH_TAG.exec(text)?.[1]);
  return decode(text) ?? (message ? event(message, { values: null, rest: '' }) : null);
};

/**
 * Decodes a line with its header. The text begins at the first tag, or after the name of the process.
 *
 * Returns the same as `decode`. If a line has a tag of the catalog but not the text of its message, `values` is `null`.
 *
 * Unlike `kmd decode`, this does not return the time, the host and the PID. It does not read values in structured data
 * (RFC 5424), and it takes a tag anywhere in a line, unless another process is directly before it.
 */
export const decodeLine = (line) => {
  const end = LINE_END.exec(line)?.index ?? line.length;
  const found = decodeText(textOf(line.slice(0, end)));
  if (found?.values || line[end] !== ' ') return found;
  // After the last space, there can be an empty value.
  const withSpace = decodeText(textOf(line.slice(0, end + 1)));
  return withSpace?.values ? withSpace : found;
};
