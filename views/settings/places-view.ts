import type { Typed } from '../components/form.tsx';

type Named = { id: string; name: string };

export type PlacesProps = {
  villages: (Named & { minutesToBus: number | null })[];
  agencies: (Named & { licenceNumber: string; licenceExpiresOn: string })[];
  clinics: (Named & { phone: string; priceFen: number })[];
};

/** One of the three parts, of which each has forms of its own. */
export type PlacesPartProps = {
  props: PlacesProps;
  typed: (form: 'areas' | 'agencies' | 'clinics') => Typed;
};
