import type { RollWords } from './roll-line-view.ts';

export type IncidentFormView = {
  kinds: [code: string, label: string][];
  legs: [way: string, rest: string, id: string][];
  people: { id: string; name: string }[];
};

/** What happened on the way, noted where it happened: kept on the phone like everything else. */
export function PhoneIncident({ w, v }: { w: RollWords; v: IncidentFormView }) {
  return (
    <details class="card">
      <summary>{w.incident}</summary>
      <form data-incident>
        <div class="field">
          <label for="incident-what">{w.incidentWhat}</label>
          <select id="incident-what" name="what">
            {v.kinds.map(([code, label]) => (
              <option value={code}>{label}</option>
            ))}
          </select>
        </div>
        {v.legs.length > 1 && (
          <div class="field">
            <label for="incident-leg">{w.incidentLeg}</label>
            <select id="incident-leg" name="legId">
              <option value="">{w.incidentNoLeg}</option>
              {v.legs.map(([way, , id]) => (
                <option value={id}>{way}</option>
              ))}
            </select>
          </div>
        )}
        <div class="field">
          <label for="incident-note">{w.incidentNote}</label>
          <input id="incident-note" name="note" maxlength={300} autocomplete="off" />
        </div>
        <div class="field">
          <label for="incident-called">{w.incidentCalled}</label>
          <input id="incident-called" name="called" maxlength={100} autocomplete="off" />
        </div>
        <div class="field">
          <label for="incident-police">{w.incidentPolice}</label>
          <input id="incident-police" name="policeReport" maxlength={40} autocomplete="off" />
        </div>
        <details>
          <summary>{w.incidentPeople}</summary>
          {v.people.map(({ id, name }) => (
            <label class="tick">
              <input type="checkbox" name="people" value={id} />
              <span>{name}</span>
            </label>
          ))}
        </details>
        <p class="error" role="alert"></p>
        <button class="btn wide">{w.incidentSave}</button>
      </form>
    </details>
  );
}
