/** Headings as the villages write them. */
export const HEADINGS = {
  name: ['姓名', '名字', '务工人员姓名', 'name'],
  idNumber: ['身份证号', '身份证号码', '公民身份号码', '身份证', 'id number'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', 'phone'],
  village: ['村', '村委会', '所在村', '行政村', 'village'],
  group: ['社', '组', '村民小组', 'group'],
} as const;
