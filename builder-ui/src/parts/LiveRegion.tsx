import { useAnnouncement } from './announcer.ts';

export function LiveRegion() {
  const { text, count } = useAnnouncement();
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="visually-hidden">
      {text}
      {count % 2 === 1 ? '\u00a0' : ''}
    </div>
  );
}
