/** Where a phone of the roll call sends what was done on it. */
function escortEntries(link: string): string {
  return `/g/${link}/entries`;
}

/** Where a phone of the roll call asks for portraits. */
function escortPortraits(link: string): string {
  return `/g/${link}/portraits`;
}

/** What a phone asks for by itself. */
export const phonePaths = { escortEntries, escortPortraits } as const;

/** Addresses of what is reached through a link. */
export const linkPaths = {
  links: '/links',
  linkText: (id: string) => `/links/${id}`,
  linkRevocation: (id: string) => `/links/${id}/revocation`,
  landing: (token: string) => `/l/${token}`,
  employerLink: (link: string) => `/e/${link}`,
  employerReply: (link: string) => `/e/${link}/reply`,
  employerCalendar: (link: string) => `/e/${link}/arrival.ics`,
  employerHandover: (link: string) => `/e/${link}/handover`,
  clinicLink: (link: string) => `/c/${link}`,
  clinicConclusion: (link: string, placement: string) => `/c/${link}/conclusions/${placement}`,
  clinicFinish: (link: string) => `/c/${link}/finish`,
  clinicTakeBack: (link: string, placement: string) =>
    `/c/${link}/conclusions/${placement}/taking-back`,
  escortLink: (link: string) => `/g/${link}`,
  escortCheckIn: (link: string, placement: string) => `/g/${link}/check-ins/${placement}`,
  ...phonePaths,
  escortRoster: (link: string) => `/g/${link}/roster`,
  escortApp: (link: string) => `/g/${link}/app.webmanifest`,
  takeover: (escort: string, token: string) => `/t/${escort}/${token}`,
  escortDeparture: (link: string) => `/g/${link}/departure`,
  escortDepartureUndo: (link: string) => `/g/${link}/departure/taking-back`,
  escortArrival: (link: string) => `/g/${link}/arrival`,
  workerLink: (link: string) => `/w/${link}`,
  sight: (link: string) => `/w/${link}/sight`,
  workerConsent: (link: string) => `/w/${link}/consent`,
  workerWithdrawal: (link: string) => `/w/${link}/withdrawal`,
  workerTakingBack: (link: string) => `/w/${link}/taking-back`,
  workerAnswer: (link: string) => `/w/${link}/answer`,
  workerPlace: (link: string) => `/w/${link}/place`,
  workerContradiction: (link: string) => `/w/${link}/contradiction`,
  workerQuestion: (link: string) => `/w/${link}/question`,
  workerRating: (link: string) => `/w/${link}/rating`,
  workerTerms: (link: string) => `/w/${link}/terms`,
  workerCustody: (link: string, custody: string) => `/w/${link}/custody/${custody}`,
  workerContract: (link: string) => `/w/${link}/contract`,
  workerCopy: (link: string) => `/w/${link}/contract-copy`,
  workerFitness: (link: string) => `/w/${link}/fitness`,
  workerWish: (link: string) => `/w/${link}/wish`,
  workerData: (link: string) => `/w/${link}/data`,
  workerCorrection: (link: string) => `/w/${link}/corrections`,
  workerDataConsent: (link: string) => `/w/${link}/data-consent`,
  workerDownload: (link: string) => `/w/${link}/download`,
} as const;
