/** The mark: a short wooden ruler. */
export function RulerMark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="ruler-mark">
      <rect x="2" y="9" width="28" height="14" rx="3" />
      <path d="M7 9.5v5M11.5 9.5v3.4M16 9.5v6.6M20.5 9.5v3.4M25 9.5v5" />
    </svg>
  );
}
