/** Words of what is on every page. */
export const shell = {
  unsent:
    'Not sent: we cannot be reached now (no signal, or a WiFi sign-in page in the way). What ' +
    'you filled in is still here; please tap again.',
  appName: 'Songxing',
  seal: 'S',
  otherLanguage: '中',
  skipToMain: 'Skip to content',
  back: 'Back',
  save: 'Save',
  more: 'Next page',
  yes: 'Yes',
  no: 'No',
  nameComma: ', ',
  listComma: ', ',
  sentenceStop: '. ',
  somebody: 'Somebody',
  callShort: 'Call',
  nav: {
    label: 'Main pages',
    today: 'Today',
    batches: 'Batches',
    workers: 'Workers',
    orders: 'Orders',
    more: 'More',
  },
  toPutRight: (count: number) =>
    `Not saved. ${count === 1 ? 'One thing has' : `${count} things have`} to be put right:`,
  problemAt: (field: string, why: string) => `${field}: ${why}`,
  notSaved: (why: string, names: string) =>
    `Not saved: ${why}${names ? ` (${names})` : ''}. What you typed is still here; put it right ` +
    `and save again.`,
  forward: {
    label: 'Text to forward',
    copy: 'Copy',
    share: 'Forward',
    copied: 'Copied; now paste it in WeChat',
    byHand: 'Press and hold the text above to copy it.',
    open: 'Forward by WeChat',
  },
  doubtfulTime: '(phone clock was wrong)',
  queue: {
    waiting: '{n} waiting on this device; sent when there is a signal',
    refused: '{n} not accepted:',
    full: 'This device is full; find a signal and send first',
    notHeld:
      'This browser no longer knows the link: open it again from the chat where you got it. ' +
      'Everything is still on this device',
    gateway:
      'Our server cannot be reached now (a WiFi sign-in page or gateway may be in the way); it ' +
      'will be tried again',
    refusedWhy: 'was not taken',
    whatWaits: 'Show them',
    pending: 'waiting',
    signIn: 'Sign in again, then send',
    over: 'The link is over; ask the station for a new one. All is still on this device',
    seen: 'Seen',
    drop: 'Take back',
    sendNow: 'Send now',
  },
  print: 'Print',
};
