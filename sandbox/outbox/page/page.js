import { channelNames, element, icon, messageView, readable, whenOf } from './message-view.js';

const PAGE_SIZE = 200;
const WIDE = window.matchMedia('(min-width: 900px)');

const byId = (id) => document.getElementById(id);
const list = byId('list');
const detail = byId('detail');
const panes = byId('panes');

const state = { channel: '', q: '', limit: PAGE_SIZE, messages: [], total: 0, counts: {}, loaded: false, newest: undefined };

async function load() {
  const query = new URLSearchParams({ channel: state.channel, q: state.q, limit: String(state.limit) });
  const asked = query.toString();
  load.last = asked;
  const response = await fetch(`/api/messages?${asked}`);
  const answer = await response.json();
  // A slow answer to an earlier question must not replace the answer to a later one.
  if (load.last !== asked) return;
  Object.assign(state, answer, { loaded: true });
  announceNew();
  draw();
}

function announceNew() {
  const newest = state.messages[0];
  if (state.newest && newest && newest.id !== state.newest && newest.id > state.newest)
    byId('announcer').textContent = `Nova mensagem: ${channelNames[newest.channel]} para ${readable(newest.to)}`;
  if (newest) state.newest = newest.id;
}

const idInAddress = () => /^#m=(.+)$/.exec(location.hash)?.[1];

/** On a wide screen something is always open: the newest, unless a person chose. */
function opened() {
  const chosen = state.messages.find((message) => message.id === idInAddress());
  return chosen ?? (WIDE.matches ? state.messages[0] : undefined);
}

function draw() {
  drawChannels();
  drawList();
  drawEnd();
  drawDetail();
}

function drawChannels() {
  const all = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
  const choices = [['', 'Todos', all], ...Object.entries(channelNames).map(([id, name]) => [id, name, state.counts[id] ?? 0])];
  const group = byId('channels');
  if (group.children.length === 0) {
    for (const [id, name] of choices) {
      const choose = () => {
        state.channel = id;
        state.limit = PAGE_SIZE;
        void load();
      };
      group.append(element('button', { type: 'button', onclick: choose }, name, element('span', { class: 'count' })));
    }
  }
  // The buttons stay, so that the keyboard's place does.
  choices.forEach(([id, , count], index) => {
    const button = group.children[index];
    button.setAttribute('aria-pressed', String(state.channel === id));
    button.querySelector('.count').textContent = String(count);
  });
}

function gist(message) {
  const marks = message.channel === 'whatsapp' ? /[*~]/g : /(?!)/g;
  const text = message.text.replace(marks, '').replace(/\s+/g, ' ').trim();
  return message.subject ? `${message.subject}: ${text}` : text;
}

function drawList() {
  const current = opened()?.id;
  const focused = document.activeElement?.closest?.('#list a')?.getAttribute('href');
  list.replaceChildren(
    ...state.messages.map((message) =>
      element(
        'li',
        {},
        element(
          'a',
          { href: `#m=${message.id}`, 'aria-current': message.id === current ? 'true' : undefined },
          element('span', { class: `badge tone-${message.channel}` }, icon(message.channel)),
          element('span', { class: 'who' }, element('span', { class: 'visually-hidden' }, `${channelNames[message.channel]} para `), readable(message.to)),
          element('time', { class: 'when', datetime: message.at }, whenOf(message)),
          element('span', { class: 'gist' }, gist(message)),
        ),
      ),
    ),
  );
  if (focused) list.querySelector(`a[href="${focused}"]`)?.focus({ preventScroll: true });
  if (state.loaded && state.messages.length === 0) list.append(element('li', {}, emptyState()));
}

function emptyState() {
  const filtered = state.q !== '' || state.channel !== '';
  return element(
    'div',
    { class: 'empty' },
    drawing(),
    element('h2', {}, filtered ? 'Nada por aqui' : 'Ainda não saiu nada'),
    element(
      'p',
      {},
      filtered
        ? 'Nenhuma mensagem combina com a busca e o canal escolhidos.'
        : 'Rode a régua no n8n: cada e-mail, SMS e WhatsApp aparece aqui na hora em que é enviado.',
    ),
  );
}

