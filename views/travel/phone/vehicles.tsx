import type { RollWords } from './roll-line-view.ts';

export type VehiclesView = {
  vehicles: { id: string; name: string; here: number; all: number }[];
  current: string;
};

/** The vehicles that go side by side: whoever rides in one calls those who sit in it. */
export function Vehicles({ w, v }: { w: RollWords; v: VehiclesView }) {
  return v.vehicles.length === 0 ? null : (
    <div class="chips">
      {[{ id: '', name: w.allVehicles, here: 0, all: 0 }, ...v.vehicles].map(
        ({ id, name, here, all }) => (
          <button
            type="button"
            class="btn"
            data-vehicle={id}
            {...(id === v.current ? { 'aria-current': 'true' as const } : {})}
          >
            {id === '' ? name : `${name} ${here}/${all}`}
          </button>
        ),
      )}
    </div>
  );
}
