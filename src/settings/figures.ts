/**
 * What the station may set otherwise: our default, its unit, and the bounds within which it makes
 * sense. What the law sets is no figure of these but a rule with its source.
 */
export const FIGURES = {
  /** From the sending of an order until its employer is reminded, twice, and until it lapses. */
  firstReminder: { unit: 'hours', value: 24, least: 1, most: 168 },
  secondReminder: { unit: 'hours', value: 72, least: 1, most: 336 },
  orderExpires: { unit: 'days', value: 7, least: 1, most: 30 },
  /**
   * How long terms that were offered to a worker stand, and a vacated place to one on the reserve
   * list (by day).
   */
  termsOffer: { unit: 'hours', value: 48, least: 4, most: 240 },
  placeOffer: { unit: 'hours', value: 4, least: 1, most: 24 },
  /** After how long somebody's word on going is asked for again. */
  wishHolds: { unit: 'days', value: 90, least: 14, most: 365 },
  /** How long a general medical holds. */
  medicalHolds: { unit: 'days', value: 90, least: 30, most: 365 },
  /** Within which a lent original is to be back with its owner. */
  paperBack: { unit: 'days', value: 7, least: 1, most: 30 },
  /** Who rides along in each vehicle: staff of the town, and workers who agreed to help. */
  cadresPerVehicle: { unit: 'people', value: 1, least: 0, most: 5 },
  captainsPerVehicle: { unit: 'people', value: 2, least: 0, most: 10 },
} as const satisfies Record<
  string,
  { unit: 'hours' | 'days' | 'people'; value: number; least: number; most: number }
>;

export type FigureName = keyof typeof FIGURES;
export type Figures = Record<FigureName, number>;
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

/**
 * The figures that hold: what the station set, our default where it set none or what it set is out
 * of bounds.
 */
export function figuresOf(kept: unknown): Figures {
  const own: Partial<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? kept : {};
  const held = (name: FigureName): number => {
    const { value, least, most } = FIGURES[name];
    const set = own[name];
    return typeof set === 'number' && Number.isInteger(set) && set >= least && set <= most
      ? set
      : value;
  };
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, held(name)])) as Figures;
}

export const DEFAULT_FIGURES: Figures = figuresOf(null);
