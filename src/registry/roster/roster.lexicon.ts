import type { TradeCode } from '../trade.ts';
import type { Availability } from '../worker.ts';

/**
 * Headings by meaning, tried in this order on the heading without spaces, brackets and stars. What
 * concerns the family comes first, or a "phone of the contact" would be taken for the worker's own.
 */
export const HEADING_MEANINGS = [
  ['ignored', /^(序号|编号|号|no|年龄|周岁|age|户主|户主姓名|民族|政治面貌|文化程度|学历|婚姻状况|原因|退回原因|reason)$/],
  ['kinPhone', /(紧急|家属|亲属|亲人|联系人|配偶|家庭|监护人).*(电话|手机|联系方式|号码)|kin.?phone|emergency.*phone/],
  ['kinRelation', /(与本人|紧急|家属|亲属|联系人).*关系|^关系$|relation/],
  ['kinName', /(紧急|家属|亲属|亲人).*(联系人|姓名)|^(紧急)?联系人(姓名)?$|^(家属|亲属)$|kin|emergency/],
  ['idNumber', /身份证|公民身份|身份号|证件号|idnumber|idcard|idno/],
  ['phone', /电话|手机|联系方式|移动号码|phone|mobile|^tel/],
  ['name', /^(姓名|名字|.*(人员|工人|职工|劳动力|本人|员工|学员)姓名|fullname|name)$/],
  ['sex', /^(性别|男女|sex|gender)$/],
  ['bornOn', /出生|生日|birth/],
  ['group', /^(组|社|合作社|村民小组|小组|组别|社别|所在(社|组|小组)|几社|几组|group)$/],
  ['village', /^(村|行政村|村名|村庄|村委会|村社|村组|社区|(所在|所属|户籍|户口)(行政)?村(委会|社|组)?|村社区|village)$/],
  ['address', /住址|地址|户籍|address/],
  ['trade', /工种|技能|职业|专业|特长|岗位|trade|skill/],
  ['availability', /意愿|意向|就业状态|外出(情况|状态)|去向|availability/],
  ['remark', /备注|说明|remark|^notes?$/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** Lines that are no person: sums, who filled the form in, notes below the table. */
export const NO_PERSON = new RegExp(
  String.raw`^(合计|总计|小计|共计|累计|总人数|total)|^(填表|制表|填报|审核|负责人|联系人|填写|注[:：]|说明[:：]|备注[:：])`,
  '',
);

/** How an empty cell is filled. */
export const NOTHING = /^(无|没有|暂无|none|n\/?a|[-/\\]+)$/i;

/** What may be written after a village's own name. */
export const VILLAGE_SUFFIX = /(村民委员会|村委会|委员会|行政村|社区|村)$/;
/** The group at the end of "some village, third group". */
export const GROUP_AT_END = /([一二三四五六七八九十\d]+)(合作社|村民小组|小组|社|组)$/;
/** A group by its number alone. */
export const BARE_NUMBER = /^[一二三四五六七八九十\d]+$/;
export const GROUP_WORD = '社';
export const GROUP_WORDS = /(合作社|村民小组|小组|社|组)$/;

export const SEX_WORDS = {
  男: 'male',
  女: 'female',
  male: 'male',
  female: 'female',
  m: 'male',
  f: 'female',
} as const;

export const AVAILABILITY_WORDS: readonly (readonly [Availability, RegExp])[] = [
  [
    'unwilling',
    new RegExp(
      String.raw`不(太|大|是很|很|怎么|一定|打算|准备|再)?(愿|想|去|外出|出去)|` +
        String.raw`(没|未)有?(想|打算|准备)|` +
        String.raw`(无|没|未有?|没有)(外出|务工|出去|任何)?(务工)?的?(意愿|意向)|unwilling`,
    ),
  ],
  ['away', /已外出|在外|外出务工中|已输转|务工中|away/],
  ['wants', /想去|愿意|有意愿|有意向|想外出|待输转|wants/],
  ['home', /在家|务农|待业|未外出|返乡|home/],
];

/**
 * A yes or a no. Of what, only the heading's author knows: "no" may mean that somebody stays, or is
 * not away.
 */
export const YES_OR_NO = new RegExp(
  String.raw`^(是|否|不是|有|无|没有|对|不|不对|要|不要|[√✓✔☑vo○〇]|[×✕✖✗✘╳xх]|1|0|y|n|yes|no|t|f|true|` +
  String.raw`false)$`,
  'i',
);
/** How a wish that nobody stated is written. */
export const WISH_UNSAID = /^(|暂无|none|n\/?a|[-/\\]+)$/i;

/** Trades as rosters write them. */
export const TRADE_WORDS: readonly (readonly [TradeCode, RegExp])[] = [
  ['welding', /焊/],
  ['electrical', /电工|水电/],
  ['scaffolding', /架子/],
  ['concrete', /混凝土|砼|浇筑|钢筋/],
  ['plastering', /抹灰|粉刷|油漆|涂料|装修/],
  ['bricklaying', /瓦工|砌|泥工|泥瓦|砖/],
  ['driving', /驾驶|司机|开车|货车|叉车/],
  ['security', /保安|安保/],
  ['catering', /厨|餐|烹饪|面点|服务员/],
  ['domestic', /家政|保姆|月嫂|护工|养老护理/],
  ['sewing', /缝纫|服装|制衣/],
  ['assembly', /电子|组装|装配|流水线|操作工|车间/],
  ['mining', /矿/],
  ['farming', /种植|养殖|采摘|农业|果蔬|采棉|拾花/],
  ['general', /普工|杂工|小工|力工|无技能|^无$|其他|一般/],
];
