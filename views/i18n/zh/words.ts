import { codes } from './codes.ts';
import { errors } from './errors.ts';
import { shell } from './shell.ts';
import { access } from './access.ts';
import { person } from './person.ts';
import { registry } from './registry.ts';
import { roster } from './roster.ts';
import { demand } from './demand.ts';
import { batch } from './batch.ts';
import { recruitment } from './recruitment.ts';
import { health } from './health.ts';
import { documents } from './documents.ts';
import { rollCall } from './roll-call.ts';
import { ledger } from './ledger.ts';
import { travel } from './travel.ts';
import { followUp } from './follow-up.ts';
import { today } from './today.ts';
import { settings } from './settings.ts';
import { history } from './history.ts';
import { sentences } from './sentences.ts';
import { visitors } from './visitors.ts';

/** The Chinese dictionary: the source of all others. */
export const zh = {
  ...shell,
  ...access,
  ...registry,
  ...roster,
  ...person,
  ...demand,
  ...batch,
  ...recruitment,
  ...health,
  ...documents,
  ...travel,
  ...ledger,
  rollCall,
  ...followUp,
  ...today,
  ...settings,
  ...visitors,
  codes,
  errors,
  ...sentences,
  history,
};
