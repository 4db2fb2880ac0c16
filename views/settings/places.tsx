import { Villages } from './villages.tsx';
import { Agencies } from './agencies.tsx';
import { Clinics } from './clinics.tsx';
import type { PlacesPartProps } from './places-view.ts';

/** Villages, licensed intermediaries and clinics. */
export function Places({ props, typed }: PlacesPartProps) {
  return (
    <>
      <Villages props={props} typed={typed} />
      <Agencies props={props} typed={typed} />
      <Clinics props={props} typed={typed} />
    </>
  );
}
