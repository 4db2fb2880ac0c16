import { describe, expect, it } from 'vitest';
import { incidentFaults } from '../../../src/pipeline/travel/incident.ts';

const nothing = { people: [], note: '', called: '', policeReport: '' };
const missing = { ...nothing, kind: 'missing' as const, people: ['p'] };

describe('the report of an incident', () => {
  it('of a vehicle needs nothing more', () => {
    expect(incidentFaults({ ...nothing, kind: 'breakdown' })).toBeNull();
  });

  it('of an illness needs whose it is', () => {
    expect(incidentFaults({ ...nothing, kind: 'illness' })).toMatchObject({ field: 'people' });
  });

  it('of somebody who is missing needs who was called', () => {
    expect(incidentFaults(missing)).toMatchObject({ field: 'called' });
    expect(incidentFaults({ ...missing, called: '家人 14:00' })).toBeNull();
  });
});
