import { encode } from 'uqr';

/**
 * A text as a square to scan: one path, black on white whatever the page's colours. `mm`: its side
 * on paper.
 */
export function Qr({ text, label, mm = 24 }: { text: string; label: string; mm?: number }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={`${mm}mm`}
      height={`${mm}mm`}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
