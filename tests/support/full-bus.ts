/**
 * The demo's batch of this morning made as large as a coach: 55 people, two escorts, names and
 * addresses as long as they come.
 */
import { demoCode } from '../../scripts/seed/town.ts';
import type { Server } from './server.ts';

export const FULL_BUS = demoCode(3, Date.now());
export const LONG_EMPLOYER =
  '石河子锦绣前程纺织服装有限责任公司 Jinxiu Qiancheng Textile & Garment Manufacturing Co., Ltd.';
export const LONG_SITE =
  '石河子市经济技术开发区北三东路与东十路交叉口西北 200 米锦绣前程产业园 3 号门';
export const LONG_NAMES = [
  '阿卜杜热合曼·买买提吐尔逊',
  'Gulnar Abdurehman Mamattursun',
  '欧阳上官建国',
];

const BATCH = `(select id from batch where code = '${FULL_BUS}')`;
function LEG(mode: 'coach' | 'train') {
  return `(select id from leg where batch_id = ${BATCH} and mode = '${mode}')`;
}
const COLUMNS = `active, recruitment, rank, offer_until, consented_hash, held_place, replaces, exit,
  health, restriction, health_until, recheck_by, papers, custody, travel, follow_up, captain, contract`;

/** Whoever is to travel; `no` counts them, in the order in which they are listed. */
const TRAVELLERS = `select id, worker_id, row_number() over (order by id) as no from placement
  where batch_id = ${BATCH} and recruitment = 'selected' and exit is null`;

const MORE_PEOPLE = `insert into placement (id, batch_id, worker_id, ${COLUMNS})
  select '01ZZZZZZZZ' || substr(w.id, 11), ${BATCH}, w.id, ${COLUMNS}
  from (select id from worker where id not in (select worker_id from placement) and born_on < '2005'
    order by id limit 55 - (select count(*) from (${TRAVELLERS}))) as w,
  (select * from placement where batch_id = ${BATCH} and travel = 'expected' and recruitment = 'selected' limit 1)`;

const SEATS = `update placement set
  seats = json_object(${LEG('coach')}, (select no from (${TRAVELLERS}) as t where t.id = placement.id)),
  tickets = json_object(${LEG('train')}, '08 车 ' || (select no from (${TRAVELLERS}) as t where t.id = placement.id) || ' 座')
  where id in (select id from (${TRAVELLERS}))`;

const SECOND_ESCORT = `insert into escort (id, batch_id, name, phone, role)
  select '01ZZZZZZZZ' || substr(id, 11), batch_id, '祁连生', '13800000302', role from escort
  where batch_id = ${BATCH} limit 1`;

/** To a stopped server. */
export function fillTheBus(server: Pick<Server, 'write'>): void {
  server.write(MORE_PEOPLE);
  server.write(SEATS);
  server.write(SECOND_ESCORT);
  server.write(`update leg set seats = 55 where batch_id = ${BATCH}`);
  server.write(`update batch set headcount = 55 where id = ${BATCH}`);
  server.write(
    `update job_order set headcount = 55, terms = json_set(terms, '$.employer', ?, '$.site', ?)
     where id = (select order_id from batch where id = ${BATCH})`,
    LONG_EMPLOYER,
    LONG_SITE,
  );
  LONG_NAMES.forEach((name, i) =>
    server.write(
      `update worker set name = ? where id = (select worker_id from (${TRAVELLERS}) where no = ${3 + i * 7})`,
      name,
    ),
  );
}
