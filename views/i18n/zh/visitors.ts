import { workerLink } from './worker-link.ts';

/** Words of the pages behind links. */
export const visitors = {
  link: {
    title: '转发链接',
    issue: '生成链接',
    renew: '重新生成（旧的停用）',
    lost: '手机丢了，或发错了人',
    revoke: '停用这个链接',
    revokeWhy: '停用后，拿着旧链接的人打不开。',
    notOpened: '还没有打开过',
    private: '这个链接只给您用，请不要再转发。',
    for: (purpose: string) => `发给${purpose}`,
    until: (time: string) => `有效至 ${time}`,
    openedAt: (time: string) => `${time} 打开过`,
    landing: {
      employer: {
        title: '请答复用工需求',
        sub: '看过后确认、改数或谢绝，不到一分钟。',
        button: '查看并答复',
      },
      clinic: { title: '今天的体检名单', sub: '每人点一下结论即可。', button: '打开名单' },
      escort: { title: '护送点名', sub: '上车、到达，每人点一下。', button: '打开名单' },
      worker: {
        title: '您的外出务工',
        sub: '看条件、同意或退出，看自己的证件和行程。',
        button: '打开',
      },
    },
    forward: {
      employer: (town: string, about: string, url: string) =>
        `您好，这里是${town}。用工单（${about}到岗），请点开链接确认人数和日期：${url}`,
      clinic: (town: string, about: string, url: string) =>
        `您好，这里是${town}。这是体检名单（${about}），请在链接里点结论（只填结论）：${url}`,
      escort: (town: string, about: string, url: string) =>
        `${town}：护送点名（${about}出发）请用这个链接：${url}`,
      worker: (town: string, about: string, url: string) =>
        `${town}：${about}，这是您自己的链接，看条件、同意或退出都在里面：${url}`,
    },
  },
  employerLink: {
    title: '确认用工人数',
    answersAs: (who: string) => `答复人：${who}（点这里改）`,
    employer: { name: '您的姓名', whyDecline: '为什么不需要了', declineYes: '确定：这次不需要了' },
    station: { name: '谁答复的', whyDecline: '对方说为什么', declineYes: '记下：对方这次不需要' },
    choose: '请选一个',
    note: '要说的话（可不填）',
    since: {
      confirm: (time: string) => `您 ${time} 确认的`,
      counter: (time: string) => `您 ${time} 提出修改的`,
      decline: (time: string) => `您 ${time} 答复不需要的`,
      seen: (time: string) => `您 ${time} 看到的`,
    },
    changed: (since: string, what: string) =>
      `和${since}那一版相比，改了：${what}。划掉的是原来的。`,
    sameAs: (since: string) => `和${since}那一版一样，没有改动。`,
    yourPhone: '联系电话',
    headcount: '人数',
    counter: '人数或日期有变',
    otherHeadcount: '改成多少人',
    otherDate: '改到哪天到岗',
    sendCounter: '发出修改意见',
    decline: '这次不需要了',
    counterReceived: (headcount: number, day: string) =>
      `您提出改为 ${headcount} 人，${day}到岗。工作站改好后会请您再确认；在那之前您也可以直接确认原来的人数。`,
    withNote: (note: string) => `您的话：“${note}”`,
    declined: '已记下：这次不需要。谢谢您的答复。如果点错了，请打电话告诉我们。',
    waiting: {
      draft: '用工单还在准备。',
      amended: '用工单正在修改，改好后会再请您确认。',
      expired: '答复时间已过。如仍需要人，请打电话给我们。',
      cancelled: '这份用工单已取消。',
    },
    handoverWhy: '请对着名单清点。没有接收的人请在名字后面选原因，人数会跟着变。',
    accepts: '接收',
    byTheList: '以名单为准',
    acceptedPeople: '{n} 人',
    signedBy: '签收人',
    accepted: '接收',
    sign: '签收',
    record: '已办的记录',
    confirmedBy: (name: string, time: string, headcount: number, day: string) =>
      `${time} ${name}确认 ${headcount} 人，${day}到岗。`,
    signedRecord: (name: string, time: string, count: number) =>
      `${time} ${name}签收 ${count} 人：`,
    rejectedFor: (name: string, reason: string) => `没有接收${name}：${reason}`,
    coming: (count: number) => `要来的 ${count} 人`,
    calendar: '把到达时间加到日历',
    calendarTitle: (town: string, count: number) => `${town}送来 ${count} 人`,
    titleConfirmed: (employer: string) => `${employer}，人数已确认`,
    titleSigned: (employer: string) => `${employer}，人员已签收`,
    signSub: '请当面清点，签收后不能再改。',
    handedOver: '已签收，谢谢。请按时足额发工资。',
    pleaseConfirm: (employer: string) => `${employer}，请确认用工人数`,
    pleaseSign: (employer: string) => `${employer}，请签收到厂人员`,
    confirmSub: (day: string) => `我们按您的要求组织人员，${day}到岗。`,
    confirm: (headcount: number) => `确认 ${headcount} 人`,
    confirmed: (headcount: number) =>
      `已确认 ${headcount} 人，谢谢。人员到厂后请再打开这个链接签收。`,
    handover: (count: number) => `到厂 ${count} 人`,
  },
  clinicLink: {
    title: '体检名单',
    onlyConclusion: '只填结论。不得填写或检查乙肝、孕检项目。',
    other: '其他结论',
    find: '找人（姓名或身份证后四位）',
    filters: {
      all: (count: number) => `全部 ${count}`,
      open: (count: number) => `没有结论 ${count}`,
      done: (count: number) => `已有结论 ${count}`,
    },
    finish: '今天查完了',
    allDone: '每个人都有结论。',
    stillOpen: (count: number, names: string) =>
      `还有 ${count} 人没有结论：${names}。没来的请在各人一行里点「未到」。`,
    finishYes: '告诉劳务站：今天查完了',
    finished: (time: string) => `${time} 已告诉劳务站今天查完了。结论还可以更正。`,
    takeBack: '撤回',
    correct: '更正',
    nobody: '名单上没有人。',
    heading: (day: string) => `${day}体检名单`,
    sub: (count: number, left: number) => `共 ${count} 人，还有 ${left} 人没有结论`,
    last4: (digits: string) => `身份证后四位 ${digits}`,
  },
  ...workerLink,
};