function drawing() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 132 96');
  svg.setAttribute('aria-hidden', 'true');
  for (const [d, fill, stroke] of [
    ['M14 82h104', 'none', '#d9c8b2'],
    ['M30 34h72a6 6 0 0 1 6 6v38a6 6 0 0 1-6 6H30a6 6 0 0 1-6-6V40a6 6 0 0 1 6-6z', '#fffdfa', '#b4896a'],
    ['M26 38l40 27 40-27', 'none', '#b4896a'],
    ['M92 12c-9 0-16 5-16 12 0 4 2 7 5 9l-1 7 7-4h5c9 0 16-5 16-12S101 12 92 12z', '#e4f3dc', '#5f9a77'],
  ]) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', fill);
    path.setAttribute('stroke', stroke);
    path.setAttribute('stroke-width', '2.5');
    path.setAttribute('stroke-linejoin', 'round');
    path.setAttribute('stroke-linecap', 'round');
    svg.append(path);
  }
  return svg;
}

function drawEnd() {
  const shown = state.messages.length;
  const words = state.total === 1 ? '1 mensagem' : `${state.total.toLocaleString('pt-BR')} mensagens`;
  const more = () => {
    state.limit += PAGE_SIZE;
    void load();
  };
  byId('list-end').replaceChildren(
    element('span', {}, shown < state.total ? `${shown} de ${words}` : words),
    ...(shown < state.total ? [element('button', { class: 'quiet', type: 'button', onclick: more }, 'Mostrar mais')] : []),
    ...(state.total > 0 ? [element('button', { class: 'quiet danger', type: 'button', onclick: clear }, 'Esvaziar')] : []),
  );
}

async function clear() {
  if (!window.confirm('Esvaziar a caixa de saída? Todas as mensagens guardadas aqui somem.')) return;
  await fetch('/api/messages', { method: 'DELETE' });
  await load();
  byId('search').focus();
}

let drawnDetail;

function drawDetail() {
  const message = opened();
  panes.classList.toggle('reading', message !== undefined && idInAddress() !== undefined);
  document.body.classList.toggle('reading-page', message !== undefined && idInAddress() !== undefined);
  if (!message) {
    drawnDetail = undefined;
    detail.replaceChildren(
      element('div', { class: 'empty' }, element('p', {}, 'Aqui você vê cada mensagem como ela chega no celular ou no e-mail de quem recebe.')),
    );
    detail.hidden = state.messages.length === 0 && !WIDE.matches;
    return;
  }
  detail.hidden = false;
  const conversation = message.channel === 'email' ? [message] : state.messages.filter((one) => one.channel === message.channel && one.to === message.to);
  // Drawing again would scroll the conversation and load the mail anew each time anything arrives anywhere.
  const drawn = [message.id, message.deliveredAt, ...conversation.map((one) => one.id)].join();
  if (drawn === drawnDetail) return;
  drawnDetail = drawn;
  detail.replaceChildren(...messageView(message, conversation, (event) => void confirmDelivery(message, event.currentTarget)));
  detail.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' });
}

async function confirmDelivery(message, button) {
  const problem = detail.querySelector('.receipt-problem');
  button.disabled = true;
  problem.textContent = '';
  try {
    const response = await fetch(`/api/messages/${message.id}/deliver`, { method: 'POST' });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error.message);
    await load();
    // The button is gone, and the keyboard's place with it.
    detail.querySelector('.receipt')?.focus();
  } catch (error) {
    problem.textContent = error.message;
    button.disabled = false;
    button.focus();
  }
}

let typing;
byId('search').addEventListener('input', (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    state.q = event.target.value;
    state.limit = PAGE_SIZE;
    void load();
  }, 120);
});

window.addEventListener('hashchange', () => {
  draw();
  if (!WIDE.matches) (idInAddress() ? detail : list).focus();
});
WIDE.addEventListener('change', draw);

// Up and down walk through the list, as in a mail program.
list.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...list.querySelectorAll('a')];
  const next = links[links.indexOf(document.activeElement) + (step ?? 0)];
  if (!step || !next) return;
  event.preventDefault();
  next.focus();
  if (WIDE.matches) history.replaceState(null, '', next.getAttribute('href'));
  draw();
});

const live = byId('live');
const changes = new EventSource('/api/changes');
changes.addEventListener('change', () => void load());
changes.addEventListener('open', () => {
  live.classList.add('on');
  byId('live-text').textContent = 'ao vivo';
  void load();
});
changes.addEventListener('error', () => {
  live.classList.remove('on');
  byId('live-text').textContent = 'sem conexão, tentando de novo…';
});

void load();
