// Draws messages as the person who gets them would see them. Text only ever becomes text nodes, never markup.

export const channelNames = { whatsapp: 'WhatsApp', sms: 'SMS', email: 'E-mail', voice: 'Voz' };

const iconPaths = {
  whatsapp: 'M4 20l1.3-4A8 8 0 1 1 8.3 19L4 20zM9 9.5c0 3 2.6 5.5 5.5 5.5l1-1.6-2-1-1 .8A5 5 0 0 1 10.300 11l.8-1-1-2z',
  sms: 'M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-4 4v-4H6a2 2 0 0 1-2-2zM8 9h8M8 12h5',
  email: 'M4 6h16v12H4zM4 7l8 6 8-6',
  voice: 'M6 4h3l2 5-2.500 1.500a11 11 0 0 0 5 5L15 13l5 2v3a2 2 0 0 1-2 2A15 15 0 0 1 4 6a2 2 0 0 1 2-2z',
  back: 'M15 5l-7 7 7 7',
};

/** `element('p', {class: 'x'}, 'text', child)`; attributes that are undefined or false are left out. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', iconPaths[name]);
  svg.append(path);
  return svg;
}

const time = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('pt-BR', { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat('pt-BR', { day: '2-digit', month: '2-digit' });

export const timeOf = (message) => time.format(new Date(message.at));
export const dayOf = (message) => day.format(new Date(message.at));
/** The time for today's messages, the day for older ones. */
export const whenOf = (message) => {
  const at = new Date(message.at);
  return at.toDateString() === new Date().toDateString() ? time.format(at) : shortDay.format(at);
};

/** `5511987654321` as a Brazilian writes it; anything else stays as it is. */
export function readable(address) {
  const digits = address.replace(/\D/g, '').replace(/^55(?=\d{10,11}$)/, '');
  if (address.includes('@')) return address;
  const match = /^(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : address;
}

/** Links can be followed, and on WhatsApp *bold*, _italic_ and ~struck~ show as there. */
function richText(text, whatsapp) {
  const pattern = whatsapp
    ? /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|\*(\S(?:[^*\n]*\S)?)\*|(?<![\p{L}\d])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\d])|~(\S(?:[^~\n]*\S)?)~/gu
    : /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/gu;
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(text.slice(end, match.index));
    const [all, link, bold, italic, struck] = match;
    if (link) nodes.push(element('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link));
    else if (bold) nodes.push(element('strong', {}, bold));
    else if (italic) nodes.push(element('em', {}, italic));
    else nodes.push(element('s', {}, struck));
    end = match.index + all.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

function bubble(message, open) {
  const isOpen = message.id === open.id;
  const bubbleNode = element(
    'div',
    { class: isOpen ? 'bubble open' : 'bubble', 'data-open': isOpen },
    ...richText(message.text, message.channel === 'whatsapp'),
    element('span', { class: 'stamp' }, timeOf(message)),
  );
  if (message.channel === 'voice' && 'speechSynthesis' in window) {
    const say = () => {
      const speech = new SpeechSynthesisUtterance(message.text);
      speech.lang = 'pt-BR';
      speechSynthesis.cancel();
      speechSynthesis.speak(speech);
    };
    bubbleNode.append(element('button', { class: 'say', type: 'button', onclick: say }, 'Ouvir a ligação'));
  }
  return bubbleNode;
}

/** The conversation on the phone of the person, up to now; the opened message is marked. */
function phone(message, conversation) {
  const thread = element('div', { class: 'thread', tabindex: '0', role: 'group', 'aria-label': 'Conversa' });
  let lastDay = '';
  for (const one of [...conversation].reverse()) {
    if (dayOf(one) !== lastDay) thread.append(element('p', { class: 'day' }, dayOf(one)));
    lastDay = dayOf(one);
    thread.append(bubble(one, message));
  }
  const title = { whatsapp: 'Conversa no WhatsApp', sms: 'Mensagens', voice: 'Ligação' }[message.channel];
  return element(
    'div',
    { class: `phone as-${message.channel} tone-${message.channel}` },
    element(
      'div',
      { class: 'screen' },
      element(
        'div',
        { class: 'app-bar' },
        element('span', { class: 'face' }, icon(message.channel)),
        element('div', {}, element('strong', {}, title), element('span', {}, readable(message.to))),
      ),
      thread,
    ),
  );
}

function mail(message) {
  const body = element('div', { class: 'mail' });
  const rows = [
    ['De', message.from || '(sem remetente)'],
    ['Para', message.to],
    ['Recebido', `${dayOf(message)}, ${timeOf(message)}`],
  ];
  body.append(
    element(
      'header',
      {},
      element('h2', {}, message.subject || '(sem assunto)'),
      element('dl', {}, ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])),
    ),
  );
  const plain = element('pre', {}, ...richText(message.text || '(sem texto)', false));
  if (message.html === undefined) {
    body.append(plain);
    return body;
  }
  // A frame of its own origin without any permission: a stranger's HTML is looked at, not run.
  const frame = element('iframe', { sandbox: '', src: `/mail/${message.id}`, title: `E-mail: ${message.subject || 'sem assunto'}` });
  plain.hidden = true;
  const buttons = [
    ['Como chega', frame],
    ['Só texto', plain],
  ].map(([name, view], index) => element('button', { type: 'button', 'aria-pressed': String(index === 0), onclick: () => show(view, name) }, name));
  const show = (view, name) => {
    for (const one of [frame, plain]) one.hidden = one !== view;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.textContent === name));
  };
  body.append(element('div', { class: 'views', role: 'group', 'aria-label': 'Ver como' }, ...buttons), frame, plain);
  return body;
}

const doors = { smtp: 'servidor de e-mail', gateway: 'gateway', evolution: 'Evolution API' };

/** The receipt of a message that has one: given, or to be given by `confirm`. */
function receipt(message, confirm) {
  if (message.via === 'smtp') return [];
  if (message.deliveredAt) return [element('p', { class: 'receipt', tabindex: '-1' }, `Entrega confirmada às ${timeOf({ at: message.deliveredAt })}`)];
  return [element('button', { class: 'quiet', type: 'button', onclick: confirm }, 'Confirmar entrega')];
}

/**
 * What is shown of an opened message. `conversation`: all messages to the same address on the same channel, newest first.
 * `confirm`: called when a person says that it was delivered.
 */
export function messageView(message, conversation, confirm) {
  const facts = [channelNames[message.channel], `pelo ${doors[message.via]}`.replace('pelo Evolution', 'pela Evolution'), message.reference];
  return [
    element(
      'div',
      { class: 'bar' },
      element('a', { class: 'back', href: '#', 'aria-label': 'Voltar à lista' }, icon('back')),
      element('span', { class: `badge tone-${message.channel}` }, icon(message.channel)),
      element('div', { class: 'titles' }, element('h2', {}, readable(message.to)), element('p', {}, facts.filter(Boolean).join(' · '))),
      ...receipt(message, confirm),
    ),
    element('p', { class: 'receipt-problem', role: 'alert' }),
    element('div', { class: 'stage' }, message.channel === 'email' ? mail(message) : phone(message, conversation)),
  ];
}
