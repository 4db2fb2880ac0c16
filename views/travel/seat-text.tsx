import { useReader } from '../i18n/reader.ts';

type Props = { legs: { id: string; vehicle: string }[]; seats: Readonly<Record<string, number>> };

/** Where somebody sits on each leg, in small print; nothing where no seats were given out. */
export const SeatText = ({ legs, seats }: Props) => {
  const { t } = useReader();
  const told = legs.flatMap(({ id, vehicle }) => (seats[id] === undefined ? [] : [t.seats.seat(vehicle, seats[id])]));
  return told.length === 0 ? null : <small> {told.join(' · ')}</small>;
};
