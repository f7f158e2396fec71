import { CircleDot, Clock, MessageSquareText, PartyPopper, ShieldCheck, UserRound, type LucideIcon } from 'lucide-react';
import { formatCivilDate } from '../../../core/civil-date.ts';
import { formatMoney } from '../../../core/money.ts';
import type { TimelineEntry } from '../../../core/simulation/types.ts';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import type { Strings } from '../strings/pt-BR/index.ts';
import { followDebtor, searchPeople } from './runs.ts';
import { useSimulation } from './store.ts';
import { reasonWords } from './words.ts';

const ICONS: Record<TimelineEntry['kind'], LucideIcon> = {
  step: CircleDot,
  wait: Clock,
  contact: MessageSquareText,
  refusal: ShieldCheck,
  task: UserRound,
  event: PartyPopper,
};

/** One debtor through time: each step, each message as it would have been written, each reason for keeping quiet. */
export function PersonPanel() {
  const t = useT();
  const run = useSimulation((state) => state.run);
  const people = useSimulation((state) => state.people);
  const timeline = useSimulation((state) => state.timeline);
  if (!run?.results) return <p className="panel-empty">{t.simulation.noPerson}</p>;
  return (
    <>
      <Field label={t.simulation.personSearch}>
        {(wiring) => <input {...wiring} className="input" type="search" onChange={(event) => searchPeople(event.target.value)} />}
      </Field>
      <ul className="people">
        {people.slice(0, timeline ? 6 : 30).map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-label={t.simulation.follow(`${person.name} ${t.simulation.documentEnd(person.documentEnd)}`)}
              aria-pressed={timeline?.timeline.caseId === person.id}
              onClick={() => followDebtor(person.id)}
            >
              {person.name} <span className="tabular">{t.simulation.documentEnd(person.documentEnd)}</span>
            </button>
          </li>
        ))}
      </ul>
      {timeline && (
        <section aria-label={t.simulation.timelineOf(timeline.name)}>
          <h2 className="person-name">{t.simulation.timelineOf(timeline.name)}</h2>
          <ol className="timeline">
            {timeline.timeline.entries.map((entry, index) => (
              <Entry key={index} entry={entry} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useT();
  const Icon = ICONS[entry.kind];
  return (
    <li className={`entry entry-${entry.kind}`}>
      <Icon size={17} aria-hidden />
      <div>
        <p className="entry-head">
          <time dateTime={entry.on}>{formatCivilDate(entry.on)}</time> <b>{headOf(entry, t)}</b>
        </p>
        {entry.reasons.length > 0 && (
          <p className="entry-why" lang="pt-BR">
            {entry.reasons.map(asSentence).join(' ')}
          </p>
        )}
        {entry.kind === 'contact' && entry.message && (
          <blockquote lang="pt-BR">
            {entry.message.subject && <b>{entry.message.subject}</b>}
            <p>{entry.message.text}</p>
          </blockquote>
        )}
      </div>
    </li>
  );
}

const asSentence = (reason: string): string => reason.charAt(0).toUpperCase() + reason.slice(1);

function headOf(entry: TimelineEntry, t: Strings): string {
  const words = t.simulation;
  switch (entry.kind) {
    case 'step':
      return entry.stepName;
    case 'wait':
      return `${words.kinds.wait}: ${reasonWords(entry.code)}`;
    case 'contact':
      return `${words.contactBy[entry.channel]}, ${words.status[entry.status]}`;
    case 'refusal':
      return `${words.kinds.refusal}: ${reasonWords(entry.code)}`;
    case 'task':
      return `${words.kinds.task}: ${words.tasks[entry.task]}`;
    case 'event':
      return entry.amount === undefined ? words.events[entry.event] : `${words.events[entry.event]}: ${formatMoney(entry.amount)}`;
    default:
      return entry satisfies never;
  }
}
