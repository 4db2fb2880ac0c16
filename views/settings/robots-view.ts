import type { RobotKind } from '../../src/notices/robot.ts';
import type { Typed } from '../components/form.tsx';

export type RobotLine = { id: string; name: string; kind: RobotKind; enabled: boolean };

export type DeliveryLine = {
  deliveredAt: number | null;
  attempts: number;
  nextAt: number | null;
  lastError: string | null;
  createdAt: number;
};

export type RobotsProps = { robots: RobotLine[]; deliveries: DeliveryLine[]; typed: Typed };
