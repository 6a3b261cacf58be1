// When something happened: short, with the full date to be asked for.
import { fullDate, relativeDate } from '../../lib/dates/relative';

export const EventTime = ({ at, now }: { at: number; now: Date }) => (
  <time dateTime={new Date(at).toISOString()} title={fullDate(at)}>
    {relativeDate(at, now)}
  </time>
);
