/** Words of health checks. */
export const health = {
  health: {
    title: '体检',
    enter: '录入体检结论',
    onlyConclusion: '只记结论,不记任何化验值。费用全免。',
    conclusion: '结论',
    restriction: '工作限制',
    noRestriction: '没有限制',
    recheckBy: '复查日期',
    days: '体检日',
    bookTitle: '约体检',
    clinic: '体检机构',
    day: '日期',
    who: (count: number) => `谁去(${count} 人待检)`,
    book: '约好,并生成机构链接',
    nobodyWaits: '没有人等体检。',
  },
};
