import type { C } from '../../../http/app-context.ts';
import type { Upload } from './entries.forms.ts';
import { Intake, type TakenIn } from './intake.requests.ts';
import { load } from './on-record.requests.ts';

/**
 * Takes in what a phone has done. Sent twice it counts once; what is on record already is answered
 * as it was. Accepted as well when the link is over, as far as it was done while it lived.
 */
export async function takeUpload(c: C, upload: Upload): Promise<TakenIn> {
  const intake = new Intake(c, upload, await load(c, upload.phone, upload.entries.entries));
  await intake.take(upload.entries.entries);
  return intake.answered();
}
