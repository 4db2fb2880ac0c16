/** Words of health checks. */
export const health = {
  health: {
    title: 'Medicals',
    enter: 'Enter conclusion',
    onlyConclusion: 'Only the conclusion is recorded, never a test value. All free of charge.',
    conclusion: 'Conclusion',
    restriction: 'Work restriction',
    noRestriction: 'No restriction',
    recheckBy: 'Recheck by',
    days: 'Medical days',
    bookTitle: 'Book medicals',
    clinic: 'Clinic',
    day: 'Date',
    who: (count: number) => `Who goes (${count} waiting)`,
    book: 'Book and make clinic link',
    nobodyWaits: 'Nobody is waiting for a medical.',
  },
};
