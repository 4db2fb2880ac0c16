/** Words of what a batch costs. */
export const ledger = {
  costs: {
    title: '经费',
    why: '车费随行程、体检费随结论、途中花费随情况自动记入。务工人员不出钱。',
    sums: '合计',
    none: '还没有费用。',
    line: '项目',
    bearer: '谁付',
    paidBy: (who: string) => `${who}付`,
    planned: '计划',
    spent: '已花',
    total: '合计',
    perPerson: (people: number) => `人均（${people} 人上车）`,
    add: '登记付款',
    amount: '金额（元）',
    receipt: '票据号',
    receiptNo: (no: string) => `票据 ${no}`,
    note: '说明',
    entries: '明细',
    reverse: '冲销',
  },
};
