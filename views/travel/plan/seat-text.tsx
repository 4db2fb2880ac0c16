import { useReader } from '../../i18n/reader.ts';

type Props = {
  legs: { id: string; vehicle: string }[];
  seats: Readonly<Record<string, number>>;
  tickets: Readonly<Record<string, string>>;
};

/**
 * Where somebody sits on each leg, in small print; nothing where no seats were given out and no
 * tickets noted.
 */
export function SeatText({ legs, seats, tickets }: Props) {
  const { t } = useReader();
  const told = legs.flatMap(({ id, vehicle }) => [
    ...(seats[id] === undefined ? [] : [t.seats.seat(vehicle, seats[id])]),
    ...(tickets[id] === undefined ? [] : [`${vehicle} ${tickets[id]}`]),
  ]);
  return told.length === 0 ? null : <small> {told.join(' · ')}</small>;
}
