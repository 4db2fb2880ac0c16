import type { ErrorCode } from '../../../src/error-code.ts';
import { ruleErrors } from './rule-errors.ts';

/** Sentences for the error codes of forms, rules and failures. */
export const errors: Record<ErrorCode, string> = {
  required: 'Please fill this in',
  too_long: 'Too long',
  bad_date: 'Please write year-month-day',
  day_of_work: 'A day within five years of today, please; look at the year',
  day_of_issue: 'Issued today at the latest, and within a hundred years; look at the year',
  day_of_expiry: 'At most fifty years from today; look at the year',
  bad_number: 'Please give a whole number',
  out_of_range: 'Outside the permitted range',
  bad_amount: 'Please give an amount with at most two decimals',
  bad_mobile: 'A mobile number has 11 digits',
  nothing_chosen: 'Nobody is chosen yet',
  too_many: 'Too many at once',
  forbidden_health:
    'Hepatitis-B and pregnancy results may not be written down (MOHRSS 2007 No. 2; Law on ' +
    'Women’s Rights art. 43)',
  unlawful_preference:
    'No preference by sex, marriage or childbearing (Law on Women’s Rights art. 43)',
  bad_credit_code: 'Not a valid credit code (GB 32100)',
  agency_expired: 'This agency’s licence has expired; it cannot be chosen',
  wage_range: 'The highest wage cannot be below the lowest',
  id_signs: 'There are signs in the ID number that cannot be read; please check the card',
  id_masked: 'Some digits of the ID number are hidden by stars; please give all of them',
  id_old_residence_card:
    "This is the number of an old foreigners' permanent residence card (3 letters, 12 digits); " +
    'give the 18 digits of the card of 2023, which begin with 9',
  id_hong_kong_macao_pass:
    'This is the number of a mainland travel permit (Hong Kong, Macao); give the 18 digits of ' +
    'the residence permit',
  id_taiwan_pass:
    'This is the number of a mainland travel permit (Taiwan); give the 18 digits of the ' +
    'residence permit',
  id_taiwan_or_home_pass:
    'This looks like the number of a mainland travel permit; give the 18 digits of the ' +
    'residence permit',
  id_passport:
    'This is a passport number; give the 18 digits of the identity card, or of the permanent ' +
    'residence card of a foreigner',
  id_credit_code: "This is an organisation's credit code; give the person's ID number",
  id_is_mobile: 'This is a mobile number; give the ID number',
  id_length: 'An ID number has 18 characters',
  id_province: 'The first two digits are no province code',
  id_birth_date: 'The birth date in the number does not exist',
  id_birth_to_come: 'The birth date in the number is still to come; please check the number',
  id_check_digit: 'The last character does not match; please check the number',
  id_known: 'This ID number is registered already',
  phone_known: 'This number has an account already',
  village_required: 'The village is missing',
  password_short: 'At least 8 characters',
  password_is_phone: 'The password cannot be the phone number',
  password_wrong: 'Phone number or password is wrong',
  robot_url: 'Not an address of this platform’s robots',
  file_missing: 'Please choose a file',
  file_too_big: 'The file is too large (at most 5 MB)',
  file_too_many_rows: 'Too many rows (at most 30,000): please split the file',
  file_encrypted: 'The file has a password: please take it off first',
  file_unreadable: 'The file cannot be opened: damaged, or too large when unpacked',
  column_name: 'One column, and only one, must be the name',
  column_idNumber: 'One column, and only one, must be the ID number',
  wishes_asked: 'Nobody has said yet what yes and no mean in the column of wishes',
  wish_meaning: 'Please choose for each',
  column_unsaid: 'Some columns are not named yet',
  companion_not_near:
    'Nobody of this village is registered by that name; to go with somebody of another one, ' +
    'please ask the station',
  companion_unknown: 'No such person is registered',
  merger_same: 'This is one and the same entry',
  merger_gone: 'One of the two was merged or erased already',
  merger_both_active: 'Both are in an open batch; settle one of them first',
  own_page_of_worker:
    'This is the worker’s own page; nobody signed in at the station can answer on it. Please ' +
    'note it in person, on their page at the station.',
  place_taken:
    'Your place was given to somebody else, or a reserve is being asked. If you still want to ' +
    'go, please call the station.',
  place_gone: 'The place went to somebody else; you are still on the reserve list',
  not_consented: 'There is no consent to contradict',
  erasure_active: 'Still in an open batch',
  erasure_paper: 'An original is not back yet',
  erasure_case: 'A rights case is not closed yet',
  erasure_done: 'Erased already',
  import_built_on:
    'These people have a batch, a certificate, a link or changes since: the import cannot be ' +
    'taken back whole',
  name_impossible: 'This is hardly a name',
  name_doubtful: 'An odd name, left out as you said',
  name_digits: 'There are digits in the name',
  id_digits_lost:
    'The spreadsheet kept the ID number as a number and lost its last digits: format the column ' +
    'as text and type it again',
  id_twice_in_file: 'An earlier row has the same ID number',
  sex_contradicts_id: 'The sex contradicts the ID number',
  birth_contradicts_id: 'The birth date contradicts the ID number',
  village_unknown: 'There is no such village',
  not_own_village: 'Not from your village',
  asked_to_be_forgotten:
    'Asked to be forgotten; a list cannot bring them back, they can register anew themselves',
  withdrawn_by_worker:
    'The worker withdrew the consent by their own link; only they can give it again',
  import_moved_on: 'This list has moved on elsewhere; nothing was done',
  own_account: 'You cannot suspend your own account',
  import_rows_gone: 'The rows of this import have been deleted',
  phone_landline: 'A landline; please give a mobile number',
  file_encoding: 'Cannot read the file; please save it as CSV in UTF-8 or GBK',
  file_headings: 'No columns for name and ID number found',
  not_found: 'This page was not found',
  not_permitted: 'You may not do this',
  signed_out: 'Please sign in again',
  link_not_held: 'This browser does not hold this link',
  link_unknown: 'The link is incomplete, or not one of ours',
  on_the_road: 'Something was reported from the road: the departure stands',
  called_back: 'The departure was called back',
  set_up_link: 'This is not the set-up link; ask whoever deployed the station',
  password_weak: 'This password is too easy to guess',
  key_differs:
    'The data was written with another key: put the former SECRET back, do not make a new one',
  bad_form: 'The request arrived incomplete; please try again',
  body_late: 'It took too long to arrive; please try again',
  village_known: 'This village is there already',
  link_expired: 'This link has expired',
  link_revoked: 'This link has been ended',
  too_many_tries: 'Too many tries',
  other_form: 'This form was sent before, with other content',
  form_type: 'The form was sent in a wrong format',
  cross_site: 'The request did not come from this page',
  too_large: 'What was sent is too large',
  server: 'Something went wrong here. What you sent was either saved whole or not at all',
  database: 'The database cannot be reached right now',
  no_reply: 'There is no such action',
  ...ruleErrors,
  figure_order: 'Has to be later than the reminder before',
  data_consent_withdrawn:
    'The worker withdrew the consent to the use of their data; they have to give it again first',
  photo_missing: 'Take or choose a photo first',
  photo_too_big: 'The photo is too large (5 MB at the most)',
  photo_type: 'A photo has to be JPG or PNG',
  photo_truncated: 'The photo is incomplete; take it again',
  photo_dimensions: 'The photo is too large (9,000 pixels a side at the most)',
  photo_not_kept: 'No photo is kept of this paper',
  other_device: 'Another device has just answered for this person; look at it and decide',
  unknown_reference: 'What was chosen is no longer there; please reload and choose again',
  name_known: 'There is one of this name already',
} as const;
