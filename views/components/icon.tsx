/**
 * Small pictures beside words, for whoever reads little. Drawn in one line of 24 x 24; the word
 * beside says the same.
 */
const LINES = {
  trade: 'M14 7l3 3-9 9H5v-3zM13 4l7 7',
  site: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 8v4',
  wage: 'M7 4l5 7 5-7M12 11v9M8 13h8M8 16h8',
  hours: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2',
  lodging: 'M4 11l8-7 8 7v9H4zM10 20v-5h4v5',
  insurance: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z',
  deductions: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8 12h8',
  hazards: 'M12 4l9 16H3zM12 10v4M12 17v1',
  term: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7',
  startsOn: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
} as const;
export type IconName = keyof typeof LINES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}
