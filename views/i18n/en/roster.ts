/** Words of bringing in rosters. */
export const roster = {
  import: {
    title: 'Import a roster',
    explain:
      'Excel (.xlsx, .xls) or CSV, whatever the headings are called and wherever they are. You ' +
      'see the result first; nothing is written before you confirm.',
    hint: 'Tap to pick a file, or drop one here on a PC. At most 5 MB and 30,000 rows.',
    file: 'Roster file',
    read: 'Read the file',
    earlier: 'Earlier imports',
    rows: (rows: number) => `${rows} rows`,
    row: (row: number) => `row ${row}`,
    last4: (digits: string) => `ID number ending in ${digits}`,
    empty: 'nothing',
    none: 'No such rows',
    kinds: 'By outcome',
    state: {
      naming: 'Columns to name',
      comparing: 'Comparing',
      ready: 'To confirm',
      writing: 'Writing',
      written: 'Imported',
      undoing: 'Taking back',
      undone: 'Taken back',
      dropped: 'Dropped',
    },
    progress: (done: number, all: number) => `${done} of ${all} rows`,
    leave: 'You may leave this page; it goes on by itself.',
    preview: 'What would happen; nothing is written yet',
    outcome: {
      new: 'New',
      changed: 'Changed',
      unchanged: 'Unchanged',
      refused: 'Refused',
      hidden: 'Hidden rows',
      alike: 'Perhaps twice',
      names: 'Odd names',
      asked: 'Wishes to explain',
      wishes: 'Wishes not understood',
      noted: 'With a note',
    },
    doubts: {
      title: 'Please look at this before you confirm',
      look: 'Which ones',
      hiddenOut: (rows: number) =>
        `${rows} rows are hidden in the sheet (by a filter or by hand) and are left out.`,
      hiddenIn: (rows: number) => `The ${rows} rows that are hidden in the sheet are taken in.`,
      takeHidden: (rows: number) => `Take the ${rows} hidden rows in`,
      leaveHidden: 'Leave hidden rows out',
      hiddenColumns: (names: string) =>
        `Columns that are hidden in the sheet are read too: ${names}.`,
      names: (rows: number) => `${rows} rows have an odd name, or none.`,
      namesBoth:
        'What is no name (a sum, a blank, digits) is left out; rare ones (one character, very ' +
        'long) go in.',
      namesIn: 'You chose to take all of them in as written.',
      namesOut: 'You chose to leave all of them out.',
      takeNames: 'Take all in as written',
      leaveNames: 'Leave all out',
      asked: (heading: string, rows: number) =>
        `${rows} rows of "${heading}" only say yes or no. "No" may mean that somebody does not ` +
        `want to go, or is not away: say which before you import.`,
      wishes: (rows: number) =>
        `The wish to go was not ` +
        `understood in ${rows} rows. Registered wishes stay; new people are kept as at home, ` +
        `not asked yet.`,
      word: (word: string, rows: number) => `What "${word}" means (${rows} rows)`,
      unsaid: 'Says nothing; to be asked',
      noChange: 'Not clear, leave it',
      settle: 'Read it so',
      answered: (words: string) => `Wishes are read as you said: ${words}.`,
      askAgain: 'Choose anew',
      noted: (rows: number) =>
        `${rows} rows have something that was hard to read. They go in; have a look.`,
    },
    sameFile: (time: string) => `This file was imported before, on ${time}`,
    confirm: (added: number, changed: number) => `Import (${added} new, ${changed} changed)`,
    nothingNew: 'There is nothing to write.',
    drop: 'Drop it',
    result: (added: number, changed: number, unchanged: number) =>
      `${added} added, ${changed} changed, ${unchanged} unchanged`,
    rowsGone:
      'The rows were deleted after 30 days; only their numbers are kept, and it can no longer ' +
      'be taken back.',
    toWorkers: 'See the people',
    undo: 'Take this import back',
    undoWhy:
      'New people are removed, changed fields are as before. Not once somebody has joined a ' +
      'batch, has a certificate or a link.',
    undoButton: 'Take back',
    refusedFile: (rows: number) => `Download the ${rows} refused rows (Excel, with reasons)`,
    refusedTitle: 'Refused rows',
    reason: 'Reason',
    columnsTitle: 'What the columns mean',
    columnsWhy:
      'These columns were not understood. Say once what they mean; next time it is known.',
    understood: (count: number) => `${count} columns understood`,
    unnamed: (column: number) => `Column ${column}`,
    choose: 'Please choose',
    everyonesVillage: 'The file names no village. Which one is everybody from?',
    noVillage: 'Not all from one',
    goOn: 'Go on',
    column: {
      name: 'Name',
      idNumber: 'ID number',
      phone: 'Mobile',
      village: 'Village',
      group: 'Group',
      trade: 'Trade',
      sex: 'Sex',
      bornOn: 'Born on',
      availability: 'Wish to go',
      kinName: 'Emergency contact',
      kinRelation: 'Relation',
      kinPhone: "Contact's phone",
      remark: 'Remark',
      address: 'Address (to find the village)',
      ignored: 'Leave out',
    },
    note: {
      row_hidden: 'Hidden in the sheet',
      name_doubtful: 'Odd name',
      phone_several: 'More than one mobile number, the first is taken',
      birth_unread: 'Birth date not understood, taken from the ID number',
      birth_differs: 'Birth date differs, taken from the ID number',
      availability_asked: 'The wish only says yes or no',
      id_upgraded: 'Old 15-digit number brought to 18',
      phone_missing: 'No mobile number',
      trade_unknown: 'Trade not understood, kept as general',
      trade_kept: 'Trade not understood, left as it is',
      availability_unknown: 'Wish not understood',
      availability_kept: 'Wish not understood, left as it is',
    },
    likeness: { name_and_birth: 'same name and birth date', name_and_phone: 'same name and phone' },
    alike: (name: string, last4: string, why: string) =>
      `Perhaps the registered ${name} (ending in ${last4}): ${why}`,
  },
};
