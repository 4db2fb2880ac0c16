import { people } from './plural.ts';
import { todo } from './todo.ts';
import { notices } from './notices.ts';

export const sentences = {
  inboxCount: (unread: number) => {
    if (unread === 0) return 'Messages';
    return unread > 9 ? 'Messages 9+' : `Messages ${unread}`;
  },
  ownPageOf: {
    what:
      'This is the worker’s own page. You are signed in at the station, so you can read it ' +
      'but not answer for them.',
    witness: 'Note it in person, with you as witness',
  },
  questionsCall: 'Questions? Please call ',
  call: (name: string) => `Call ${name}`,
  age: (years: number) => `Age ${years}`,
  people: (count: number) => people(count),
  times: (count: number) => `${count} ${count === 1 ? 'time' : 'times'}`,
  dueBy: (time: string) => `By ${time}`,
  onDay: (day: string) => `From ${day}`,
  undo: 'Undo',
  saved: '✓ Saved',
  savedFor: (name: string) => `✓ ${name}: saved`,
  overdueSince: (time: string) => `Overdue since ${time}`,
  problem: {
    title: 'Not done',
    nothingChanged: 'No record has been changed.',
    next: {
      link_expired: 'Please ask the station for a new link.',
      link_revoked: 'Please ask the station for a new link.',
      link_unknown:
        'Please long-press the whole message, copy the complete link again and open it; or call ' +
        'the station.',
      link_not_held: 'Please go back to the chat and tap the link there once more.',
      exam_day_over:
        'The list of this examination day is closed. If conclusions are missing, please call ' +
        'the station.',
      other_form: 'What was sent first is saved; what you filled in now is not.',
      batch_ended:
        'This batch has ended and nothing is left to do. If you have questions, please call the ' +
        'station.',
    },
    back: 'Back',
    keepAsWell: 'Send this one as well',
    tryAgainIn: (seconds: number) => {
      const minutes = Math.ceil(seconds / 60);
      return `Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
    },
  },
  ...notices,
  ...todo,
};
